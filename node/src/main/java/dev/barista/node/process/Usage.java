package dev.barista.node.process;

import dev.barista.engine.JsObject;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CPU time and memory of the process, from {@code /proc} where there is one and from the JVM elsewhere. Loop thread only. */
final class Usage {
    private static final long MICROS_PER_TICK = 10_000;   // USER_HZ is 100 on every Linux
    private static final int MICRO = 1000;

    private final Environment env;

    Usage(Environment env) {
        this.env = env;
    }

    void define(Exports x) {
        x.fn("memoryUsage",       a -> memoryUsage());
        x.fn("cpuUsage",          a -> cpu("/proc/self/stat"));
        x.fn("threadCpuUsage",    a -> cpu("/proc/thread-self/stat"));
        x.fn("resourceUsage",     a -> resourceUsage());
        x.fn("availableMemory",   a -> availableMemory());
        x.fn("constrainedMemory", a -> constrainedMemory());
    }

    /** rss, heapTotal, heapUsed, external, arrayBuffers in bytes. */
    private JsObject memoryUsage() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        long direct = 0;
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) direct += pool.getMemoryUsed();
        return env.realm().array(residentBytes(), heap.getCommitted(), heap.getUsed(), direct, direct);
    }

    private static long residentBytes() {
        String[] fields = text("/proc/self/statm").split(" ");
        return fields.length > 1 ? Long.parseLong(fields[1]) * 4096 : Runtime.getRuntime().totalMemory();
    }

    /** User and system time in microseconds. */
    private JsObject cpu(String file) {
        long[] values = stat(file);
        if (values.length == 0) {
            return env.realm().array(ManagementFactory.getThreadMXBean().getCurrentThreadUserTime() / MICRO, 0);
        }
        return env.realm().array(values[11] * MICROS_PER_TICK, values[12] * MICROS_PER_TICK);
    }

    /** The numbers of a stat file from its state field on; empty where there is none. See proc_pid_stat(5). */
    private static long[] stat(String file) {
        String text = text(file);
        int end = text.lastIndexOf(')');
        if (end < 0) return new long[0];
        String[] fields = text.substring(end + 2).split(" ");
        long[] values = new long[fields.length];
        for (int i = 1; i < fields.length; i++) values[i] = Long.parseUnsignedLong(fields[i].trim());
        return values;
    }

    /** The sixteen values of {@code process.resourceUsage()}, in its order. */
    private JsObject resourceUsage() {
        long[] stat = stat("/proc/self/stat");
        boolean known = stat.length > 0;
        List<String> status = lines("/proc/self/status");
        return env.realm().array(known ? stat[11] * MICROS_PER_TICK : 0, known ? stat[12] * MICROS_PER_TICK : 0, field(status, "VmHWM:"), 0, 0, 0,
                known ? stat[7] : 0, known ? stat[9] : 0, 0, blocks("read_bytes:"), blocks("write_bytes:"), 0, 0, 0,
                field(status, "voluntary_ctxt_switches:"), field(status, "nonvoluntary_ctxt_switches:"));
    }

    private static long blocks(String name) {
        return field(lines("/proc/self/io"), name) / 512;
    }

    private Object availableMemory() {
        long limit = limit();
        long free = field(lines("/proc/meminfo"), "MemAvailable:") * 1024;
        return limit > 0 ? Math.min(free, limit - residentBytes()) : free;
    }

    private Object constrainedMemory() {
        return limit();
    }

    /** The control group's limit in bytes, or 0. */
    private static long limit() {
        String v2 = text("/sys/fs/cgroup/memory.max").trim();
        if (!v2.isEmpty()) return v2.equals("max") ? 0 : Long.parseLong(v2);
        String v1 = text("/sys/fs/cgroup/memory/memory.limit_in_bytes").trim();
        return v1.isEmpty() || v1.length() > 18 ? 0 : Long.parseLong(v1);
    }

    private static long field(List<String> lines, String name) {
        for (String line : lines) {
            if (line.startsWith(name)) return Long.parseLong(line.substring(name.length()).replace("kB", "").trim());
        }
        return 0;
    }

    private static List<String> lines(String file) {
        return text(file).lines().toList();
    }

    /** The file's text, empty where it can't be read: these files exist on Linux only, and some need rights. */
    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            return "";
        }
    }
}
