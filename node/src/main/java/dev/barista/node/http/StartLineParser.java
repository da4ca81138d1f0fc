package dev.barista.node.http;

/** The first line of a request or response. Loop thread only. */
final class StartLineParser {
    private static final int METHOD = 0;
    private static final int BEFORE_URL = 1;
    private static final int URL = 2;
    private static final int BEFORE_PROTOCOL = 3;
    private static final int PROTOCOL = 4;
    private static final int MAJOR = 5;
    private static final int DOT = 6;
    private static final int MINOR = 7;
    private static final int AFTER_VERSION = 8;
    private static final int LF_AFTER_VERSION = 9;
    private static final int STATUS = 10;
    private static final int AFTER_STATUS = 11;
    private static final int REASON = 12;
    private static final int LF_AFTER_REASON = 13;
    private static final int LF_AFTER_URL = 14;
    private static final int PREFACE = 15;

    private static final int LONGEST_METHOD = 16;
    private static final int STATUS_DIGITS = 3;
    private static final int RADIX = 10;
    private static final String HTTP = "HTTP/";
    private static final String RTSP = "RTSP/";
    private static final String ICE = "ICE/";
    private static final String H2_PREFACE = " * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    private final Cursor cursor;
    private final HeadBlock block;
    private final Limits limits;
    private final UrlParser target = new UrlParser();
    private final boolean request;
    private final boolean lenient;
    private final byte[] word = new byte[LONGEST_METHOD];

    int method;
    int major;
    int minor;
    int status;
    int textStart;
    int textEnd;

    private int state;
    private int matched;
    private String protocol;
    private boolean closed;

    StartLineParser(Cursor cursor, HeadBlock block, Limits limits, boolean request, boolean lenient) {
        this.cursor = cursor;
        this.block = block;
        this.limits = limits;
        this.request = request;
        this.lenient = lenient;
    }

    void begin() {
        state = request ? METHOD : PROTOCOL;
        matched = 0;
        protocol = null;
        method = -1;
        status = 0;
        textStart = 0;
        textEnd = 0;
        closed = true;
    }

    /** Whether the line is in its target or its reason phrase, whose bytes count against the limit. */
    boolean inText() {
        return !closed;
    }

    /** Reads on. @return whether the line is complete */
    boolean step() {
        Cursor c = cursor;
        while (c.at < c.end) {
            byte b = c.buf[c.at];
            switch (state) {
                case METHOD -> {
                    if (!method(b)) return false;
                }
                case BEFORE_URL -> {
                    if (b == ' ') {
                        c.at++;
                    } else {
                        textStart = block.position();
                        limits.open(textStart);
                        closed = false;
                        target.begin(method == Methods.CONNECT);
                        state = URL;
                    }
                }
                case URL -> {
                    if (!url()) return false;
                }
                case BEFORE_PROTOCOL -> {
                    if (b == ' ') c.at++;
                    else state = PROTOCOL;
                }
                case PROTOCOL -> {
                    if (!protocol(b)) return false;
                }
                case MAJOR -> {
                    if (!Chars.isDigit(b)) return c.fail("HPE_INVALID_VERSION", "Invalid major version");
                    major = b - '0';
                    c.at++;
                    state = DOT;
                }
                case DOT -> {
                    if (b != '.') return c.fail("HPE_INVALID_VERSION", "Expected dot");
                    c.at++;
                    state = MINOR;
                }
                case MINOR -> {
                    if (!Chars.isDigit(b)) return c.fail("HPE_INVALID_VERSION", "Invalid minor version");
                    minor = b - '0';
                    c.at++;
                    if (!lenient && !knownVersion()) return c.fail("HPE_INVALID_VERSION", "Invalid HTTP version");
                    state = AFTER_VERSION;
                }
                case AFTER_VERSION -> {
                    if (!afterVersion(b)) return false;
                }
                case LF_AFTER_VERSION -> {
                    if (b == '\n') c.at++;
                    else if (!lenient) return c.fail("HPE_STRICT", "Expected CRLF after version");
                    return true;
                }
                case LF_AFTER_URL -> {
                    if (b != '\n') return c.fail("HPE_INVALID_URL", "Expected CRLF");
                    c.at++;
                    return true;
                }
                case STATUS -> {
                    if (!Chars.isDigit(b)) return c.fail("HPE_INVALID_STATUS", "Invalid status code");
                    status = status * RADIX + b - '0';
                    c.at++;
                    if (++matched == STATUS_DIGITS) state = AFTER_STATUS;
                }
                case AFTER_STATUS -> {
                    if (!afterStatus(b)) return false;
                }
                case REASON -> {
                    if (b != '\r' && b != '\n') {
                        c.at++;
                    } else if (!endText()) {
                        return false;
                    } else {
                        c.at++;
                        if (b == '\n' && !lenient) return c.fail("HPE_CR_EXPECTED", "Missing expected CR after response line");
                        if (b == '\n') return true;
                        state = LF_AFTER_REASON;
                    }
                }
                case LF_AFTER_REASON -> {
                    if (b == '\n') c.at++;
                    else if (!lenient) return c.fail("HPE_STRICT", "Expected LF after CR");
                    return true;
                }
                default -> {
                    if (b != H2_PREFACE.charAt(matched)) return c.fail("HPE_INVALID_VERSION", "Expected HTTP/2 Connection Preface");
                    c.at++;
                    if (++matched == H2_PREFACE.length()) return c.fail("HPE_PAUSED_H2_UPGRADE", "Pause on PRI/Upgrade");
                }
            }
        }
        return false;
    }

    private boolean method(byte b) {
        Cursor c = cursor;
        if (matched == 0 && c.end - c.at > HTTP.length() && b == 'G' && c.buf[c.at + 1] == 'E' && c.buf[c.at + 2] == 'T' && c.buf[c.at + 3] == ' ') {
            c.at += "GET ".length();
            method = Methods.GET;
            state = BEFORE_URL;
            return true;
        }
        if (matched < LONGEST_METHOD) {
            word[matched] = b;
            if (Methods.begins(word, matched + 1)) {
                matched++;
                c.at++;
                return true;
            }
        }
        method = Methods.find(word, matched);
        if (method < 0) return c.fail("HPE_INVALID_METHOD", "Invalid method encountered");
        if (method == Methods.PRI) {
            matched = 0;
            state = PREFACE;
            return true;
        }
        if (b != ' ') return c.fail("HPE_INVALID_METHOD", "Expected space after method");
        c.at++;
        state = BEFORE_URL;
        return true;
    }

    private boolean url() {
        Cursor c = cursor;
        if (!target.step(c)) return false;
        if (!endText()) return false;
        byte b = c.buf[c.at++];
        if (b == ' ') {
            state = BEFORE_PROTOCOL;
            matched = 0;
        } else {   // HTTP/0.9 has no version
            major = 0;
            minor = 9;
            if (b == '\n') c.at--;
            state = LF_AFTER_URL;
        }
        return true;
    }

    private boolean endText() {
        textEnd = block.position();
        closed = true;
        return limits.count(cursor, textEnd);
    }

    private boolean protocol(byte b) {
        Cursor c = cursor;
        if (protocol == null) protocol = b == 'R' ? RTSP : b == 'I' ? ICE : HTTP;
        if (b != protocol.charAt(matched)) return c.fail("HPE_INVALID_CONSTANT", "Expected HTTP/, RTSP/ or ICE/");
        if (matched + 1 < protocol.length()) {
            matched++;
            c.at++;
            return true;
        }
        if (request) {
            if (protocol == ICE && method != Methods.SOURCE) return c.fail("HPE_INVALID_CONSTANT", "Expected SOURCE method for ICE/x.x request");
            if (protocol == RTSP && !Methods.isRtsp(method)) return c.fail("HPE_INVALID_CONSTANT", "Invalid method for RTSP/x.x request");
            if (protocol == HTTP && !Methods.isHttp(method)) return c.fail("HPE_INVALID_CONSTANT", "Invalid method for HTTP/x.x request");
        }
        c.at++;
        state = MAJOR;
        return true;
    }

    private boolean knownVersion() {
        return major == 1 && minor <= 1 || major == 0 && minor == 9 || major == 2 && minor == 0;
    }

    private boolean afterVersion(byte b) {
        Cursor c = cursor;
        if (!request) {
            if (b != ' ') return c.fail("HPE_INVALID_VERSION", "Expected space after version");
            c.at++;
            matched = 0;
            state = STATUS;
            return true;
        }
        if (b == '\r') {
            c.at++;
            state = LF_AFTER_VERSION;
            return true;
        }
        if (b == '\n') {
            if (!lenient) return c.failPast("HPE_INVALID_VERSION", "Expected CRLF after version");
            state = LF_AFTER_VERSION;
            return true;
        }
        return c.fail("HPE_INVALID_VERSION", "Expected CRLF after version");
    }

    private boolean afterStatus(byte b) {
        Cursor c = cursor;
        textStart = block.position();
        if (b == ' ') {
            c.at++;
            textStart++;
            limits.open(textStart);
            closed = false;
            state = REASON;
            return true;
        }
        textEnd = textStart;
        if (b == '\r') {
            c.at++;
            state = LF_AFTER_REASON;
            return true;
        }
        if (b == '\n') {
            if (!lenient) return c.failPast("HPE_INVALID_STATUS", "Invalid response status");
            state = LF_AFTER_REASON;
            return true;
        }
        return c.fail("HPE_INVALID_STATUS", "Invalid response status");
    }
}
