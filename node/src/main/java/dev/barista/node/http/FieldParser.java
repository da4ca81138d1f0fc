package dev.barista.node.http;

/** Header or trailer fields up to the empty line. Loop thread only. */
final class FieldParser {
    private static final int FIRST = 0;
    private static final int NEXT = 1;
    private static final int NAME = 2;
    private static final int BEFORE_VALUE = 3;
    private static final int LF_AFTER_NOTHING = 4;
    private static final int AFTER_NOTHING = 5;
    private static final int VALUE = 6;
    private static final int LF_AFTER_VALUE = 7;
    private static final int AFTER_VALUE = 8;
    private static final int LF_AT_END = 9;
    private static final String TOKEN = "HPE_INVALID_HEADER_TOKEN";

    private final Cursor cursor;
    private final HeadBlock block;
    private final Limits limits;
    private final Framing framing;
    private final boolean lenient;

    private int state;
    private Framing.Kind kind;
    private int nameStart;
    private int nameEnd;
    private int valueStart;
    private int valueEnd;

    FieldParser(Cursor cursor, HeadBlock block, Limits limits, Framing framing, boolean lenient) {
        this.cursor = cursor;
        this.block = block;
        this.limits = limits;
        this.framing = framing;
        this.lenient = lenient;
    }

    /** @param trailers whether these are the fields behind a chunked body */
    void begin(boolean trailers) {
        state = trailers ? NEXT : FIRST;
    }

    boolean inText() {
        return state == NAME || state == VALUE;
    }

    /** Reads on. @return whether the empty line was reached */
    boolean step() {
        Cursor c = cursor;
        while (c.at < c.end) {
            byte b = c.buf[c.at];
            switch (state) {
                case FIRST -> {
                    if (b != ' ') {
                        state = NEXT;
                    } else if (lenient) {
                        c.at++;
                    } else {
                        return c.failPast("HPE_UNEXPECTED_SPACE", "Unexpected space after start line");
                    }
                }
                case NEXT -> {
                    if (b == '\r') {
                        c.at++;
                        state = LF_AT_END;
                    } else if (b == '\n') {
                        if (!lenient) return c.failPast(TOKEN, "Invalid header field char");
                        state = LF_AT_END;
                    } else if (!Chars.isToken(b)) {
                        return c.fail(TOKEN, "Invalid header token");
                    } else {
                        nameStart = block.position();
                        limits.open(nameStart);
                        state = NAME;
                    }
                }
                case NAME -> {
                    if (!name()) return false;
                }
                case BEFORE_VALUE -> {
                    if (!beforeValue(b)) return false;
                }
                case LF_AFTER_NOTHING -> {
                    if (b == '\n') c.at++;
                    else if (!lenient) return c.fail("HPE_STRICT", "Expected LF after CR");
                    state = AFTER_NOTHING;
                }
                case AFTER_NOTHING -> {
                    if (Chars.isBlank(b)) {
                        if (!lenient) return c.failPast(TOKEN, "Invalid header value char");
                        state = BEFORE_VALUE;
                    } else {
                        valueStart = nameEnd;
                        valueEnd = nameEnd;
                        if (!end()) return false;
                    }
                }
                case VALUE -> {
                    if (!value()) return false;
                }
                case LF_AFTER_VALUE -> {
                    if (b != '\n') return c.fail("HPE_LF_EXPECTED", "Missing expected LF after header value");
                    c.at++;
                    state = AFTER_VALUE;
                }
                case AFTER_VALUE -> {
                    if (!Chars.isBlank(b)) {
                        if (!end()) return false;
                    } else if (lenient) {
                        block.fold();
                        limits.open(block.position());
                        state = VALUE;
                    } else {
                        return c.fail(TOKEN, "Unexpected whitespace after header value");
                    }
                }
                default -> {
                    if (b == '\n') c.at++;
                    else if (!lenient) return c.fail("HPE_STRICT", "Expected LF after headers");
                    return true;
                }
            }
        }
        return false;
    }

    private boolean name() {
        Cursor c = cursor;
        byte[] buf = c.buf;
        int i = c.at;
        while (i < c.end && Chars.isToken(buf[i])) i++;
        c.at = i;
        if (i == c.end) return false;
        if (buf[i] != ':') return c.fail(TOKEN, "Invalid header token");
        nameEnd = block.position();
        if (!limits.count(c, nameEnd)) return false;
        byte[] bytes = block.bytesFrom(nameStart);
        kind = Framing.kind(bytes, block.offset(nameStart), block.offset(nameEnd));
        if (kind != Framing.Kind.OTHER && !framing.name(kind, c)) return false;
        c.at++;
        state = BEFORE_VALUE;
        return true;
    }

    private boolean beforeValue(byte b) {
        Cursor c = cursor;
        if (Chars.isBlank(b)) {
            c.at++;
        } else if (b == '\r') {
            c.at++;
            state = LF_AFTER_NOTHING;
        } else if (b == '\n') {
            if (!lenient) return c.failPast(TOKEN, "Invalid header value char");
            state = LF_AFTER_NOTHING;
        } else {
            valueStart = block.position();
            limits.open(valueStart);
            state = VALUE;
        }
        return true;
    }

    private boolean value() {
        Cursor c = cursor;
        byte[] buf = c.buf;
        int i = c.at;
        if (lenient) {
            while (i < c.end && buf[i] != '\r' && buf[i] != '\n') i++;
        } else {
            while (i < c.end && Chars.isValue(buf[i])) i++;
        }
        c.at = i;
        if (i == c.end) return false;
        valueEnd = block.position();
        if (!limits.count(c, valueEnd)) return false;
        if (buf[i] == '\r') {
            c.at++;
            state = LF_AFTER_VALUE;
            return true;
        }
        if (buf[i] != '\n') return c.fail(TOKEN, "Invalid header value char");
        if (!lenient) return c.fail("HPE_CR_EXPECTED", "Missing expected CR after header value");
        state = LF_AFTER_VALUE;
        return true;
    }

    /** Ends a field: white space at the end of its value is not part of it. */
    private boolean end() {
        if (valueEnd > valueStart) {
            byte[] bytes = block.bytesFrom(valueStart);
            while (valueEnd > valueStart && Chars.isBlank(bytes[block.offset(valueEnd - 1)])) valueEnd--;
        }
        block.field(nameStart, nameEnd, valueStart, valueEnd);
        state = NEXT;
        if (kind == Framing.Kind.OTHER) return true;
        byte[] bytes = block.bytesFrom(valueStart);
        return framing.value(kind, bytes, block.offset(valueStart), block.offset(valueEnd), cursor, block.index(valueStart));
    }
}
