package dev.barista.node.http;

/** The line in front of each piece of a chunked body: its size and extensions. RFC 9112, section 7.1. Loop thread only. */
final class ChunkParser {
    private static final int MAX_EXTENSIONS = 16 * 1024;

    private static final int FIRST_DIGIT = 0;
    private static final int DIGITS = 1;
    private static final int SPACES = 2;
    private static final int LF_AFTER_SIZE = 3;
    private static final int EXTENSION = 4;
    private static final int EXTENSION_NAME = 5;
    private static final int EXTENSION_VALUE = 6;
    private static final int QUOTED = 7;
    private static final int QUOTED_PAIR = 8;
    private static final int QUOTED_END = 9;
    private static final int DATA_END = 10;
    private static final int LF_AFTER_DATA = 11;

    private static final int RADIX_BITS = 4;
    private static final int RADIX = 16;
    private static final String STRICT = "HPE_STRICT";

    private final Cursor cursor;
    private final boolean lenient;
    private int state;
    private long size;   // unsigned
    private int extensions;

    ChunkParser(Cursor cursor, boolean lenient) {
        this.cursor = cursor;
        this.lenient = lenient;
    }

    void begin() {
        state = FIRST_DIGIT;
        size = 0;
        extensions = 0;
    }

    /** The size of the chunk whose line has been read. */
    long size() {
        return size;
    }

    /** Goes on with the line end behind a chunk's data, and then the next chunk's line. */
    void afterData() {
        begin();
        state = DATA_END;
    }

    /** Reads on. @return whether the chunk's data comes next */
    boolean step() {
        Cursor c = cursor;
        while (c.at < c.end) {
            byte b = c.buf[c.at];
            switch (state) {
                case DATA_END -> {
                    if (b == '\r') {
                        c.at++;
                    } else if (!lenient) {
                        if (b == '\n') return c.failPast("HPE_CR_EXPECTED", "Missing expected CR after chunk data");
                        return c.fail(STRICT, "Expected LF after chunk data");
                    }
                    state = LF_AFTER_DATA;
                }
                case LF_AFTER_DATA -> {
                    if (b == '\n') c.at++;
                    else if (!lenient) return c.fail(STRICT, "Expected LF after chunk data");
                    state = FIRST_DIGIT;
                }
                case FIRST_DIGIT, DIGITS -> {
                    if (!size(b)) return false;
                }
                case SPACES -> {
                    if (b == ' ') c.at++;
                    else if (!afterSize(b)) return false;
                }
                case LF_AFTER_SIZE -> {
                    if (b == '\n') c.at++;
                    else if (!lenient) return c.fail(STRICT, "Expected LF after chunk size");
                    return true;
                }
                default -> {
                    if (!extension(b)) return false;
                }
            }
        }
        return false;
    }

    private boolean size(byte b) {
        Cursor c = cursor;
        int digit = b < 0 ? -1 : Character.digit((char) b, RADIX);
        if (digit < 0) {
            if (state == FIRST_DIGIT) return c.fail("HPE_INVALID_CHUNK_SIZE", "Invalid character in chunk size");
            return afterSize(b);
        }
        if (size >>> Long.SIZE - RADIX_BITS != 0) return c.failPast("HPE_INVALID_CHUNK_SIZE", "Chunk size overflow");
        size = size << RADIX_BITS | digit;
        c.at++;
        state = DIGITS;
        return true;
    }

    private boolean afterSize(byte b) {
        Cursor c = cursor;
        switch (b) {
            case '\r' -> {
                c.at++;
                state = LF_AFTER_SIZE;
            }
            case '\n' -> {
                if (!lenient) return c.failPast("HPE_CR_EXPECTED", "Missing expected CR after chunk size");
                state = LF_AFTER_SIZE;
            }
            case ';' -> {
                c.at++;
                state = EXTENSION;
            }
            default -> {
                if (b != ' ') return c.fail("HPE_INVALID_CHUNK_SIZE", "Invalid character in chunk size");
                if (!lenient) return c.failPast("HPE_INVALID_CHUNK_SIZE", "Invalid character in chunk size");
                c.at++;
                state = SPACES;
            }
        }
        return true;
    }

    private boolean extension(byte b) {
        Cursor c = cursor;
        if (++extensions > MAX_EXTENSIONS) return c.fail("HPE_CHUNK_EXTENSIONS_OVERFLOW", "Chunk extensions overflow");
        switch (state) {
            case EXTENSION -> {
                if (b == ' ' || b == '\r') return c.failPast(STRICT, "Invalid character in chunk extensions");
                state = EXTENSION_NAME;
                return true;
            }
            case EXTENSION_NAME -> {
                if (Chars.isToken(b)) c.at++;
                else if (b == '=') next(EXTENSION_VALUE);
                else return delimiter(b, "Missing expected CR after chunk extension name") || after("Invalid character in chunk extensions name");
            }
            case EXTENSION_VALUE -> {
                if (Chars.isToken(b)) c.at++;
                else if (b == '"') next(QUOTED);
                else return delimiter(b, "Missing expected CR after chunk extension value") || after("Invalid character in chunk extensions value");
            }
            case QUOTED -> {
                if (b == '"') next(QUOTED_END);
                else if (b == '\\') next(QUOTED_PAIR);
                else if (Chars.isQuoted(b)) c.at++;
                else return c.failPast(STRICT, "Invalid character in chunk extensions quoted value");
            }
            case QUOTED_PAIR -> {
                if (!Chars.isValue(b)) return c.failPast(STRICT, "Invalid quoted-pair in chunk extensions quoted value");
                next(QUOTED);
            }
            default -> {
                return delimiter(b, "Missing expected CR after chunk extension value")
                        || !c.failed() && c.fail(STRICT, "Invalid character in chunk extensions quote value");
            }
        }
        return true;
    }

    private void next(int state) {
        cursor.at++;
        this.state = state;
    }

    /** Takes what may stand behind any part of an extension. */
    private boolean delimiter(byte b, String noCr) {
        switch (b) {
            case ';' -> next(EXTENSION);
            case '\r' -> next(LF_AFTER_SIZE);
            case '\n' -> {
                if (!lenient) return cursor.fail("HPE_CR_EXPECTED", noCr);
                state = LF_AFTER_SIZE;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean after(String reason) {
        return !cursor.failed() && cursor.failPast(STRICT, reason);
    }
}
