package dev.barista.node.child_process;

import dev.barista.engine.Args;
import dev.barista.engine.Js;
import dev.barista.engine.JsBytes;
import dev.barista.engine.JsObject;
import dev.barista.node.Binding;
import dev.barista.node.Callback;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.permission.Permission;
import dev.barista.node.permission.Permissions;
import dev.barista.node.posix.Descriptors;
import dev.barista.node.posix.Pipes;
import dev.barista.node.posix.Spawn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Child processes for {@code child_process.js}. Loop thread only.
 *
 * <p>A description is {@code {file, args, env, cwd, detached, uid, gid, stdio}}; an element of {@code stdio} is {@code 'pipe'},
 * {@code 'ignore'} or a descriptor of this process.
 */
public final class ChildProcessBinding implements Binding {
    /** Standard input, output and error stream. */
    private static final int STANDARD = 3;

    private final Environment env;

    public ChildProcessBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("spawn",       a -> spawn(a.object(0), env.callback(a.function(1))));
        x.fn("spawnSync",   this::spawnSync);
        x.fn("openChannel", this::openChannel);
    }

    /** (description, onExit) → {@code {pid, fds, kill, ref, unref, hasRef}}, or a negative errno. */
    private Object spawn(JsObject description, Callback onExit) {
        requirePermission(description);
        Stdio stdio = new Stdio(description);
        int pid = stdio.errno != 0 ? stdio.errno : spawnOf(description, stdio).start();
        stdio.closeChildEnds();
        if (pid < 0) {
            stdio.closeOwnEnds();
            return pid;
        }
        JsObject handle = new Child(env, pid, onExit).handle();
        handle.set("fds", env.realm().array(Arrays.stream(stdio.own).boxed().toArray()));
        return handle;
    }

    /** (description, inputs, timeout, maxBuffer, killSignal) → {@code {pid, error, status, signal, output}}, or a negative errno. */
    private Object spawnSync(Args a) {
        JsObject description = a.object(0);
        requirePermission(description);
        Stdio stdio = new Stdio(description);
        int pid = stdio.errno != 0 ? stdio.errno : spawnOf(description, stdio).start();
        stdio.closeChildEnds();
        if (pid < 0) {
            stdio.closeOwnEnds();
            return pid;
        }
        for (int fd : stdio.own) if (fd >= 0) Pipes.nonBlocking(fd);
        byte[][] inputs = new byte[stdio.own.length][];
        JsObject given = a.object(1);
        for (int i = 0; i < inputs.length; i++) if (Js.java(given.get(i)) instanceof JsBytes bytes) inputs[i] = bytes.copy();
        SyncChild child = new SyncChild(pid, stdio.own, inputs, a.longValue(2), a.number(3), a.integer(4));
        child.run();
        JsObject result = env.realm().object();
        result.set("pid", pid);
        result.set("error", child.error());
        result.set("status", Pipes.exitCode(child.status()));
        result.set("signal", Pipes.signal(child.status()));
        Object[] output = new Object[inputs.length];
        for (int i = 0; i < output.length; i++) {
            byte[] bytes = child.output(i);
            output[i] = bytes == null ? env.realm().nullValue() : env.realm().bytes(bytes);
        }
        result.set("output", env.realm().array(output));
        return result;
    }

    /** (descriptor, whether messages are text, onMessages, onEnd) → a {@link ChannelHandle}'s object, or a negative errno. */
    private Object openChannel(Args a) {
        ChannelHandle channel = new ChannelHandle(env, a.bool(1), env.callback(a.function(2)), env.callback(a.function(3)));
        int errno = channel.open(a.integer(0));
        return errno == 0 ? channel.self() : errno;
    }

    private void requirePermission(JsObject description) {
        if (env.permissions() != null) env.permissions().require(Permission.CHILD_PROCESS, (String) description.java("file"));
    }

    private Spawn spawnOf(JsObject d, Stdio stdio) {
        List<String> arguments = strings(d.object("args"));
        List<String> variables = strings(d.object("env"));
        Permissions permissions = env.permissions();
        if (permissions != null) variables = permissions.grants().inherited(arguments, variables);
        Path cwd = d.java("cwd") instanceof String s ? env.cwd().resolve(s) : env.cwd();
        return new Spawn((String) d.java("file"), arguments, variables, cwd, stdio.child,
                Boolean.TRUE.equals(d.java("detached")), integer(d.java("uid")), integer(d.java("gid")));
    }

    private static int integer(Object value) {
        return value instanceof Number n ? n.intValue() : -1;
    }

    private static List<String> strings(JsObject array) {
        int length = integer(array.java("length"));
        List<String> strings = new ArrayList<>(length);
        for (int i = 0; i < length; i++) strings.add((String) Js.java(array.get(i)));
        return strings;
    }

    /** The descriptors for the child's {@code stdio}: its own, and this process's ends of the pipes. */
    private static final class Stdio {
        final int[] child;
        final int[] own;
        final List<Integer> opened = new ArrayList<>();
        int errno;

        Stdio(JsObject description) {
            JsObject stdio = description.object("stdio");
            int length = integer(stdio.java("length"));
            child = new int[length];
            own = new int[length];
            Arrays.fill(child, -1);
            Arrays.fill(own, -1);
            for (int i = 0; i < length && errno == 0; i++) open(i, Js.java(stdio.get(i)));
        }

        private void open(int i, Object kind) {
            if (kind instanceof Number fd) {
                child[i] = fd.intValue();
                if (i < STANDARD) Pipes.blocking(child[i]);   // what programs expect; libuv does the same
            } else if (kind.equals("pipe")) {
                int[] pair = new int[2];
                errno = Pipes.socketPair(pair);
                if (errno != 0) return;
                own[i] = pair[0];
                child[i] = pair[1];
                opened.add(pair[1]);
            } else {
                int fd = Pipes.openNull();
                errno = Math.min(fd, 0);
                child[i] = fd;
                if (fd >= 0) opened.add(fd);
            }
        }

        void closeChildEnds() {
            opened.forEach(Descriptors::close);
        }

        void closeOwnEnds() {
            for (int fd : own) if (fd >= 0) Descriptors.close(fd);
        }
    }
}
