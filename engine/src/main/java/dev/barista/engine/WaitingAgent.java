package dev.barista.engine;

import com.oracle.truffle.js.runtime.JSAgent;
import com.oracle.truffle.js.runtime.JSAgentWaiterList.WaiterRecord;
import com.oracle.truffle.js.runtime.objects.AsyncContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The agent of a realm whose thread sleeps elsewhere than in the engine: it tells of {@code Atomics.waitAsync}, whose promises the
 * drain of the microtasks settles. And it leaves the async context of a promise's handler in force when the handler has returned: what it
 * returned is a thenable perhaps, and its error perhaps nobody's. Realm's thread only, but for what the engine calls from the thread that
 * notifies.
 */
final class WaitingAgent extends JSAgent {
    /** Those with a time limit, of whose end the engine does not tell; some may be over already. */
    private final List<WaiterRecord> limited = new ArrayList<>();

    private volatile AsyncWaits listener = AsyncWaits.NOBODY;

    /** Whether a job of the queue that is being drained has entered its context and not left it. */
    private boolean inJob;

    WaitingAgent() {
        super(true);
    }

    void listener(AsyncWaits waits) {
        listener = waits;
    }

    /** Runs the microtasks, those of a drain within a microtask too. The async context is the same before and after. */
    void drain(boolean endOfMacrotask) {
        boolean outerJob = inJob;
        AsyncContext outer = getAsyncContextMapping();
        inJob = false;
        try {
            processAllPromises(endOfMacrotask);
        } finally {
            inJob = outerJob;
            enter(outer);
        }
    }

    /**
     * Called by the engine alone, in pairs: before it calls a job's function and, with what the first call returned, after that. The second
     * one changes nothing: the job goes on to settle its promise, and the next one or the end of the drain has another context.
     */
    @Override
    public AsyncContext asyncContextSwap(AsyncContext next) {
        inJob = !inJob;
        return inJob ? super.asyncContextSwap(next) : getAsyncContextMapping();
    }

    /** Makes {@code next} the async context and returns the one before. */
    AsyncContext enter(AsyncContext next) {
        return super.asyncContextSwap(next);
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
