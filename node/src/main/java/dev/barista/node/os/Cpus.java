package dev.barista.node.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The processors, from Linux's {@code /proc} and {@code /sys}; elsewhere only how many there are. Loop thread only. */
final class Cpus {
    private static final int MILLIS_PER_TICK = 10;   // USER_HZ is 100 on every Linux

    /** Milliseconds in each state since the system began, in the order of {@code os.cpus()}'s times. */
    record Cpu(String model, int megahertz, long user, long nice, long system, long idle, long irq) { }

    private Cpus() { }

    static List<Cpu> all() {
        List<String> info = lines("/proc/cpuinfo").stream().filter(l -> l.startsWith("model name")).toList();
        List<Cpu> cpus = new ArrayList<>();
        for (String line : lines("/proc/stat")) {
            if (!line.matches("cpu\\d.*")) continue;
            String[] fields = line.split(" +");
            String model = cpus.size() < info.size() ? value(info.get(cpus.size())) : "unknown";
            cpus.add(new Cpu(model, megahertz(fields[0]), time(fields[1]), time(fields[2]), time(fields[3]), time(fields[4]), time(fields[6])));
        }
        int count = Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < count && cpus.size() < count; i++) cpus.add(new Cpu("unknown", 0, 0, 0, 0, 0, 0));
        return cpus;
    }

    private static int megahertz(String cpu) {
        List<String> kilohertz = lines("/sys/devices/system/cpu/" + cpu + "/cpufreq/scaling_cur_freq");
        return kilohertz.isEmpty() ? 0 : (int) (Long.parseLong(kilohertz.getFirst().trim()) / 1000);
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).trim();
    }

    private static long time(String ticks) {
        return MILLIS_PER_TICK * Long.parseLong(ticks);
    }

    /** The lines of a file of the kernel; none where it cannot be read. */
    static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            return List.of();
        }
    }
}
