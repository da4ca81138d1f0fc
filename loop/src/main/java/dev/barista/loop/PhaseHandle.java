package dev.barista.loop;

import java.util.ArrayDeque;

/** A handle that is called once in every iteration, in the phase its subclass names. Loop thread only. */
public abstract sealed class PhaseHandle extends Handle permits IdleHandle, PrepareHandle, CheckHandle {
    private final Queue queue;
    private Runnable callback;

    PhaseHandle(Loop loop, Queue queue) {
        super(loop);
        this.queue = queue;
    }

    /**
     * Starts calling; a started handle keeps its callback. As in libuv, the handle started last is called first, and one
     * started in its own phase is called from the next iteration on.
     *
     * @return 0, or {@code EINVAL} if the handle is closing
     */
    public final int start(Runnable callback) {
        if (closing()) return Errno.EINVAL.code();
        if (active()) return 0;
        this.callback = callback;
        queue.started.addFirst(this);
        activate();
        return 0;
    }

    /** Stops calling, at once. Stopping a stopped handle is harmless. */
    public final void stop() {
        if (!active()) return;
        if (!queue.started.remove(this)) queue.due.remove(this);
        deactivate();
    }

    @Override
    protected final void onClose() {
        stop();
    }

    /** The started handles of one phase. */
    static final class Queue {
        private final ArrayDeque<PhaseHandle> started = new ArrayDeque<>(4);

        /** To be called in this iteration. Empty between phases, unless a callback threw. */
        private final ArrayDeque<PhaseHandle> due = new ArrayDeque<>(4);

        boolean isEmpty() {
            return started.isEmpty() && due.isEmpty();
        }

        void run() {
            while (!started.isEmpty()) due.addLast(started.pollFirst());
            PhaseHandle handle;
            while ((handle = due.pollFirst()) != null) {
                started.addLast(handle);
                handle.callback.run();
            }
        }
    }
}
