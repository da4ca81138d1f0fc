package dev.barista.node.tls;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A cursor over the elements of a DER value. What runs past the end is an {@link IllegalArgumentException}. Source: X.690. */
final class Der {
    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int OID = 0x06;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private static final int UTF8 = 0x0c;
    private static final int BMP = 0x1e;
    private static final int UNIVERSAL = 0x1c;

    private final byte[] bytes;
    private final int end;
    private int next;

    private int tag;
    private int start;
    private int from;
    private int to;

    Der(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private Der(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.next = from;
        this.end = to;
    }

    boolean hasNext() {
        return next < end;
    }

    /** Goes to the next element. @return its tag */
    int next() {
        start = next;
        tag = octet();
        int length = octet();
        if (length > 0x7f) {
            int octets = length & 0x7f;
            if (octets > 4) throw new IllegalArgumentException("length of " + octets + " octets");
            length = 0;
            for (int i = 0; i < octets; i++) length = length << 8 | octet();
        }
        if (length < 0 || length > end - next) throw new IllegalArgumentException("element past the end");
        from = next;
        to = next += length;
        return tag;
    }

    /** Goes to the next element, which must have this tag. */
    Der next(int wanted) {
        if (next() != wanted) throw new IllegalArgumentException("tag " + tag + " instead of " + wanted);
        return this;
    }

    /** The tag of the next element, which stays the next; −1 at the end. */
    int peek() {
        return next < end ? bytes[next] & 0xff : -1;
    }

    private int octet() {
        if (next >= end) throw new IllegalArgumentException("cut short");
        return bytes[next++] & 0xff;
    }

    int tag() {
        return tag;
    }

    /** The elements within this one. */
    Der inside() {
        return new Der(bytes, from, to);
    }

    byte[] content() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** This element with its tag and length. */
    byte[] whole() {
        return Arrays.copyOfRange(bytes, start, to);
    }

    /** The content as text, in the encoding that the tag says; for tags of their own context, ISO 8859-1. */
    String text() {
        Charset charset = switch (tag) {
            case UTF8 -> StandardCharsets.UTF_8;
            case BMP -> StandardCharsets.UTF_16BE;
            case UNIVERSAL -> Charset.forName("UTF-32BE");
            default -> StandardCharsets.ISO_8859_1;
        };
        return new String(bytes, from, to - from, charset);
    }

    /** An object identifier in dots. */
    String oid() {
        StringBuilder text = new StringBuilder();
        long arc = 0;
        for (int i = from; i < to; i++) {
            arc = arc << 7 | bytes[i] & 0x7f;
            if (bytes[i] < 0) continue;
            if (text.isEmpty()) {
                long first = Math.min(arc / 40, 2);
                text.append(first).append('.').append(arc - first * 40);
            } else {
                text.append('.').append(arc);
            }
            arc = 0;
        }
        return text.toString();
    }
}
