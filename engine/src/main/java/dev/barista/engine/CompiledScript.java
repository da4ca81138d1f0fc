package dev.barista.engine;

import com.oracle.truffle.api.ThreadLocalAction;
import com.oracle.truffle.js.nodes.ScriptNode;
import com.oracle.truffle.js.runtime.JSRealm;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A script that has been parsed, to be run in its realm or in a {@link Sandbox}, as often as wanted. Realm's thread only. */
public final class CompiledScript {
    private final Realm realm;
    private final ScriptNode script;

    CompiledScript(Realm realm, ScriptNode script) {
        this.realm = realm;
        this.script = script;
    }

    /** The script ran longer than it may. */
    public static final class TimeoutException extends Exception {
        private static final long serialVersionUID = 1L;

        TimeoutException() {
            super("the script ran longer than it may", null, false, false);
        }
    }

    /** Ends the script wherever it is: no handler of JavaScript's sees an Error of Java's. */
    private static final class Stop extends Error {
        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }

    /**
     * @param sandbox {@code null} for the realm itself
     * @return the completion value, an opaque engine value
     */
    public Object run(Sandbox sandbox) {
        JSRealm target = sandbox == null ? realm.realm() : sandbox.realm();
        return JsException.guard(() -> script.run(target));
    }

    /** As {@link #run(Sandbox)}, for at most so many milliseconds. */
    public Object run(Sandbox sandbox, long millis) throws TimeoutException {
        Thread runner = Thread.currentThread();
        AtomicBoolean done = new AtomicBoolean();
        Stop stop = new Stop();
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())) {
            Future<?> alarm = clock.schedule(() -> realm.env().submitThreadLocal(new Thread[] {runner}, new ThreadLocalAction(true, false) {
                @Override
                protected void perform(Access access) {
                    if (!done.get()) throw stop;
                }
            }), millis, TimeUnit.MILLISECONDS);
            try {
                return run(sandbox);
            } catch (Stop s) {
                if (s != stop) throw s;
                throw new TimeoutException();
            } finally {
                done.set(true);
                alarm.cancel(false);
                clock.shutdownNow();
            }
        }
    }
}
