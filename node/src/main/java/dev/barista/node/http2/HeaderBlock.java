package dev.barista.node.http2;

import java.util.Arrays;

/** A block of fields as it comes: its octets until it is whole, and then what of it is for the program. Loop thread only. */
final class HeaderBlock {
    static final int REQUEST = 0;
    static final int RESPONSE = 1;
    static final int PUSH_RESPONSE = 2;
    static final int HEADERS = 3;

    private static final int FIRST_FIELDS = 16;

    private byte[] octets = {};
    private int octetCount;

    private Field[] fields = new Field[FIRST_FIELDS];
    private int count;
    private long size;

    // The frame that the block began with.
    Http2Stream stream;
    Http2Stream parent;
    int category;
    int flags;
    int continuations;
    /** It is to be understood, as the next one builds on it, and then forgotten. */
    boolean ignored;
    /** One of its fields broke the rules, or there were too many. */
    boolean rejected;

    void begin(Http2Stream stream, int category, int flags) {
        this.stream = stream;
        this.parent = null;
        this.category = category;
        this.flags = flags;
        this.continuations = 0;
        this.ignored = stream == null;
        this.rejected = false;
        octetCount = 0;
        count = 0;
        size = 0;
    }

    void append(byte[] from, int at, int length) {
        if (octets.length - octetCount < length) octets = Arrays.copyOf(octets, Math.max(2 * octets.length, octetCount + length));
        System.arraycopy(from, at, octets, octetCount, length);
        octetCount += length;
    }

    byte[] octets() {
        return octets;
    }

    int octetCount() {
        return octetCount;
    }

    /** Forgets what is only needed while the block comes. */
    void end() {
        if (octets.length > Frames.MOST_PAYLOAD) octets = new byte[0];
        Arrays.fill(fields, 0, count, null);
        stream = null;
        parent = null;
    }

    void add(Field field) {
        if (count == fields.length) fields = Arrays.copyOf(fields, 2 * count);
        fields[count++] = field;
        size += field.size();
    }

    int count() {
        return count;
    }

    /** Of the fields so far, as limits count it. */
    long size() {
        return size;
    }

    Field get(int i) {
        return fields[i];
    }
}
