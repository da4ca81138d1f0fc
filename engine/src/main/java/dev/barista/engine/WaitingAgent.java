package dev.barista.engine;

import com.oracle.truffle.js.runtime.JSAgent;
import com.oracle.truffle.js.runtime.JSAgentWaiterList.WaiterRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The agent of a realm whose thread sleeps elsewhere than in the engine: it tells of {@code Atomics.waitAsync}, whose promises the
 * drain of the microtasks settles. Realm's thread only, but for what the engine calls from the thread that notifies.
 */
final class WaitingAgent extends JSAgent {
    /** Those with a time limit, of whose end the engine does not tell; some may be over already. */
    private final List<WaiterRecord> limited = new ArrayList<>();

    private volatile AsyncWaits listener = AsyncWaits.NOBODY;

    WaitingAgent() {
        super(true);
    }

    void listener(AsyncWaits waits) {
        listener = waits;
    }

    /** Called when a wait begins: nothing can go on by then. */
    @Override
    public void wake() {}

    /** Called when a wait without a limit was notified, by any thread, and when one with a limit begins. */
    @Override
    public void enqueueWaitAsyncPromiseJob(WaiterRecord waiter) {
        super.enqueueWaitAsyncPromiseJob(waiter);
        if (waiter.isNotified()) {
            listener.over();
            return;
        }
        limited.add(waiter);
        listener.begins();
    }

    /** Milliseconds until the first wait with a limit ends by itself; −1 if there is none. */
    long millisLeft() {
        long now = System.nanoTime();
        limited.removeIf(waiter -> isNotified(waiter) || left(waiter, now) <= 0);
        return limited.stream().mapToLong(waiter -> left(waiter, now)).min().orElse(-1);
    }

    private static boolean isNotified(WaiterRecord waiter) {
        waiter.getWaiterListEntry().enterCriticalSection();
        try {
            return waiter.isNotified();
        } finally {
            waiter.getWaiterListEntry().leaveCriticalSection();
        }
    }

    private static long left(WaiterRecord waiter, long now) {
        long waited = TimeUnit.NANOSECONDS.toMillis(now - waiter.getCreationTime());
        return (long) Math.ceil(waiter.getTimeout()) - waited;
    }
}
