package dev.barista.loop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * An event loop: one thread that waits for timers, sockets, signals, pool work and other threads, and calls back.
 *
 * <p>The thread that creates a loop owns it: it calls {@link #run}, and everything runs on it. Loop thread only, except
 * for what says "any thread". A loop is alive while a referenced handle is active, a request is under way or a handle is
 * closing. Source: libuv, "The I/O loop" and {@code uv_loop_t}.
 */
public final class Loop implements AutoCloseable {
    /** How often callbacks that put off callbacks are followed in one iteration, so that they can't starve I/O. */
    private static final int PENDING_ROUNDS = 8;

    private final Thread thread = Thread.currentThread();
    private final Clock clock;
    private final Blocker blocker;
    private final Transport transport;
    private final Runnable wake = this::wakeup;
    private final LoopMetrics metrics = new LoopMetrics(this);
    private final Timers timers = new Timers();
    private final PhaseHandle.Queue idle = new PhaseHandle.Queue();
    private final PhaseHandle.Queue prepare = new PhaseHandle.Queue();
    private final PhaseHandle.Queue check = new PhaseHandle.Queue();
    private final ArrayDeque<Runnable> pending = new ArrayDeque<>(4);
    private final Inbox inbox = new Inbox();
    private final ThreadPool pool;

    private volatile Poller poller = new ParkPoller(this, thread);
    private volatile boolean stopping;
    private volatile boolean closed;
    /** Held to wake the poller and to close it: a closed one's descriptor may already be somebody else's. */
    private final Object waking = new Object();
    private boolean running;
    private long now;

    /** The youngest handle that is not closed. */
    private Handle handles;

    /** The handle closed last, of those that wait for the closing phase. */
    private Handle closing;

    /** The next handle of the closing phase under way; it stays here when a close callback throws. */
    private Handle finishing;

    private int active;
    private int requests;

    private Loop(Builder builder) {
        clock = builder.clock;
        blocker = builder.blocker;
        transport = builder.transport;
        pool = new ThreadPool(this, builder.poolSize);
        updateTime();
    }

    /** A loop with the defaults, owned by the calling thread. Cheap: no thread is started and no selector opened. */
    public static Loop create() {
        return new Builder().create();
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Runs callbacks until {@code mode} says to return. What a callback throws ends the run and comes out here; the loop may
     * be run again and goes on with the callback after it.
     *
     * @return whether the loop is still alive: true after {@link #stop}, or when a single iteration left work
     * @throws IllegalStateException on another thread than the loop's, from inside a callback, or after {@link #close}
     */
    public boolean run(RunMode mode) {
        enter();
        try {
            boolean alive = alive();
            if (!alive) updateTime();
            if (mode == RunMode.DEFAULT && alive && !stopping) {
                updateTime();
                runTimers();
            }
            while (alive && !stopping) {
                boolean maySleep = pending.isEmpty() && idle.isEmpty();
                metrics.iteration();
                runPending();
                runHandles(Phase.IDLE, idle);
                runHandles(Phase.PREPARE, prepare);
                poll(mode == RunMode.DEFAULT || mode == RunMode.ONCE && maySleep ? timeout() : 0);
                for (int i = 0; i < PENDING_ROUNDS && !pending.isEmpty(); i++) runPending();
                runHandles(Phase.CHECK, check);
                runClosing();
                updateTime();
                runTimers();
                alive = alive();
                if (mode != RunMode.DEFAULT) break;
            }
            stopping = false;
            return alive;
        } finally {
            running = false;
        }
    }

    /**
     * Has {@link #run} return at the end of the iteration, which no longer waits. Called while the loop is not running, it
     * ends the next run before its first iteration. Any thread.
     */
    public void stop() {
        stopping = true;
        wakeup();
    }

    /** Whether something keeps the loop running: a referenced active handle, a request, a closing handle, a deferred call. */
    public boolean alive() {
        return active > 0 || requests > 0 || closing != null || finishing != null || !pending.isEmpty();
    }

    /**
     * The loop's time in milliseconds, from an arbitrary origin. It stands still while callbacks run, and moves on when a
     * wait ends and before timers are run. Source: libuv, {@code uv_now}.
     */
    public long now() {
        return now;
    }

    /** Brings {@link #now} up to date, for callbacks that ran long. */
    public void updateTime() {
        now = Math.floorDiv(clock.nanos(), 1_000_000);
    }

    /** The clock's time in nanoseconds, on the same scale as {@link #now}, not cached. Any thread. */
    public long hrtime() {
        return clock.nanos();
    }

    /** The threads for blocking work. Any thread. */
    public ThreadPool pool() {
        return pool;
    }

    /** What the loop has done so far. Any thread. */
    public LoopMetrics metrics() {
        return metrics;
    }

    /** The transport asked for. Any thread. */
    public Transport transport() {
        return transport;
    }

    /** Whether the caller is on the loop's thread. Any thread. */
    public boolean inLoop() {
        return Thread.currentThread() == thread;
    }

    /**
     * Has {@code task} run on the loop thread, in a poll phase, in the order of the calls. It wakes the loop but does not
     * keep it alive: a task that finds the loop ended runs when the loop is run again, and never if it is closed. Any thread.
     */
    public void execute(Runnable task) {
        post(new Inbox.Item() {
            @Override
            void run() {
                task.run();
            }
        });
    }

    /** Has {@code callback} run in the next pending phase, and keeps the loop alive until then. */
    public void defer(Runnable callback) {
        assert inLoop();
        pending.addLast(callback);
    }

    /**
     * A completion that any thread may call, once, and that calls {@code done} on the loop thread. It keeps the loop alive
     * until then: a request whose work is done elsewhere than on the pool.
     */
    public <T> Completion<T> request(Completion<? super T> done) {
        assert inLoop();
        countRequests(1);
        return (result, error) -> execute(() -> {
            countRequests(-1);
            done.done(result, error);
        });
    }

    /** The handles that are not closed, oldest first. */
    public List<Handle> handles() {
        assert inLoop();
        List<Handle> list = new ArrayList<>();
        for (Handle handle = handles; handle != null; handle = handle.next) list.add(handle);
        return list.reversed();
    }

    /**
     * Closes every handle without calling back, drops queued pool work and releases the poller. Closing again is harmless.
     *
     * @throws IllegalStateException on another thread than the loop's, or from inside a callback
     */
    @Override
    public void close() {
        if (closed) return;
        enter();
        try {
            synchronized (waking) {
                closed = true;
            }
            pool.close();
            while (handles != null) handles.discard();
            closing = null;
            finishing = null;
            pending.clear();
            poller.close();
        } finally {
            running = false;
        }
    }

    private void enter() {
        if (!inLoop()) throw new IllegalStateException("loop belongs to thread " + thread.getName());
        if (running) throw new IllegalStateException("loop is running");
        if (closed) throw new IllegalStateException("loop is closed");
        running = true;
    }

    /** How long the poll may wait, in milliseconds; −1 for as long as it takes. */
    private long timeout() {
        boolean mustReturn = stopping || active == 0 && requests == 0 || closing != null || finishing != null
                || !pending.isEmpty() || !idle.isEmpty() || !inbox.isEmpty();
        return mustReturn ? 0 : timers.timeout(now);
    }

    private void poll(long millis) {
        long begin = clock.nanos();
        long idleBefore = metrics.idleTime();
        int events = poller.poll(millis);
        events += inbox.run();
        metrics.events(events);
        metrics.add(Phase.POLL, clock.nanos() - begin - (metrics.idleTime() - idleBefore));
    }

    private void runTimers() {
        if (!timers.due(now)) return;
        long begin = clock.nanos();
        timers.run(now);
        metrics.add(Phase.TIMERS, clock.nanos() - begin);
    }

    private void runHandles(Phase phase, PhaseHandle.Queue queue) {
        if (queue.isEmpty()) return;
        long begin = clock.nanos();
        queue.run();
        metrics.add(phase, clock.nanos() - begin);
    }

    private void runPending() {
        poller.runTasks();
        if (pending.isEmpty()) return;
        long begin = clock.nanos();
        for (int left = pending.size(); left > 0; left--) pending.pollFirst().run();
        metrics.add(Phase.PENDING, clock.nanos() - begin);
    }

    private void runClosing() {
        if (closing == null && finishing == null) return;
        long begin = clock.nanos();
        if (finishing == null) {
            finishing = closing;
            closing = null;
        }
        while (finishing != null) {
            Handle handle = finishing;
            finishing = handle.nextClosing;
            handle.nextClosing = null;
            handle.finishClose();
        }
        metrics.add(Phase.CLOSING, clock.nanos() - begin);
    }

    // For handles, requests and pollers.

    /** Waits by {@code wait}, the way this loop's blocker asks for. For pollers only. */
    public void block(Runnable wait) {
        metrics.waitBegins(clock.nanos());
        try {
            blocker.block(wait, wake);
        } finally {
            metrics.waitEnds(clock.nanos());
            updateTime();
        }
    }

    /** Whether nothing has come from other threads since the poll began. A poller asks once more before it waits. */
    public boolean mayBlock() {
        return !stopping && inbox.isEmpty();
    }

    /** Whether {@link #close} was called: nothing calls back any more. Any thread. */
    public boolean closed() {
        return closed;
    }

    /** The place where this loop waits. */
    public Poller poller() {
        return poller;
    }

    /** Makes the loop wait in another place from now on, and closes the one before. */
    public void poller(Poller next) {
        assert inLoop();
        synchronized (waking) {
            Poller before = poller;
            poller = next;
            before.close();
        }
    }

    /** Ends the wait that is under way or about to begin; of a closed loop, nothing. Any thread. */
    public void wakeup() {
        synchronized (waking) {
            if (!closed) poller.wakeup();
        }
    }

    void post(Inbox.Item item) {
        if (inbox.push(item)) wakeup();
    }

    Timers timers() {
        return timers;
    }

    PhaseHandle.Queue idle() {
        return idle;
    }

    PhaseHandle.Queue prepare() {
        return prepare;
    }

    PhaseHandle.Queue check() {
        return check;
    }

    void countActive(int change) {
        active += change;
    }

    void countRequests(int change) {
        requests += change;
    }

    void add(Handle handle) {
        if (closed) throw new IllegalStateException("loop is closed");
        handle.next = handles;
        if (handles != null) handles.previous = handle;
        handles = handle;
    }

    void remove(Handle handle) {
        if (handle.previous == null) handles = handle.next;
        else handle.previous.next = handle.next;
        if (handle.next != null) handle.next.previous = handle.previous;
        handle.previous = null;
        handle.next = null;
    }

    void closeLater(Handle handle) {
        handle.nextClosing = closing;
        closing = handle;
    }

    /** How a loop is made. */
    public static final class Builder {
        private Clock clock = Clock.SYSTEM;
        private Blocker blocker = Blocker.PLAIN;
        private Transport transport = Transport.AUTO;
        private int poolSize = ThreadPool.DEFAULT_SIZE;

        private Builder() {}

        /** The clock for {@link #now}, {@link #hrtime}, timers and metrics. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** What stands around the loop's wait. */
        public Builder blocker(Blocker blocker) {
            this.blocker = blocker;
            return this;
        }

        /** How the loop waits for sockets; one that the platform lacks fails when the first socket is made. */
        public Builder transport(Transport transport) {
            this.transport = transport;
            return this;
        }

        /** The greatest number of pool threads, 1 to 1024; numbers outside are brought inside, as libuv does. */
        public Builder poolSize(int threads) {
            poolSize = Math.clamp(threads, 1, ThreadPool.MAX_SIZE);
            return this;
        }

        /** The loop, owned by the calling thread. */
        public Loop create() {
            return new Loop(this);
        }
    }
}
