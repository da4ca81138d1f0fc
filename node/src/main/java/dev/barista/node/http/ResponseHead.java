package dev.barista.node.http;

import dev.barista.engine.Js;
import dev.barista.engine.JsObject;
import dev.barista.engine.JsText;
import dev.barista.node.http.OutgoingName.Kind;
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

    private final HttpDate date;
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
     * @param fields what {@code setHeader} keeps; {@code null} for none
     * @param bodyLength for the field that says it, unless there is one
     * @param keepAlive how many seconds the connection is kept without a request; -1 is not told
     * @param most how many requests it is kept for; 0 is not told
     * @param ownLength whether the body's length may be said by a field of {@code fields} only
     * @return false if it is for JavaScript to make or to refuse
     */
    boolean make(int status, Object reason, OutgoingFields fields, int bodyLength, int keepAlive, int most, boolean ownLength) {
        length = 0;
        put(VERSION);
        put(status);
        put((byte) ' ');
        if (!putValue(reason)) return false;
        put(CRLF);
        boolean dated = false;
        boolean sized = false;
        if (fields != null) {
            for (int i = 0; i < fields.count(); i++) {
                Kind kind = fields.key(i).kind();
                if (kind == Kind.SPECIAL || !field(fields.name(i), fields.value(i), kind)) return false;
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
            if (ownLength) return false;
            put(LENGTH);
            put(bodyLength);
            put(CRLF);
        }
        put(CRLF);
        return true;
    }

    private boolean field(Object name, Object value, Kind kind) {
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
