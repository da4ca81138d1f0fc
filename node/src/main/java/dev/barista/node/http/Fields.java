package dev.barista.node.http;

import java.nio.charset.StandardCharsets;

/**
 * Header or trailer fields of one message: the bytes as they came and where names and values stand in them. Strings are made when they
 * are asked for. Immutable; any thread.
 */
public class Fields {
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
