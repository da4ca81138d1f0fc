package dev.barista.engine;

import com.oracle.truffle.api.ThreadLocalAction;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** One run of JavaScript that can be ended before it ends by itself. Realm's thread only, but for {@link #stop}. */
public final class Stoppable {
    /** Why a run was ended. */
    public enum Reason { TIMEOUT, INTERRUPTED }

    /** The run was ended. */
    public static final class StoppedException extends Exception {
        private static final long serialVersionUID = 1L;
        private final Reason reason;

        StoppedException(Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }

    /** Ends JavaScript wherever it is: no handler of JavaScript's sees an Error of Java's. */
    private static final class Stop extends Error {
        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }

    private final Realm realm;
    private final Thread runner = Thread.currentThread();
    private final Stop stop = new Stop();
    private final AtomicReference<Reason> reason = new AtomicReference<>();
    private volatile boolean over;

    public Stoppable(Realm realm) {
        this.realm = realm;
    }

    /** Ends the run at the engine's next safepoint; does nothing once it is over. Any thread. */
    public void stop(Reason why) {
        if (over || !reason.compareAndSet(null, why)) return;
        realm.env().submitThreadLocal(new Thread[] {runner}, new ThreadLocalAction(true, false) {
            @Override
            protected void perform(Access access) {
                if (!over) throw stop;
            }
        });
    }

    /**
     * Runs {@code body}, once.
     *
     * @param millis it may take; 0 for as long as it wants
     */
    public <T> T run(Supplier<T> body, long millis) throws StoppedException {
        if (millis == 0) return run(body);
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())) {
            Future<?> alarm = clock.schedule(() -> stop(Reason.TIMEOUT), millis, TimeUnit.MILLISECONDS);
            try {
                return run(body);
            } finally {
                alarm.cancel(false);
                clock.shutdownNow();
            }
        }
    }

    private <T> T run(Supplier<T> body) throws StoppedException {
        try {
            return body.get();
        } catch (Stop s) {
            if (s != stop) throw s;
            throw new StoppedException(reason.get());
        } finally {
            over = true;
        }
    }
}
