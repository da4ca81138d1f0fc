package dev.barista.loop;

/**
 * A source of monotonic time. Any thread.
 *
 * <p>Tests give a loop a clock of theirs through {@link Loop.Builder#clock}; a loop that must wait still waits by the
 * system's clock, so such a test runs the loop with {@link RunMode#NOWAIT}.
 */
@FunctionalInterface
public interface Clock {
    /** The system's monotonic clock. */
    Clock SYSTEM = System::nanoTime;

    /** The time in nanoseconds from an arbitrary origin; it never goes back. */
    long nanos();
}
