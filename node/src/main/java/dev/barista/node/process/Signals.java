package dev.barista.node.process;

import dev.barista.engine.Args;
import dev.barista.loop.SignalHandle;
import dev.barista.node.Callback;
import dev.barista.node.Environment;

/** The signals that a program listens to. They never keep it alive. Loop thread only. */
final class Signals {
    private final Environment env;

    Signals(Environment env) {
        this.env = env;
    }

    /** (number, name, function) → a function that stops listening, or a negative errno. */
    Object start(Args a) {
        SignalHandle handle = new SignalHandle(env.loop());
        Callback callback = env.callback(a.function(2));
        int errno = handle.start(a.integer(0), signum -> callback.call());
        if (errno < 0) {
            handle.close();
            return errno;
        }
        handle.unref();
        return env.realm().function("stop", stop -> {
            if (!handle.closing()) handle.close();
            return null;
        });
    }
}
