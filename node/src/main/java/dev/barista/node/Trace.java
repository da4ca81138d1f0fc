package dev.barista.node;

import java.lang.management.ManagementFactory;

/** What start-up spends its time on, printed with {@code -Dbarista.trace.start=true}: one line {@code start <phase> <ms>} per phase. */
public final class Trace {
    private final boolean on;
    private long last;

    private Trace(boolean on) {
        this.on = on;
        this.last = System.currentTimeMillis();
    }

    static Trace fromSystemProperty() {
        Trace trace = new Trace(Boolean.getBoolean("barista.trace.start"));
        if (trace.on) trace.last = ManagementFactory.getRuntimeMXBean().getStartTime();
        return trace;
    }

    /** Ends a phase. */
    public void mark(String phase) {
        if (!on) return;
        long now = System.currentTimeMillis();
        System.err.println("start " + phase + " " + (now - last));
        last = now;
    }
}
