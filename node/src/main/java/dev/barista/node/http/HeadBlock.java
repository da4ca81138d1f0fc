package dev.barista.node.http;

import java.util.Arrays;

/**
 * The bytes of the head (or the trailers) that is being read, and where its fields stand. Loop thread only.
 *
 * <p>While the block lies within one piece of input it is not copied: positions count from its first byte, wherever that is. What has
 * come when a piece ends is kept for the next one.
 */
final class HeadBlock {
    private static final int FIRST_SIZE = 512;
    private static final int FIRST_FIELDS = 16;

    private final Cursor cursor;
    private byte[] held = {};
    private int heldLength;
    private int start;
    private int[] marks = new int[FIRST_FIELDS * Fields.MARKS];
    private int count;
    private boolean folded;
    private int base;

    HeadBlock(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Begins a block at the cursor. */
    void begin() {
        heldLength = 0;
        start = cursor.at;
        count = 0;
        folded = false;
    }

    /** Continues a block in a new piece. */
    void resume() {
        start = cursor.at;
    }

    /** Where the cursor is, counted from the block's first byte. */
    int position() {
        return heldLength + cursor.at - start;
    }

    /** Keeps what has been read of the block, since the piece ends. */
    void hold() {
        int length = cursor.at - start;
        if (heldLength + length > held.length) held = Arrays.copyOf(held, Math.max(Math.max(2 * held.length, FIRST_SIZE), heldLength + length));
        System.arraycopy(cursor.buf, start, held, heldLength, length);
        heldLength += length;
        start = cursor.at;
    }

    /** Adds a field; all positions are the block's. */
    void field(int nameStart, int nameEnd, int valueStart, int valueEnd) {
        int at = count++ * Fields.MARKS;
        if (at == marks.length) marks = Arrays.copyOf(marks, 2 * at);
        marks[at] = nameStart;
        marks[at + 1] = nameEnd;
        marks[at + 2] = valueStart;
        marks[at + 3] = valueEnd;
    }

    /** Notes that a value goes on in a second line. */
    void fold() {
        folded = true;
    }

    /** An array in which the bytes from a position on stand together; {@link #offset} tells where. */
    byte[] bytesFrom(int position) {
        if (position >= heldLength) {
            base = start - heldLength;
            return cursor.buf;
        }
        hold();
        base = 0;
        return held;
    }

    /** The index, in the array that {@link #bytesFrom} gave last, of a position. */
    int offset(int position) {
        return base + position;
    }

    /** The index in the current piece of a position, which may lie before its start. */
    int index(int position) {
        return start - heldLength + position;
    }

    Head head(StartLineParser line, Framing framing, boolean upgrade, boolean keepAlive) {
        return new Head(bytes(), Arrays.copyOf(marks, count * Fields.MARKS), count, folded, line, framing, upgrade, keepAlive);
    }

    Fields fields() {
        return count == 0 ? Fields.NONE : new Fields(bytes(), Arrays.copyOf(marks, count * Fields.MARKS), count, folded);
    }

    private byte[] bytes() {
        byte[] all = new byte[position()];
        System.arraycopy(held, 0, all, 0, heldLength);
        System.arraycopy(cursor.buf, start, all, heldLength, cursor.at - start);
        return all;
    }
}
