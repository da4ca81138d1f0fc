package dev.barista.node.http2;

import java.util.Arrays;

/** The fields of a message that is to be sent: octets of names and values in turn. Loop thread only. */
final class FieldList {
    /** What each field may add to its block besides its octets. */
    private static final int OVERHEAD = 12;

    private final byte[][] texts;
    private final boolean[] sensitive;

    /** @param texts a name, its value, the next name … @param sensitive for each field; null for none */
    FieldList(byte[][] texts, boolean[] sensitive) {
        this.texts = texts;
        this.sensitive = sensitive;
    }

    int count() {
        return texts.length / 2;
    }

    byte[] name(int i) {
        return texts[2 * i];
    }

    byte[] value(int i) {
        return texts[2 * i + 1];
    }

    boolean sensitive(int i) {
        return sensitive != null && sensitive[i];
    }

    /** The value of the first field of a name, or null. */
    byte[] value(byte[] name) {
        for (int i = 0; i < count(); i++) {
            if (Arrays.equals(name(i), name)) return value(i);
        }
        return null;
    }

    /** The most octets that a block of them can have. */
    long bound() {
        long bound = OVERHEAD;
        for (byte[] text : texts) bound += text.length;
        return bound + (long) OVERHEAD * count();
    }
}
