package dev.barista.loop;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The queue through which other threads reach a loop: many producers, one consumer, without locks.
 *
 * <p>Producers push on a stack; the loop takes the whole stack at once and runs it in the order of arrival. So a push
 * knows whether it was the first since then, and only the first has to wake the loop.
 */
final class Inbox {
    /** Something to run on the loop thread. In one inbox at a time. */
    abstract static class Item {
        private Item next;

        abstract void run();
    }

    private final AtomicReference<Item> pushed = new AtomicReference<>();

    /** Taken and not yet run: what is left here when an item throws is run by the next {@link #run}. Loop thread only. */
    private Item taken;

    /**
     * Any thread.
     *
     * @return whether the inbox was empty, so that the loop may have to be woken
     */
    boolean push(Item item) {
        Item top;
        do {
            top = pushed.get();
            item.next = top;
        } while (!pushed.compareAndSet(top, item));
        return top == null;
    }

    boolean isEmpty() {
        return pushed.get() == null && taken == null;
    }

    /**
     * Runs what arrived before the call, not what arrives meanwhile. Loop thread only.
     *
     * @return how many items were run
     */
    int run() {
        int count = 0;
        if (taken == null && pushed.get() != null) taken = reversed(pushed.getAndSet(null));
        while (taken != null) {
            Item item = taken;
            taken = item.next;
            item.next = null;
            count++;
            item.run();
        }
        return count;
    }

    private static Item reversed(Item item) {
        Item result = null;
        while (item != null) {
            Item next = item.next;
            item.next = result;
            result = item;
            item = next;
        }
        return result;
    }
}
