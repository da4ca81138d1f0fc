package dev.barista.loop;

/**
 * Stands around the one call in which a loop waits. Loop thread only.
 *
 * <p>A host that must reach the loop thread while it waits (an engine with safepoints, a debugger) gives the loop a
 * blocker, and calls {@code wake} from any thread to end the wait. The callbacks of the loop never run inside the wait.
 */
@FunctionalInterface
public interface Blocker {
    /** Waits without ceremony. */
    Blocker PLAIN = (wait, wake) -> wait.run();

    /**
     * Calls {@code wait} at least once. Calling it again after an early end is allowed, not calling it again is too: the
     * loop bears early returns.
     *
     * @param wait blocks until there is work for the loop, or its next timer is due, or {@code wake} ran
     * @param wake ends {@code wait}, or the next one if none is under way; any thread
     */
    void block(Runnable wait, Runnable wake);
}
