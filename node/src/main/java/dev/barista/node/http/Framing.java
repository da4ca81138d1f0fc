package dev.barista.node.http;

/**
 * What the fields of a head say about the message's body and about its connection: RFC 9112, sections 6 and 9. Loop thread only.
 */
final class Framing {
    /** Fields that say something. */
    enum Kind { OTHER, CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING, UPGRADE }

    private static final long RADIX = 10;

    private final boolean request;
    private final boolean lenient;

    boolean close;
    boolean keepAlive;
    boolean connectionUpgrade;
    boolean upgrade;
    boolean chunked;
    boolean transferEncoding;
    boolean hasLength;
    long contentLength;   // unsigned

    Framing(boolean request, boolean lenient) {
        this.request = request;
        this.lenient = lenient;
    }

    void begin() {
        close = false;
        keepAlive = false;
        connectionUpgrade = false;
        upgrade = false;
        chunked = false;
        transferEncoding = false;
        hasLength = false;
        contentLength = 0;
    }

    static Kind kind(byte[] b, int from, int to) {
        return switch (to - from) {
            case 7 -> Chars.same(b, from, to, "upgrade") ? Kind.UPGRADE : Kind.OTHER;
            case 10 -> Chars.same(b, from, to, "connection") ? Kind.CONNECTION : Kind.OTHER;
            case 14 -> Chars.same(b, from, to, "content-length") ? Kind.CONTENT_LENGTH : Kind.OTHER;
            case 16 -> Chars.same(b, from, to, "proxy-connection") ? Kind.CONNECTION : Kind.OTHER;
            case 17 -> Chars.same(b, from, to, "transfer-encoding") ? Kind.TRANSFER_ENCODING : Kind.OTHER;
            default -> Kind.OTHER;
        };
    }

    /** Takes note of a name, whose colon is under the cursor. */
    boolean name(Kind kind, Cursor c) {
        switch (kind) {
            case CONTENT_LENGTH -> {
                if (transferEncoding && !lenient) {
                    return c.failPast("HPE_INVALID_CONTENT_LENGTH", "Content-Length can't be present with Transfer-Encoding");
                }
            }
            case TRANSFER_ENCODING -> {
                if (hasLength && !lenient) {
                    return c.failPast("HPE_INVALID_TRANSFER_ENCODING", "Transfer-Encoding can't be present with Content-Length");
                }
            }
            case UPGRADE -> upgrade = true;
            default -> { }
        }
        return true;
    }

    /**
     * Takes note of a value.
     *
     * @param index where the value begins in the cursor's piece, for reports
     */
    boolean value(Kind kind, byte[] b, int from, int to, Cursor c, int index) {
        return switch (kind) {
            case CONNECTION -> {
                connection(b, from, to);
                yield true;
            }
            case CONTENT_LENGTH -> length(b, from, to, c, index);
            case TRANSFER_ENCODING -> codings(b, from, to, c, index);
            default -> true;
        };
    }

    private void connection(byte[] b, int from, int to) {
        for (int i = from; i < to; ) {
            int comma = i;
            while (comma < to && b[comma] != ',') comma++;
            int start = i;
            int end = comma;
            while (start < end && isSpace(b[start])) start++;
            while (end > start && isSpace(b[end - 1])) end--;
            if (Chars.same(b, start, end, "close")) close = true;
            else if (Chars.same(b, start, end, "keep-alive")) keepAlive = true;
            else if (Chars.same(b, start, end, "upgrade")) connectionUpgrade = true;
            i = comma + 1;
        }
    }

    private boolean length(byte[] b, int from, int to, Cursor c, int index) {
        if (from == to) return c.fail("HPE_INVALID_CONTENT_LENGTH", "Empty Content-Length");
        if (hasLength) return c.failAt("HPE_UNEXPECTED_CONTENT_LENGTH", "Duplicate Content-Length", index);
        hasLength = true;
        long length = 0;
        long most = Long.divideUnsigned(-1, RADIX);
        for (int i = from; i < to; i++) {
            int at = index + i - from;
            if (!Chars.isDigit(b[i])) {
                while (i < to && b[i] == ' ') i++;
                if (i == to) break;
                return c.failAt("HPE_INVALID_CONTENT_LENGTH", "Invalid character in Content-Length", index + i - from);
            }
            int digit = b[i] - '0';
            long tenfold = length * RADIX;
            if (Long.compareUnsigned(length, most) > 0 || Long.compareUnsigned(tenfold, -1 - digit) > 0) {
                return c.failAt("HPE_INVALID_CONTENT_LENGTH", "Content-Length overflow", at + 1);
            }
            length = tenfold + digit;
        }
        contentLength = length;
        return true;
    }

    private boolean codings(byte[] b, int from, int to, Cursor c, int index) {
        if (from == to) return true;
        transferEncoding = true;
        boolean strict = request && !lenient;
        if (chunked && strict) return c.failAt("HPE_INVALID_TRANSFER_ENCODING", "Invalid `Transfer-Encoding` header value", index + 1);
        chunked = false;
        for (int i = from; i < to; ) {
            int comma = i;
            while (comma < to && b[comma] != ',') comma++;
            int start = i;
            int end = comma;
            while (start < end && isSpace(b[start])) start++;
            while (end > start && isSpace(b[end - 1])) end--;
            chunked = Chars.same(b, start, end, "chunked");
            if (chunked && comma < to && strict) {
                return c.failAt("HPE_INVALID_TRANSFER_ENCODING", "Invalid `Transfer-Encoding` header value", index + comma - from + 1);
            }
            i = comma + 1;
        }
        return true;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\r' || b == '\n';   // not a tab: llhttp takes "chunked\t" for another coding
    }

    /** Whether the message's end is the connection's end. */
    boolean endsWithConnection(int status, boolean noBody) {
        if (request || status / 100 == 1 || status == 204 || status == 304 || noBody) return false;
        if (transferEncoding && !chunked) return true;
        return !chunked && !hasLength;
    }

    boolean keepsAlive(int major, int minor, int status, boolean noBody) {
        boolean may = major > 0 && minor > 0 ? !close : keepAlive;
        return may && !endsWithConnection(status, noBody);
    }
}
