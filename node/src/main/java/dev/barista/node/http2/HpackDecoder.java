package dev.barista.node.http2;

import java.util.Arrays;

/**
 * Reads the blocks of fields that the other side compresses: RFC 7541. Loop thread only.
 *
 * <p>A block that breaks the rules ends the connection: what follows could not be understood.
 */
final class HpackDecoder {
    /** Gets a block's fields, in order. */
    interface Sink {
        void field(Field field);
    }

    static final int DEFAULT_TABLE_SIZE = 4096;

    private static final int INDEXED_BITS = 7;
    private static final int INDEXING_BITS = 6;
    private static final int SIZE_BITS = 5;
    private static final int LITERAL_BITS = 4;
    private static final int STRING_BITS = 7;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int LONGEST_INTEGER_SHIFT = 28;

    private final StaticTable known;
    private final DynamicTable table = new DynamicTable(DEFAULT_TABLE_SIZE);
    /** The largest table that the other side may choose, and whether it has to choose a smaller one first. */
    private long allowed = DEFAULT_TABLE_SIZE;
    private boolean mustShrink;

    private byte[] in;
    private int at;
    private int end;
    private byte[] scratch = {};

    HpackDecoder(StaticTable known) {
        this.known = known;
    }

    /** Sets the largest table that the other side may use, once it knows. */
    void allowedTableSize(long octets) {
        allowed = octets;
        mustShrink = table.limit() > octets;
    }

    long tableSize() {
        return table.size();
    }

    /** Reads a whole block. @return false if it can't be understood */
    boolean decode(byte[] block, int from, int to, Sink sink) {
        in = block;
        at = from;
        end = to;
        boolean sizeMayChange = true;
        while (at < end) {
            int first = in[at];
            boolean done;
            if (first < 0) {
                done = !mustShrink && indexed(sink);
                sizeMayChange = false;
            } else if ((first & 1 << INDEXING_BITS) != 0) {
                done = !mustShrink && literal(INDEXING_BITS, true, false, sink);
                sizeMayChange = false;
            } else if ((first & 1 << SIZE_BITS) != 0) {
                done = sizeMayChange && tableSizeUpdate();
            } else {
                done = !mustShrink && literal(LITERAL_BITS, false, (first & 1 << LITERAL_BITS) != 0, sink);
                sizeMayChange = false;
            }
            if (!done) {
                in = null;
                return false;
            }
        }
        in = null;
        return true;
    }

    private boolean indexed(Sink sink) {
        Field field = field(integer(INDEXED_BITS));
        if (field == null) return false;
        sink.field(field);
        return true;
    }

    private boolean tableSizeUpdate() {
        int size = integer(SIZE_BITS);
        if (size < 0 || size > allowed) return false;
        table.limit(size);
        mustShrink = false;
        return true;
    }

    private boolean literal(int bits, boolean indexing, boolean sensitive, Sink sink) {
        int index = integer(bits);
        if (index < 0) return false;
        FieldName name;
        if (index > 0) {
            Field named = field(index);
            if (named == null) return false;
            name = named.name;
        } else {
            byte[] text = string();
            if (text == null) return false;
            name = new FieldName(text);
        }
        byte[] value = string();
        if (value == null) return false;
        Field field = new Field(name, value, sensitive);
        if (indexing) table.add(field);
        sink.field(field);
        return true;
    }

    /** The field of an index, or null. */
    private Field field(int index) {
        if (index <= 0) return null;
        if (index <= StaticTable.LENGTH) return known.get(index);
        int age = index - StaticTable.LENGTH - 1;
        return age < table.count() ? table.get(age) : null;
    }

    /** @return an integer whose first part is in the low bits of the next octet; −1 if there is none or it is too large */
    private int integer(int bits) {
        if (at == end) return -1;
        int mask = (1 << bits) - 1;
        int value = in[at++] & mask;
        if (value < mask) return value;
        long sum = value;
        for (int shift = 0; shift <= LONGEST_INTEGER_SHIFT; shift += INDEXED_BITS) {
            if (at == end) return -1;
            int octet = in[at++];
            sum += (long) (octet & SEVEN_BITS) << shift;
            if (sum > Integer.MAX_VALUE) return -1;
            if ((octet & MORE) == 0) return (int) sum;
        }
        return -1;
    }

    /** @return the octets of a string, or null if there is none */
    private byte[] string() {
        if (at == end) return null;
        boolean coded = in[at] < 0;
        int length = integer(STRING_BITS);
        if (length < 0 || length > end - at) return null;
        int from = at;
        at += length;
        if (!coded) return Arrays.copyOfRange(in, from, at);
        int most = Huffman.mostDecoded(length);
        if (scratch.length < most) scratch = new byte[most];
        int count = Huffman.decode(in, from, at, scratch);
        return count < 0 ? null : Arrays.copyOf(scratch, count);
    }
}
