package dev.barista.loop;

/** Receives the outcome of work that was done off the loop thread. Called once, on the loop thread. */
@FunctionalInterface
public interface Completion<T> {
    /**
     * @param result what the work returned; null when it failed
     * @param error what the work threw, a {@link java.util.concurrent.CancellationException} when it was cancelled
     *     before it began, or null when it succeeded
     */
    void done(T result, Throwable error);
}
