package dev.barista.node.http;

import java.util.Arrays;
import java.util.List;

/** Request methods that the parser knows: IANA's, WebDAV's and a few old ones; RTSP's in RTSP messages only. Any thread. */
public final class Methods {
    // HTTP's are sorted and come first: that is Node's http.METHODS.
    private static final String[] NAMES = {
        "ACL", "BIND", "CHECKOUT", "CONNECT", "COPY", "DELETE", "GET", "HEAD", "LINK", "LOCK", "M-SEARCH", "MERGE", "MKACTIVITY",
        "MKCALENDAR", "MKCOL", "MOVE", "NOTIFY", "OPTIONS", "PATCH", "POST", "PROPFIND", "PROPPATCH", "PURGE", "PUT", "QUERY", "REBIND",
        "REPORT", "SEARCH", "SOURCE", "SUBSCRIBE", "TRACE", "UNBIND", "UNLINK", "UNLOCK", "UNSUBSCRIBE",
        "ANNOUNCE", "DESCRIBE", "FLUSH", "GET_PARAMETER", "PAUSE", "PLAY", "PRI", "RECORD", "REDIRECT", "SETUP", "SET_PARAMETER", "TEARDOWN",
    };
    private static final int HTTP_COUNT = 35;
    private static final List<String> RTSP_TOO = List.of("OPTIONS", "GET", "POST");

    static final int CONNECT = number("CONNECT");
    static final int GET = number("GET");
    static final int HEAD = number("HEAD");
    static final int POST = number("POST");
    static final int SOURCE = number("SOURCE");
    static final int PRI = number("PRI");

    private Methods() {}

    private static int number(String name) {
        return Arrays.asList(NAMES).indexOf(name);
    }

    /** The name of a method by its number. */
    public static String name(int number) {
        return NAMES[number];
    }

    /** Node's {@code http.METHODS}. */
    public static List<String> http() {
        return List.of(NAMES).subList(0, HTTP_COUNT);
    }

    /** Every method that the parser knows, in the order of their numbers. */
    static List<String> all() {
        return List.of(NAMES);
    }

    static int count() {
        return NAMES.length;
    }

    static boolean isHttp(int method) {
        return method < HTTP_COUNT || method == PRI;
    }

    static boolean isRtsp(int method) {
        return method >= HTTP_COUNT && method != PRI || RTSP_TOO.contains(NAMES[method]);
    }

    /** The method of exactly these bytes, or -1. */
    static int find(byte[] bytes, int length) {
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].length() == length && startsWith(NAMES[i], bytes, length)) return i;
        }
        return -1;
    }

    /** Whether some method begins with these bytes. */
    static boolean begins(byte[] bytes, int length) {
        for (String name : NAMES) {
            if (name.length() >= length && startsWith(name, bytes, length)) return true;
        }
        return false;
    }

    private static boolean startsWith(String name, byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (name.charAt(i) != bytes[i]) return false;
        }
        return true;
    }
}
