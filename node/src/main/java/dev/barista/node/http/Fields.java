package dev.barista.node.http;

import dev.barista.engine.JsText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Header or trailer fields of one message: the bytes as they came and where names and values stand in them. Strings are made when they
 * are asked for. Immutable; any thread.
 */
public class Fields {
    private static final int SEPARATOR = ':';
    static final int MARKS = 4;   // start and end of the name, start and end of the value
    static final Fields NONE = new Fields(new byte[0], new int[0], 0, false);

    final byte[] bytes;
    private final int[] marks;
    private final int count;
    private final boolean folded;

    Fields(byte[] bytes, int[] marks, int count, boolean folded) {
        this.bytes = bytes;
        this.marks = marks;
        this.count = count;
        this.folded = folded;
    }

    /** The number of fields, repeated ones counted as often as they stand. */
    public int count() {
        return count;
    }

    /** The name as it was sent. */
    public String name(int i) {
        int from = marks[i * MARKS];
        int to = marks[i * MARKS + 1];
        String known = FieldNames.known(bytes, from, to);
        return known != null ? known : text(from, to);
    }

    /** The value without white space around it, a char for each byte. */
    public String value(int i) {
        String value = text(marks[i * MARKS + 2], marks[i * MARKS + 3]);
        return folded ? value.replace("\r", "").replace("\n", "") : value;
    }

    /** The value, as {@link #value} says, as a JavaScript string. */
    Object valueText(int i) {
        if (folded) return JsText.of(value(i));
        int from = marks[i * MARKS + 2];
        return JsText.ofLatin1(bytes, from, marks[i * MARKS + 3] - from);
    }

    /** A hash of the names as they were sent, in their order. */
    int namesHash() {
        int hash = 1;
        for (int i = 0; i < count; i++) {
            for (int at = marks[i * MARKS], to = marks[i * MARKS + 1]; at < to; at++) hash = 31 * hash + bytes[at];
            hash = 31 * hash + SEPARATOR;
        }
        return hash;
    }

    /** The names as they were sent, in their order, each with a colon behind it. */
    byte[] names() {
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            names.write(bytes, marks[i * MARKS], marks[i * MARKS + 1] - marks[i * MARKS]);
            names.write(SEPARATOR);
        }
        return names.toByteArray();
    }

    /** Whether {@link #names} are these. */
    boolean namesAre(byte[] names) {
        int at = 0;
        for (int i = 0; i < count; i++) {
            int from = marks[i * MARKS];
            int end = at + marks[i * MARKS + 1] - from;
            if (end >= names.length || names[end] != SEPARATOR || !Arrays.equals(names, at, end, bytes, from, marks[i * MARKS + 1])) return false;
            at = end + 1;
        }
        return at == names.length;
    }

    /**
     * The first field of that name.
     *
     * @param name in lower case
     * @return its index, or -1
     */
    public int indexOf(String name) {
        for (int i = 0; i < count; i++) {
            if (Chars.same(bytes, marks[i * MARKS], marks[i * MARKS + 1], name)) return i;
        }
        return -1;
    }

    /** Whether the field's value is the word, in any case. */
    boolean valueIs(int i, String word) {
        return Chars.same(bytes, marks[i * MARKS + 2], marks[i * MARKS + 3], word);
    }

    final String text(int from, int to) {
        return from == to ? "" : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
