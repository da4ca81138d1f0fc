package dev.barista.engine;

import com.oracle.truffle.api.ThreadLocalAction;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Ends one run of a script from outside, at the engine's next safepoint. Made and used on the realm's thread; {@link #stop} on any. */
public final class ScriptStop {
    private final Realm realm;
    private final Thread runner = Thread.currentThread();
    private final AtomicBoolean done = new AtomicBoolean();
    private final Signal signal = new Signal();

    public ScriptStop(Realm realm) {
        this.realm = realm;
    }

    /** The script was ended from outside. */
    public static final class StoppedException extends Exception {
        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("the script was ended from outside", null, false, false);
        }
    }

    /** Leaves the script wherever it is: no handler of JavaScript's sees an Error of Java's. */
    private static final class Signal extends Error {
        private static final long serialVersionUID = 1L;

        Signal() {
            super(null, null, false, false);
        }
    }

    /** Ends the run if it is not over. Any thread. */
    public void stop() {
        if (done.get()) return;
        realm.env().submitThreadLocal(new Thread[] {runner}, new ThreadLocalAction(true, false) {
            @Override
            protected void perform(Access access) {
                if (!done.get()) throw signal;
            }
        });
    }

    <T> T guard(Supplier<T> run) throws StoppedException {
        try {
            return run.get();
        } catch (Signal s) {
            if (s != signal) throw s;
            throw new StoppedException();
        } finally {
            done.set(true);
        }
    }
}
