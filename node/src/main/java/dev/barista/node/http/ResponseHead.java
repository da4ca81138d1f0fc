package dev.barista.node.http;

import dev.barista.engine.ByteSlice;
import dev.barista.engine.Js;
import dev.barista.engine.JsObject;
import dev.barista.engine.JsText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Puts together the head of a response of HTTP/1.1 that keeps its connection and has a body of known length. Loop thread only.
 *
 * <p>Fields that say more than themselves (how the body is sent, that the connection ends) are not for here: a head that has any is
 * refused, and JavaScript makes it.
 */
final class ResponseHead {
    private static final byte[] VERSION = ascii("HTTP/1.1 ");
    private static final byte[] DATE = ascii("Date: ");
    private static final byte[] KEEP_ALIVE = ascii("Connection: keep-alive\r\n");
    private static final byte[] TIMEOUT = ascii("Keep-Alive: timeout=");
    private static final byte[] MOST = ascii(", max=");
    private static final byte[] LENGTH = ascii("Content-Length: ");
    private static final byte[] CRLF = ascii("\r\n");
    private static final int FIRST_CAPACITY = 1024;

    /** What a field's name tells. */
    private enum Kind { ORDINARY, COOKIE, DATE, LENGTH, SPECIAL }

    /** The names of the fields of objects of one layout. */
    private record Names(Object[] keys, Kind[] kinds) {}

    private final HttpDate date;
    private Object knownLayout;
    private Names known;
    private byte[] out = new byte[FIRST_CAPACITY];
    private int length;

    ResponseHead(HttpDate date) {
        this.date = date;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The head's bytes, until the next is made. */
    byte[] bytes() {
        return out;
    }

    int length() {
        return length;
    }

    /**
     * Makes a head.
     *
     * @param reason a JavaScript string
     * @param fields what {@code setHeader} keeps, lower-case name → [name, value]; {@code null} for none
     * @param bodyLength for the field that says it, unless there is one
     * @param keepAlive how many seconds the connection is kept without a request; -1 is not told
     * @param most how many requests it is kept for; 0 is not told
     * @return false if it is for JavaScript to make or to refuse
     */
    boolean make(int status, Object reason, JsObject fields, int bodyLength, int keepAlive, int most) {
        length = 0;
        put(VERSION);
        put(status);
        put((byte) ' ');
        if (!putValue(reason)) return false;
        put(CRLF);
        boolean dated = false;
        boolean sized = false;
        if (fields != null) {
            Names names = names(fields);
            for (int i = 0; i < names.keys.length; i++) {
                Kind kind = names.kinds[i];
                if (kind == Kind.SPECIAL || !field(fields.getRaw(names.keys[i]), kind)) return false;
                dated |= kind == Kind.DATE;
                sized |= kind == Kind.LENGTH;
            }
        }
        if (!dated) {
            put(DATE);
            put(date.line());
        }
        put(KEEP_ALIVE);
        if (keepAlive >= 0) {
            put(TIMEOUT);
            put(keepAlive);
            if (most > 0) {
                put(MOST);
                put(most);
            }
            put(CRLF);
        }
        if (!sized) {
            put(LENGTH);
            put(bodyLength);
            put(CRLF);
        }
        put(CRLF);
        return true;
    }

    private Names names(JsObject fields) {
        Object layout = fields.layout();
        if (layout != null && layout == knownLayout) return known;
        Object[] keys = fields.rawKeys();
        Kind[] kinds = new Kind[keys.length];
        for (int i = 0; i < keys.length; i++) kinds[i] = kind(keys[i]);
        knownLayout = layout;
        known = new Names(keys, kinds);
        return known;
    }

    private static Kind kind(Object key) {
        ByteSlice name = JsText.latin1Bytes(key);
        return switch (new String(name.array(), name.offset(), name.length(), StandardCharsets.ISO_8859_1)) {
            case "connection", "transfer-encoding", "expect", "trailer", "keep-alive" -> Kind.SPECIAL;
            case "content-length" -> Kind.LENGTH;
            case "date" -> Kind.DATE;
            case "cookie" -> Kind.COOKIE;
            default -> Kind.ORDINARY;
        };
    }

    /** @param entry [name, value] */
    private boolean field(Object entry, Kind kind) {
        JsObject pair = Js.object(entry);
        Object name = pair.get(0);
        Object value = pair.get(1);
        if (Js.isString(value)) return line(name, value);
        if (value instanceof Integer n) {
            putLatin1(name);
            putSeparator();
            put(n);
            put(CRLF);
            return true;
        }
        JsObject values = Js.isArray(value) ? Js.object(value) : null;
        if (values == null || kind != Kind.ORDINARY) return false;
        for (Object each : values.elements()) {
            if (!Js.isString(each) || !line(name, each)) return false;
        }
        return true;
    }

    private boolean line(Object name, Object value) {
        putLatin1(name);
        putSeparator();
        if (!putValue(value)) return false;
        put(CRLF);
        return true;
    }

    private void putSeparator() {
        put((byte) ':');
        put((byte) ' ');
    }

    /** Puts text that stands in a line by itself; false if it may not. */
    private boolean putValue(Object text) {
        if (!Js.isString(text) || !JsText.isLatin1(text)) return false;
        int from = length;
        putLatin1(text);
        for (int i = from; i < length; i++) {
            if (!Chars.isValue(out[i])) return false;
        }
        return true;
    }

    private void putLatin1(Object text) {
        int count = JsText.length(text);
        reserve(count);
        JsText.putLatin1(text, out, length, count);
        length += count;
    }

    private void put(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, out, length, bytes.length);
        length += bytes.length;
    }

    private void put(byte b) {
        reserve(1);
        out[length++] = b;
    }

    private void put(int number) {
        if (number < 0) {
            put(ascii(Integer.toString(number)));
            return;
        }
        int digits = 1;
        for (int n = number; n > 9; n /= 10) digits++;
        reserve(digits);
        int at = length + digits;
        length = at;
        int rest = number;
        do {
            out[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
    }

    private void reserve(int count) {
        if (length + count > out.length) out = Arrays.copyOf(out, Math.max(length + count, 2 * out.length));
    }
}
