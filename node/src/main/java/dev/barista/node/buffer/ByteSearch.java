package dev.barista.node.buffer;

import dev.barista.engine.ByteSlice;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Search for bytes in bytes, from the front or the back, at every position or only at even ones. Any thread. */
final class ByteSearch {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private ByteSearch() {}

    /**
     * The first match at {@code from} or after it, or, backwards, the last one at {@code from} or before it.
     *
     * @param needle not empty
     * @param step 1, or 2 where matches must begin at even positions
     * @return its position, or -1
     */
    static int indexOf(ByteSlice hay, ByteSlice needle, int from, int step, boolean forward) {
        int last = hay.length() - needle.length();
        if (last < 0) return -1;
        return forward ? forward(hay, needle, from, last, step) : backward(hay, needle, Math.min(from, last), step);
    }

    private static int forward(ByteSlice hay, ByteSlice needle, int from, int last, int step) {
        byte first = needle.array()[needle.offset()];
        for (int at = from; at <= last; at += step) {
            at = indexOf(hay, first, at);
            if (at < 0 || at > last) return -1;
            if (step == 2 && (at & 1) != 0) at--;
            else if (matches(hay, needle, at)) return at;
        }
        return -1;
    }

    private static int backward(ByteSlice hay, ByteSlice needle, int from, int step) {
        byte first = needle.array()[needle.offset()];
        for (int at = from; at >= 0; at -= step) {
            if (hay.array()[hay.offset() + at] == first && matches(hay, needle, at)) return at;
        }
        return -1;
    }

    private static boolean matches(ByteSlice hay, ByteSlice needle, int at) {
        int start = hay.offset() + at;
        return Arrays.equals(hay.array(), start, start + needle.length(),
                needle.array(), needle.offset(), needle.offset() + needle.length());
    }

    /** The first position of a byte at {@code from} or after it, or -1. Eight bytes at a time. */
    static int indexOf(ByteSlice hay, byte wanted, int from) {
        byte[] array = hay.array();
        int end = hay.offset() + hay.length();
        int at = hay.offset() + from;
        long pattern = (wanted & 0xFF) * ONES;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            long word = (long) WORDS.get(array, at) ^ pattern;
            long zeros = word - ONES & ~word & HIGHS;
            if (zeros != 0) return at - hay.offset() + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
        }
        for (; at < end; at++) {
            if (array[at] == wanted) return at - hay.offset();
        }
        return -1;
    }

    /** The last position of a byte at {@code from} or before it, or -1. */
    static int lastIndexOf(ByteSlice hay, byte wanted, int from) {
        for (int at = Math.min(from, hay.length() - 1); at >= 0; at--) {
            if (hay.array()[hay.offset() + at] == wanted) return at;
        }
        return -1;
    }
}
