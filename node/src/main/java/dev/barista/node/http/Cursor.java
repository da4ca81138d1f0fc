package dev.barista.node.http;

/**
 * The piece of input that a parser is reading, and what went wrong in it. Loop thread only.
 *
 * <p>The parts of {@link HttpParser} share one: each moves {@link #at} over what it has understood.
 */
final class Cursor {
    byte[] buf;
    int at;
    int end;
    private int start;
    private ParseFailure failure;

    void input(byte[] buf, int offset, int length) {
        this.buf = buf;
        this.start = offset;
        this.at = offset;
        this.end = offset + length;
    }

    boolean more() {
        return at < end;
    }

    /** Bytes of this piece that are understood. */
    int consumed() {
        return at - start;
    }

    ParseFailure failure() {
        return failure;
    }

    boolean failed() {
        return failure != null;
    }

    void clear() {
        failure = null;
    }

    /** Fails at the byte under the cursor; always false, as a step that is not done. */
    boolean fail(String code, String reason) {
        return failAt(code, reason, at);
    }

    /** Fails behind the byte under the cursor. */
    boolean failPast(String code, String reason) {
        return failAt(code, reason, at + 1);
    }

    boolean failAt(String code, String reason, int index) {
        failure = new ParseFailure(code, reason, Math.max(0, index - start));
        return false;
    }
}
