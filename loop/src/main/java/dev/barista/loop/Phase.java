package dev.barista.loop;

/** The phases of one iteration of a {@link Loop}, in their order. */
public enum Phase {
    /** Callbacks that I/O put off. */
    PENDING,
    /** Idle handles. */
    IDLE,
    /** Prepare handles. */
    PREPARE,
    /** Callbacks of I/O, of pool work and of other threads; the wait itself is {@link LoopMetrics#idleTime}. */
    POLL,
    /** Check handles. */
    CHECK,
    /** Close callbacks. */
    CLOSING,
    /** Timers; once more before the first iteration of {@link RunMode#DEFAULT}. */
    TIMERS
}
