package dev.barista.loop;

/**
 * A one-shot or repeating timer. Loop thread only. Times are milliseconds on the loop's clock ({@link Loop#now}).
 *
 * <p>Timers fire in the order of their due times; those due together fire in the order in which they were started. A
 * repeating timer is re-armed relative to the loop's time, before its callback. Source: libuv, {@code uv_timer_t}.
 */
public final class TimerHandle extends Handle {
    /** The place in the heap, or {@link Timers#OUT}. */
    int index = Timers.OUT;

    /** Absolute, in milliseconds of {@link Loop#now}. */
    long due;

    /** Breaks ties: equal due times fire in start order. */
    long startId;

    private Runnable onTimeout;
    private long repeat;

    public TimerHandle(Loop loop) {
        super(loop);
    }

    @Override
    public String kind() {
        return "timer";
    }

    /**
     * Starts the timer; one that runs is started anew.
     *
     * @param timeout milliseconds until the first call; 0 means the next time timers are run
     * @param repeat milliseconds between further calls; 0 means none
     * @return 0, or {@code EINVAL} if the handle is closing
     */
    public int start(Runnable onTimeout, long timeout, long repeat) {
        if (closing()) return Errno.EINVAL.code();
        this.onTimeout = onTimeout;
        this.repeat = repeat;
        stop();
        due = loop().now() + timeout;
        if (due < timeout) due = Long.MAX_VALUE;
        loop().timers().add(this);
        activate();
        return 0;
    }

    /** Stops the timer. Stopping a stopped timer is harmless. */
    public void stop() {
        loop().timers().remove(this);
        deactivate();
    }

    /**
     * Starts a repeating timer anew with its repeat interval as the timeout; does nothing for a one-shot timer.
     *
     * @return 0, or {@code EINVAL} if the timer was never started
     */
    public int again() {
        if (onTimeout == null) return Errno.EINVAL.code();
        return repeat == 0 ? 0 : start(onTimeout, repeat, repeat);
    }

    /** The repeat interval in milliseconds, 0 for a one-shot timer. */
    public long repeat() {
        return repeat;
    }

    /** Sets the repeat interval in milliseconds; a timer that is armed already keeps its due time. */
    public void repeat(long millis) {
        repeat = millis;
    }

    /** Milliseconds until the timer is due, 0 if that time has passed. */
    public long dueIn() {
        return Math.max(0, due - loop().now());
    }

    /** Re-arms before calling out, so that the callback may stop the timer. */
    void fire() {
        again();
        onTimeout.run();
    }

    /** Takes the timer out of the heap because it is due. */
    void expire() {
        deactivate();
    }

    @Override
    protected void onClose() {
        stop();
    }
}
