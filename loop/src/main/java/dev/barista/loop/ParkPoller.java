package dev.barista.loop;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A poller without I/O: it parks the loop thread. It is what a loop of timers and pool work waits in. */
final class ParkPoller implements Poller {
    private final Loop loop;
    private final Thread thread;
    private final Runnable wait = this::park;

    /** Kept beside the thread's parking permit, because a lock taken on the way to the park may use the permit up. */
    private volatile boolean woken;

    private long millis;

    ParkPoller(Loop loop, Thread thread) {
        this.loop = loop;
        this.thread = thread;
    }

    @Override
    public int poll(long millis) {
        if (millis != 0) {
            this.millis = millis;
            loop.block(wait);
        }
        return 0;
    }

    private void park() {
        if (!woken && loop.mayBlock()) {
            if (millis < 0) LockSupport.park(this);
            else LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(millis));
        }
        woken = false;
        Thread.interrupted(); // A pending interrupt would turn every further park into a spin.
    }

    @Override
    public void wakeup() {
        woken = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void close() {}
}
