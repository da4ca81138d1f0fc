package dev.barista.node.http;

/**
 * Counts the bytes of a head against Node's {@code maxHeaderSize}: target, reason phrase, names and values, as Node does, and everything
 * else, white space above all, against eight times as much, so that memory is bounded. Loop thread only.
 */
final class Limits {
    private static final int WHOLE_BLOCK_FACTOR = 8;

    private final int maxHeaderSize;
    private int closed;      // bytes of spans that have ended
    private int spanStart;   // where in the block the open span began

    Limits(int maxHeaderSize) {
        this.maxHeaderSize = maxHeaderSize;
    }

    void begin() {
        closed = 0;
    }

    void open(int position) {
        spanStart = position;
    }

    /** Ends the span that began at the last {@link #open}. @return false if the limit is reached */
    boolean count(Cursor cursor, int position) {
        closed += position - spanStart;
        spanStart = position;
        return closed < maxHeaderSize || overflow(cursor);
    }

    /** Checks when a piece ends within a span or between two. */
    boolean check(Cursor cursor, int position, boolean inSpan) {
        boolean fits = (inSpan ? closed + position - spanStart : closed) < maxHeaderSize;
        return fits && position / WHOLE_BLOCK_FACTOR < maxHeaderSize || overflow(cursor);
    }

    private static boolean overflow(Cursor cursor) {
        return cursor.fail("HPE_HEADER_OVERFLOW", "Header overflow");
    }
}
