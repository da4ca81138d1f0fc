package dev.barista.node.process;

import dev.barista.engine.Args;
import dev.barista.engine.JsObject;
import dev.barista.engine.Js;
import dev.barista.loop.ProcessSignals;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.posix.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Users, groups, signals to others and the file mode mask. Loop thread only. What it sets belongs to the whole JVM. */
final class Identity {
    private static final int NAME = 0;
    private static final int ID = 2;

    private final Environment env;

    Identity(Environment env) {
        this.env = env;
    }

    void define(Exports x) {
        x.fn("umask",     a -> umask());
        x.fn("setUmask",  this::setUmask);
        x.fn("getuid",    a -> Processes.getuid());
        x.fn("geteuid",   a -> Processes.geteuid());
        x.fn("getgid",    a -> Processes.getgid());
        x.fn("getegid",   a -> Processes.getegid());
        x.fn("getgroups", a -> getgroups());
        x.fn("setuid",    a -> Processes.setuid(a.integer(0)));
        x.fn("seteuid",   a -> Processes.seteuid(a.integer(0)));
        x.fn("setgid",    a -> Processes.setgid(a.integer(0)));
        x.fn("setegid",   a -> Processes.setegid(a.integer(0)));
        x.fn("setgroups", this::setgroups);
        x.fn("initgroups", a -> Processes.initgroups(a.string(0), a.integer(1)));
        x.fn("userId",    a -> id("/etc/passwd", a.string(0)));
        x.fn("userName",  a -> userName(a.integer(0)));
        x.fn("groupId",   a -> id("/etc/group", a.string(0)));
    }

    int kill(int pid, int signal) {
        if (pid == Processes.getpid() && ProcessSignals.raise(signal)) return 0;
        return Processes.kill(pid, signal);
    }

    /** This program's mask; the process's where it has set none. */
    private int umask() {
        if (env.umask() >= 0) return env.umask();
        int mask = Processes.umask(0);
        Processes.umask(mask);
        return mask;
    }

    private Object setUmask(Args a) {
        int before = umask();
        env.umask(a.integer(0) & 0777);
        if (env.options().ownsProcess()) Processes.umask(env.umask());
        return before;
    }

    private Object getgroups() {
        if (!(Processes.getgroups() instanceof int[] groups)) return env.realm().array();
        JsObject array = env.realm().array();
        int n = 0;
        boolean listed = false;
        for (int group : groups) {
            array.set(n++, group);
            listed |= group == Processes.getegid();
        }
        if (!listed) array.set(n, Processes.getegid());
        return array;
    }

    private Object setgroups(Args a) {
        Object[] values = a.object(0).elements();
        int[] groups = new int[values.length];
        for (int i = 0; i < groups.length; i++) groups[i] = ((Number) Js.java(values[i])).intValue();
        return Processes.setgroups(groups);
    }

    /** The number of a name in a file of {@code name:password:number:…} lines, or {@code null}. */
    private static Object id(String file, String name) {
        return find(file, NAME, name, ID) instanceof String id ? Integer.valueOf(id) : null;
    }

    private static Object userName(int id) {
        return find("/etc/passwd", ID, Integer.toString(id), NAME);
    }

    private static String find(String file, int key, String value, int wanted) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.map(l -> l.split(":")).filter(f -> f.length > ID && f[key].equals(value)).map(f -> f[wanted]).findFirst().orElse(null);
        } catch (IOException e) {
            return null;
        }
    }
}
