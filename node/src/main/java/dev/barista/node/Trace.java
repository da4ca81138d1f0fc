package dev.barista.node;

import java.lang.management.ManagementFactory;

/**
 * What start-up spends its time on, printed with {@code -Dbarista.trace.start=true}: one line {@code start <phase> <ms> <ms>} per
 * phase, of time passed and of time that the thread had a core.
 */
public final class Trace {
    private final boolean on;
    private double last;
    private double lastOnCore;

    private Trace(boolean on) {
        this.on = on;
        if (on) last = ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    static Trace fromSystemProperty() {
        Trace trace = new Trace(Boolean.getBoolean("barista.trace.start"));
        trace.mark("jvm");
        return trace;
    }

    /** Ends a phase. */
    public void mark(String phase) {
        if (!on) return;
        double now = System.currentTimeMillis();
        double onCore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
        System.err.printf("start %-10s %5.0f %5.0f%n", phase, now - last, onCore - lastOnCore);
        last = System.currentTimeMillis();
        lastOnCore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
    }
}
