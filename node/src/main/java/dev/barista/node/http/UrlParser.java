package dev.barista.node.http;

/** Which bytes may come next in a request's target: llhttp's strict rules. Loop thread only. */
final class UrlParser {
    private static final int START = 0;
    private static final int SCHEMA = 1;
    private static final int SCHEMA_SLASH = 2;
    private static final int SCHEMA_SLASHES = 3;
    private static final int SERVER_START = 4;
    private static final int SERVER = 5;
    private static final int SERVER_AFTER_AT = 6;
    private static final int PATH = 7;
    private static final int QUERY = 8;
    private static final int FRAGMENT = 9;

    private int state;

    void begin(boolean connect) {
        state = connect ? SERVER_START : START;
    }

    /**
     * Moves the cursor to the end of the target.
     *
     * @return whether the end was reached: a space, CR or LF, which stays
     */
    boolean step(Cursor c) {
        while (c.at < c.end) {
            byte b = c.buf[c.at];
            if (state == PATH && Chars.isUrl(b)) {
                c.at++;
                continue;
            }
            if (b == ' ' || b == '\r' || b == '\n') {
                return state >= SERVER_START || c.failPast("HPE_INVALID_URL", "Invalid characters in url");
            }
            if (b == '\t' || b == '\f') return c.failPast("HPE_INVALID_URL", "Invalid characters in url");
            if (!accept(c, b)) return false;
            c.at++;
        }
        return false;
    }

    private boolean accept(Cursor c, byte b) {
        switch (state) {
            case START -> {
                if (b == '/' || b == '*') state = PATH;
                else if (Chars.isAlpha(b)) state = SCHEMA;
                else return c.fail("HPE_INVALID_URL", "Unexpected start char in url");
            }
            case SCHEMA -> {
                if (b == ':') state = SCHEMA_SLASH;
                else if (!Chars.isAlpha(b)) return c.fail("HPE_INVALID_URL", "Unexpected char in url schema");
            }
            case SCHEMA_SLASH, SCHEMA_SLASHES -> {
                if (b != '/') return c.fail("HPE_INVALID_URL", "Unexpected char in url schema");
                state++;
            }
            case SERVER_START, SERVER, SERVER_AFTER_AT -> {
                return server(c, b);
            }
            case PATH -> {
                if (b == '?') state = QUERY;
                else if (b == '#') state = FRAGMENT;
                else return c.fail("HPE_INVALID_URL", "Invalid char in url path");
            }
            case QUERY -> {
                if (b == '#') state = FRAGMENT;
                else if (b != '?' && !Chars.isUrl(b)) return c.fail("HPE_INVALID_URL", "Invalid char in url query");
            }
            default -> {
                if (b != '#' && b != '?' && !Chars.isUrl(b)) return c.fail("HPE_INVALID_URL", "Invalid char in url fragment start");
            }
        }
        return true;
    }

    private boolean server(Cursor c, byte b) {
        if (b == '/') {
            state = PATH;
        } else if (b == '?') {
            state = QUERY;
        } else if (b == '@') {
            if (state == SERVER_AFTER_AT) return c.failPast("HPE_INVALID_URL", "Double @ in url");
            state = SERVER_AFTER_AT;
        } else if (Chars.isUserInfo(b) || b == '[' || b == ']') {
            if (state == SERVER_START) state = SERVER;
        } else {
            return c.fail("HPE_INVALID_URL", "Unexpected char in url server");
        }
        return true;
    }
}
