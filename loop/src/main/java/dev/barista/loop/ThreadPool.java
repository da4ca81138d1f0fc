package dev.barista.loop;

import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * The threads on which a loop has blocking work done: the file system, name look-ups, cryptography, compression.
 *
 * <p>Threads are made when work comes and none is free, up to the pool's size; they are daemons named
 * {@code barista-pool-N} and live until the loop is closed. Completions run on the loop thread, in its poll phase, in the
 * order in which the work ended. Loop thread only, but for the numbers. Source: libuv, "Thread pool work scheduling".
 */
public final class ThreadPool {
    /** libuv's own. */
    public static final int DEFAULT_SIZE = 4;

    /** libuv's own. */
    public static final int MAX_SIZE = 1024;

    /** As of a process's first thread, which is what libuv gives its own: native addons count on it. Only what is used takes memory. */
    private static final long STACK_BYTES = 8 << 20;

    private final Loop loop;
    private final int size;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();

    // Guarded by the lock.
    private final ArrayDeque<Task<?>> queue = new ArrayDeque<>();
    private final ArrayDeque<Task<?>> slowQueue = new ArrayDeque<>();
    private int slowRunning;
    private int threads;
    private int idle;
    private boolean closed;

    private volatile int active;

    ThreadPool(Loop loop, int size) {
        if (size < 1 || size > MAX_SIZE) throw new IllegalArgumentException("pool size " + size);
        this.loop = loop;
        this.size = size;
    }

    /** The greatest number of threads. */
    public int size() {
        return size;
    }

    /** How many threads there are. Any thread. */
    public int threads() {
        return locked(() -> threads);
    }

    /** How much work waits for a thread. Any thread. */
    public int queued() {
        return locked(() -> queue.size() + slowQueue.size());
    }

    /** How much work is being done. Any thread. */
    public int active() {
        return active;
    }

    /**
     * Has {@code work} done on a thread of the pool and its outcome given to {@code done} on the loop thread. The loop stays
     * alive until then.
     */
    public <T> Request submit(Callable<? extends T> work, Completion<? super T> done) {
        return enqueue(new Task<>(this, work, done, false));
    }

    /**
     * Like {@link #submit} for work that may wait long for others, as a name look-up does: it never takes more than half of
     * the threads, so that other work goes on.
     */
    public <T> Request submitSlow(Callable<? extends T> work, Completion<? super T> done) {
        return enqueue(new Task<>(this, work, done, true));
    }

    private Request enqueue(Task<?> task) {
        assert loop.inLoop();
        loop.countRequests(1);
        lock.lock();
        try {
            if (closed) throw new IllegalStateException("loop is closed");
            (task.slow ? slowQueue : queue).addLast(task);
            if (idle > 0) work.signal();
            else if (threads < size) startThread();
        } finally {
            lock.unlock();
        }
        return task;
    }

    private void startThread() {
        Thread thread = new Thread(null, this::serve, "barista-pool-" + ++threads, STACK_BYTES, false);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        boolean open;
        do open = serveOne(); while (open);
    }

    /** A method of its own, so that a thread without work holds on to nothing. @return false when the pool is closed */
    private boolean serveOne() {
        Task<?> task = take();
        if (task == null) return false;
        task.perform();
        finished(task);
        return true;
    }

    /** The next work for this thread; null when the pool is closed. */
    private Task<?> take() {
        lock.lock();
        try {
            for (;;) {
                if (closed) return null;
                Task<?> task = next();
                if (task != null) {
                    active++;
                    return task;
                }
                idle++;
                work.awaitUninterruptibly();
                idle--;
            }
        } finally {
            lock.unlock();
        }
    }

    private Task<?> next() {
        if (!slowQueue.isEmpty() && slowRunning < (size + 1) / 2) {
            slowRunning++;
            return slowQueue.pollFirst();
        }
        return queue.pollFirst();
    }

    private void finished(Task<?> task) {
        lock.lock();
        try {
            active--;
            if (task.slow) slowRunning--;
        } finally {
            lock.unlock();
        }
        loop.post(task);
    }

    private boolean remove(Task<?> task) {
        return locked(() -> (task.slow ? slowQueue : queue).remove(task) ? 1 : 0) == 1;
    }

    /** Forgets the work that has not begun, and ends the threads. */
    void close() {
        lock.lock();
        try {
            closed = true;
            queue.clear();
            slowQueue.clear();
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private int locked(IntSupplier read) {
        lock.lock();
        try {
            return read.getAsInt();
        } finally {
            lock.unlock();
        }
    }

    /** One piece of work; afterwards the message that brings its outcome to the loop. */
    private static final class Task<T> extends Inbox.Item implements Request {
        private final ThreadPool pool;
        private final Callable<? extends T> work;
        private final Completion<? super T> done;
        private final boolean slow;
        private T result;
        private Throwable error;

        Task(ThreadPool pool, Callable<? extends T> work, Completion<? super T> done, boolean slow) {
            this.pool = pool;
            this.work = work;
            this.done = done;
            this.slow = slow;
        }

        void perform() {
            try {
                result = work.call();
            } catch (Throwable thrown) {
                error = thrown;
            }
        }

        @Override
        public int cancel() {
            assert pool.loop.inLoop();
            if (!pool.remove(this)) return Errno.EBUSY.code();
            error = new CancellationException();
            pool.loop.post(this);
            return 0;
        }

        @Override
        void run() {
            pool.loop.countRequests(-1);
            done.done(result, error);
        }
    }
}
