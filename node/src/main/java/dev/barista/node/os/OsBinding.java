package dev.barista.node.os;

import dev.barista.engine.Args;
import dev.barista.engine.JsObject;
import dev.barista.engine.Realm;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.posix.Host;
import dev.barista.node.posix.Processes;
import dev.barista.node.posix.Signals;
import dev.barista.loop.Errno;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** What {@code os.js} tells of the system. Loop thread only. */
public final class OsBinding implements Binding {
    private static final double NANOS = 1e9;
    private static final boolean MACOS = System.getProperty("os.name").startsWith("Mac");

    private final Environment env;
    private final Realm realm;
    private Host.Name name;

    public OsBinding(Environment env) {
        this.env = env;
        this.realm = env.realm();
    }

    @Override
    public void define(Exports x) {
        x.fn("constants",         a -> constants());
        x.fn("hostname",          a -> Host.name().host());
        x.fn("type",              a -> name().system());
        x.fn("release",           a -> name().release());
        x.fn("version",           a -> name().version());
        x.fn("machine",           a -> name().machine());
        x.fn("homedir",           a -> homedir());
        x.fn("user",              a -> user());
        x.fn("uptime",            a -> uptime());
        x.fn("loadavg",           a -> loads());
        x.fn("totalmem",          a -> memory("MemTotal:"));
        x.fn("freemem",           a -> memory("MemAvailable:"));
        x.fn("parallelism",       a -> Runtime.getRuntime().availableProcessors());
        x.fn("cpus",              a -> cpus());
        x.fn("networkInterfaces", a -> interfaces());
        x.fn("getPriority",       this::getPriority);
        x.fn("setPriority",       a -> Processes.setpriority(a.integer(0), a.integer(1)));
    }

    private Host.Name name() {
        if (name == null) name = Host.name();
        return name;
    }

    private JsObject constants() {
        JsObject dlopen = table();
        dlopen.defineConstant("RTLD_LAZY", 1);
        dlopen.defineConstant("RTLD_NOW", 2);
        dlopen.defineConstant("RTLD_GLOBAL", MACOS ? 8 : 256);
        dlopen.defineConstant("RTLD_LOCAL", MACOS ? 4 : 0);
        if (!MACOS) dlopen.defineConstant("RTLD_DEEPBIND", 8);
        JsObject errno = table();
        for (ErrorNumbers row : ErrorNumbers.values()) errno.defineConstant(row.name(), row.number());
        JsObject signals = table();
        for (Signals signal : Signals.known()) signals.defineConstant(signal.name(), signal.number());
        JsObject priority = table();
        priority.defineConstant("PRIORITY_LOW", 19);
        priority.defineConstant("PRIORITY_BELOW_NORMAL", 10);
        priority.defineConstant("PRIORITY_NORMAL", 0);
        priority.defineConstant("PRIORITY_ABOVE_NORMAL", -7);
        priority.defineConstant("PRIORITY_HIGH", -14);
        priority.defineConstant("PRIORITY_HIGHEST", -20);
        JsObject constants = table();
        constants.defineConstant("UV_UDP_REUSEADDR", 4);
        constants.set("dlopen", dlopen);
        constants.set("errno", errno);
        constants.set("signals", signals);
        constants.set("priority", priority);
        return constants;
    }

    private JsObject table() {
        return realm.object(null);
    }

    /** @return the directory's name, or bytes where only the user database knows it, or a negative errno */
    private Object homedir() {
        String home = env.env("HOME");
        if (home != null) return home;
        return Host.user(Processes.geteuid()) instanceof Host.User user ? realm.bytes(user.home()) : (Object) Errno.ENOENT.code();
    }

    /** @return {@code [uid, gid, name, home, shell]}, the texts as bytes, or a negative errno */
    private Object user() {
        Object found = Host.user(Processes.geteuid());
        if (found instanceof Host.User user) {
            return realm.array(user.uid(), user.gid(), realm.bytes(user.name()), realm.bytes(user.home()), realm.bytes(user.shell()));
        }
        return found.equals(0) ? Errno.ENOENT.code() : found;
    }

    /** Seconds since the system began. */
    private static double uptime() {
        List<String> lines = Cpus.lines("/proc/uptime");
        return lines.isEmpty() ? System.nanoTime() / NANOS : Double.parseDouble(lines.getFirst().split(" ")[0]);
    }

    private JsObject loads() {
        double[] loads = Host.loadAverages();
        return realm.array(loads[0], loads[1], loads[2]);
    }

    /** Bytes. */
    private static double memory(String field) {
        for (String line : Cpus.lines("/proc/meminfo")) {
            if (line.startsWith(field)) return 1024 * Double.parseDouble(line.substring(field.length()).replace("kB", "").trim());
        }
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return field.startsWith("MemTotal") ? system.getTotalMemorySize() : system.getFreeMemorySize();
    }

    /** @return rows of {@code [model, speed, user, nice, sys, idle, irq]} */
    private JsObject cpus() {
        List<Object> rows = new ArrayList<>();
        for (Cpus.Cpu c : Cpus.all()) {
            rows.add(realm.array(c.model(), c.megahertz(), c.user(), c.nice(), c.system(), c.idle(), c.irq()));
        }
        return realm.array(rows.toArray());
    }

    /** @return rows of {@code [name, address, netmask, family, mac, internal, prefix, scope]}, or a negative errno */
    private Object interfaces() {
        List<Object> rows = new ArrayList<>();
        try {
            for (Interfaces.Address a : Interfaces.all()) {
                String family = a.scope() < 0 ? "IPv4" : "IPv6";
                rows.add(realm.array(a.name(), a.text(), a.netmask(), family, a.mac(), a.internal(), a.prefix(), a.scope()));
            }
        } catch (IOException e) {
            return Errno.EIO.code();
        }
        return realm.array(rows.toArray());
    }

    /** @return the priority, or 1000 and the errno's number */
    private Object getPriority(Args a) {
        int[] niceness = new int[1];
        int failure = Processes.getpriority(a.integer(0), niceness);
        return failure == 0 ? niceness[0] : 1000 - failure;
    }
}
