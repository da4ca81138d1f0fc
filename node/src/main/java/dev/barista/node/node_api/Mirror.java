package dev.barista.node.node_api;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * Native memory that stands for one buffer on the heap, at one address for as long as the buffer lives. Only the part that native code
 * was shown is ever looked at. Loop thread only.
 */
final class Mirror {
    private static final long ALIGNMENT = 16;

    private final byte[] heap;
    private final MemorySegment heapSegment;
    private MemorySegment memory;

    /** The part that is shown; empty while the buffer is JavaScript's alone. */
    private int from;
    private int to;

    /** What both sides had at the last exchange, from {@link #base} on; {@code null} while only one side at a time can change the bytes. */
    private byte[] before;
    private int base;
    private int holders;

    Mirror(byte[] heap) {
        this.heap = heap;
        this.heapSegment = MemorySegment.ofArray(heap);
    }

    boolean isOf(byte[] array) {
        return heap == array;
    }

    long address() {
        return memory.address();
    }

    void retain() {
        holders++;
    }

    void release() {
        holders--;
    }

    boolean isRetained() {
        return holders > 0;
    }

    /** Gives native code a part, beside what it has. */
    void show(int start, int end) {
        if (memory == null) memory = Arena.ofAuto().allocate(heap.length, ALIGNMENT);   // freed with the last who knows it: the buffer
        int oldFrom = from == to ? end : from;
        int oldTo = from == to ? end : to;
        from = Math.min(oldFrom, start);
        to = Math.max(oldTo, end);
        copy(heapSegment, memory, from, oldFrom);
        copy(heapSegment, memory, oldTo, to);
        if (before != null && to - from > oldTo - oldFrom) widen(oldFrom, oldTo);
    }

    private void widen(int oldFrom, int oldTo) {
        byte[] wider = Arrays.copyOfRange(heap, from, to);
        System.arraycopy(before, oldFrom - base, wider, oldFrom - from, oldTo - oldFrom);
        before = wider;
        base = from;
    }

    void hide() {
        from = to = 0;
        before = null;
    }

    /** From now on only one side at a time can change the bytes. */
    void end() {
        before = null;
    }

    /** Native code, which has had the bytes alone, lets JavaScript have them. */
    void takeBack() {
        if (before != null) return;
        long difference = MemorySegment.mismatch(memory, from, to, heapSegment, from, to);
        if (difference >= 0) copy(memory, heapSegment, from + (int) difference, to);
    }

    /** JavaScript, which has had the bytes alone, lets native code have them. */
    void refill() {
        if (before == null) copy(heapSegment, memory, from, to);
    }

    /** From now on both sides can change the bytes at any time. @return whether anything is shown */
    boolean begin() {
        if (from == to) return false;
        if (before == null) {
            before = Arrays.copyOfRange(heap, from, to);
            base = from;
        }
        return true;
    }

    /** Brings to each side what the other has changed; where both have, native code wins. */
    void exchange() {
        if (before == null) return;
        MemorySegment old = MemorySegment.ofArray(before);
        int size = before.length;
        long ours = MemorySegment.mismatch(heapSegment, base, base + size, old, 0, size);
        long theirs = MemorySegment.mismatch(memory, base, base + size, old, 0, size);
        if (ours < 0 && theirs < 0) return;
        if (ours < 0) copy(memory, heapSegment, base + (int) theirs, base + size);
        else if (theirs >= 0) merge((int) theirs);
        if (ours >= 0) copy(heapSegment, memory, base + (int) ours, base + size);
        System.arraycopy(heap, base, before, 0, size);
    }

    /** Native bytes that have changed go to the heap. */
    private void merge(int first) {
        for (int i = first; i < before.length; i++) {
            byte now = memory.get(ValueLayout.JAVA_BYTE, base + i);
            if (now != before[i]) heap[base + i] = now;
        }
    }

    private static void copy(MemorySegment source, MemorySegment target, int start, int end) {
        if (end > start) MemorySegment.copy(source, start, target, start, end - start);
    }
}
