package dev.barista.loop;

/**
 * The place where a loop waits. A loop starts with one that can only park, and gets one that watches sockets when the
 * first handle asks for it ({@link Loop#poller(Poller)}), so that a program without sockets never loads them.
 */
public interface Poller extends AutoCloseable {
    /**
     * Waits inside {@link Loop#block}, then runs the callbacks of what became ready. Loop thread only.
     *
     * @param millis the longest wait; 0 does not wait, a negative number waits for an event or {@link #wakeup}
     * @return how many events were handled
     */
    int poll(long millis);

    /** Runs tasks that were queued on the poller itself. Loop thread only. */
    default void runTasks() {}

    /** Ends the poll that is under way; the loop itself makes sure that one about to begin does not wait. Any thread. */
    void wakeup();

    /** Releases what the poller holds. Loop thread only. */
    @Override
    void close();
}
