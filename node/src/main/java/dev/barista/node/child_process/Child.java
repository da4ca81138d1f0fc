package dev.barista.node.child_process;

import dev.barista.engine.JsObject;
import dev.barista.loop.AsyncHandle;
import dev.barista.loop.Errno;
import dev.barista.node.Callback;
import dev.barista.node.Environment;
import dev.barista.node.posix.Pipes;
import dev.barista.node.posix.Processes;

/**
 * A running child process. A thread of its own waits for its end, which wakes the loop: children are few and heavy, and a
 * thread that only waits is the one way that every system has. Loop thread only.
 */
final class Child {
    private static final int STACK_BYTES = 128 << 10;

    private final Environment env;
    private final int pid;
    private final Callback onExit;
    private final AsyncHandle ended;
    private volatile int status;
    private boolean running = true;

    Child(Environment env, int pid, Callback onExit) {
        this.env = env;
        this.pid = pid;
        this.onExit = onExit;
        this.ended = new AsyncHandle(env.loop(), this::deliver);
        Thread.ofPlatform().daemon().name("barista-child-" + pid).stackSize(STACK_BYTES).start(() -> {
            status = Pipes.waitFor(pid);
            ended.send();
        });
    }

    private void deliver() {
        running = false;
        ended.close(() -> { });
        onExit.call(Pipes.exitCode(status), Pipes.signal(status));
    }

    /** @return 0 or a negative errno */
    private int kill(int signal) {
        return running ? Processes.kill(pid, signal) : Errno.ESRCH.code();
    }

    /** What {@code ChildProcess} sees as its handle. */
    JsObject handle() {
        JsObject handle = env.realm().object();
        handle.set("pid", pid);
        handle.set("kill", env.realm().function("kill", a -> kill(a.integer(0))));
        handle.set("ref", env.realm().function("ref", a -> ref(true)));
        handle.set("unref", env.realm().function("unref", a -> ref(false)));
        handle.set("hasRef", env.realm().function("hasRef", a -> running && ended.hasRef()));
        return handle;
    }

    private Object ref(boolean on) {
        if (!running) return null;
        if (on) ended.ref();
        else ended.unref();
        return null;
    }
}
