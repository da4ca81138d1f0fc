package dev.barista.node.http;

import java.nio.charset.StandardCharsets;

/** Names of fields that are met often, so that reading one of them makes no String. Any thread. */
final class FieldNames {
    private static final String[] COMMON = {
        "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Accept-Ranges", "Access-Control-Allow-Credentials",
        "Access-Control-Allow-Headers", "Access-Control-Allow-Methods", "Access-Control-Allow-Origin", "Access-Control-Request-Headers",
        "Access-Control-Request-Method", "Age", "Allow", "Authorization", "Cache-Control", "Connection", "Content-Disposition",
        "Content-Encoding", "Content-Language", "Content-Length", "Content-Location", "Content-Range", "Content-Security-Policy",
        "Content-Type", "Cookie", "DNT", "Date", "ETag", "Expect", "Expires", "Forwarded", "Host", "If-Match", "If-Modified-Since",
        "If-None-Match", "If-Unmodified-Since", "Keep-Alive", "Last-Modified", "Link", "Location", "Origin", "Pragma", "Proxy-Authorization",
        "Proxy-Connection", "Range", "Referer", "Retry-After", "Sec-Fetch-Dest", "Sec-Fetch-Mode", "Sec-Fetch-Site", "Sec-Fetch-User",
        "Sec-WebSocket-Extensions", "Sec-WebSocket-Key", "Sec-WebSocket-Protocol", "Sec-WebSocket-Version", "Server", "Set-Cookie",
        "Strict-Transport-Security", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Upgrade-Insecure-Requests", "User-Agent", "Vary",
        "Via", "X-Content-Type-Options", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Frame-Options", "X-Powered-By",
        "X-Real-IP", "X-Request-ID", "X-Requested-With",
    };
    private static final int SLOTS = 1024;
    private static final int LENGTH_FACTOR = 61;
    private static final int LAST_FACTOR = 7;
    private static final int MIDDLE_FACTOR = 31;
    private static final Entry[] TABLE = table();

    private record Entry(byte[] bytes, String name, Entry next) {}

    private FieldNames() {}

    private static Entry[] table() {
        Entry[] table = new Entry[SLOTS];
        for (String name : COMMON) {
            add(table, name);
            add(table, name.toLowerCase(java.util.Locale.ROOT));
        }
        return table;
    }

    private static void add(Entry[] table, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        int slot = slot(bytes, 0, bytes.length);
        table[slot] = new Entry(bytes, name, table[slot]);
    }

    private static int slot(byte[] bytes, int from, int to) {
        int length = to - from;
        int hash = bytes[from] + LAST_FACTOR * bytes[to - 1] + MIDDLE_FACTOR * bytes[from + length / 2] + LENGTH_FACTOR * length;
        return hash & SLOTS - 1;
    }

    /** The name as one String for all, or {@code null} where it is not a common one; it must not be empty. */
    static String known(byte[] bytes, int from, int to) {
        for (Entry e = TABLE[slot(bytes, from, to)]; e != null; e = e.next) {
            if (java.util.Arrays.equals(e.bytes, 0, e.bytes.length, bytes, from, to)) return e.name;
        }
        return null;
    }
}
