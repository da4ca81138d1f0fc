package dev.barista.loop;

import java.util.ArrayDeque;
import java.util.Arrays;

/** The timers of one loop: a binary heap by due time and start order. Loop thread only. */
final class Timers {
    /** The index of a timer that is not in the heap. */
    static final int OUT = -1;

    /** The index of a timer that is due and waits for its turn. */
    private static final int READY = -2;

    private TimerHandle[] heap = new TimerHandle[8];
    private int size;
    private long started;

    /** Due and not yet fired. A callback may still stop one of them. */
    private final ArrayDeque<TimerHandle> ready = new ArrayDeque<>();

    void add(TimerHandle timer) {
        assert timer.index == OUT;
        timer.startId = started++;
        if (size == heap.length) heap = Arrays.copyOf(heap, size * 2);
        up(size++, timer);
    }

    void remove(TimerHandle timer) {
        int index = timer.index;
        if (index == OUT) return;
        timer.index = OUT;
        if (index == READY) {
            ready.remove(timer);
            return;
        }
        TimerHandle last = heap[--size];
        heap[size] = null;
        if (last == timer) return;
        down(index, last);
        if (heap[index] == last) up(index, last);
    }

    /**
     * @param now the loop's time in milliseconds
     * @return milliseconds until the first timer is due, or −1 if there is none
     */
    long timeout(long now) {
        return size == 0 ? -1 : Math.max(0, heap[0].due - now);
    }

    /** Whether a timer is due at that time, in milliseconds. */
    boolean due(long now) {
        return size > 0 && heap[0].due <= now || !ready.isEmpty();
    }

    /** Fires the timers due at that time; those which become due while it runs wait for the next call. */
    void run(long now) {
        while (size > 0 && heap[0].due <= now) {
            TimerHandle timer = heap[0];
            remove(timer);
            timer.expire();
            timer.index = READY;
            ready.addLast(timer);
        }
        TimerHandle timer;
        while ((timer = ready.pollFirst()) != null) {
            timer.index = OUT;
            timer.fire();
        }
    }

    private void up(int index, TimerHandle timer) {
        while (index > 0) {
            int parent = (index - 1) >>> 1;
            if (!before(timer, heap[parent])) break;
            put(index, heap[parent]);
            index = parent;
        }
        put(index, timer);
    }

    private void down(int index, TimerHandle timer) {
        int half = size >>> 1;
        while (index < half) {
            int child = 2 * index + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) child++;
            if (!before(heap[child], timer)) break;
            put(index, heap[child]);
            index = child;
        }
        put(index, timer);
    }

    private void put(int index, TimerHandle timer) {
        heap[index] = timer;
        timer.index = index;
    }

    private static boolean before(TimerHandle a, TimerHandle b) {
        return a.due != b.due ? a.due < b.due : a.startId < b.startId;
    }
}
