package dev.barista.node.locks;

import java.util.concurrent.Executor;

/** A request for a named lock, and once it is granted the lock itself. Its state belongs to the {@link LockTable}. Any thread. */
final class LockRequest {
    final String name;
    final boolean shared;
    final String clientId;
    private final Executor thread;
    private final Runnable granted;
    private final Runnable stolen;

    /**
     * @param clientId names the thread that asks, as {@code query()} tells it
     * @param thread where the two that follow are run
     * @param granted called when the lock is granted later than it was asked for
     * @param stolen called when another has taken it away
     */
    LockRequest(String name, boolean shared, String clientId, Executor thread, Runnable granted, Runnable stolen) {
        this.name = name;
        this.shared = shared;
        this.clientId = clientId;
        this.thread = thread;
        this.granted = granted;
        this.stolen = stolen;
    }

    void tellGranted() {
        thread.execute(granted);
    }

    void tellStolen() {
        thread.execute(stolen);
    }
}
