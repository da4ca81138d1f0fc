package dev.barista.node.http2;

import java.util.Arrays;

/**
 * Compresses blocks of fields for the other side: RFC 7541. Loop thread only.
 *
 * <p>Fields whose values differ from message to message stay out of the table, and those that could be guessed by trying are never put into
 * one.
 */
final class HpackEncoder {
    /** A larger table is not used, however large the other side would have it. */
    static final int DEFAULT_TABLE_SIZE = 4096;

    private static final int INDEXED = 0x80;
    private static final int INDEXING = 0x40;
    private static final int SIZE_UPDATE = 0x20;
    private static final int NEVER_INDEXED = 0x10;
    private static final int CODED = 0x80;
    private static final int INDEXED_BITS = 7;
    private static final int INDEXING_BITS = 6;
    private static final int SIZE_BITS = 5;
    private static final int LITERAL_BITS = 4;
    private static final int SEVEN_BITS = 7;
    private static final int MORE = 0x80;
    private static final int SHORT_COOKIE = 20;
    private static final int BUCKETS = 256;
    private static final int HASH_FACTOR = 31;

    private static final byte[][] CHANGING = names(
            ":path", "age", "content-length", "etag", "if-modified-since", "if-none-match", "location", "set-cookie");
    private static final byte[] AUTHORIZATION = FieldName.of("authorization").bytes;
    private static final byte[] COOKIE = FieldName.of("cookie").bytes;

    private final StaticTable known;
    private final int most;
    private final DynamicTable table;
    /** By the hash of a name: the number of the newest field that was added under it, counted from 1 for the very first. */
    private final int[] newestOf = new int[BUCKETS];
    private final int[] staticOf = new int[BUCKETS];
    private int added;
    private long smallestAllowed;
    private boolean sizeChanged;

    private byte[] out = new byte[BUCKETS];
    private int length;

    /** @param most octets for the table */
    HpackEncoder(StaticTable known, int most) {
        this.known = known;
        this.most = most;
        this.table = new DynamicTable(Math.min(most, DEFAULT_TABLE_SIZE));
        this.sizeChanged = table.limit() < DEFAULT_TABLE_SIZE;
        this.smallestAllowed = table.limit();
        for (int i = StaticTable.LENGTH; i > 0; i--) staticOf[bucket(known.get(i).name.bytes)] = i;
    }

    private static byte[][] names(String... names) {
        byte[][] bytes = new byte[names.length][];
        for (int i = 0; i < names.length; i++) bytes[i] = FieldName.of(names[i]).bytes;
        return bytes;
    }

    /** Follows the other side's limit for the table; the next block says so. */
    void allowedTableSize(long octets) {
        long limit = Math.min(octets, most);
        smallestAllowed = sizeChanged ? Math.min(smallestAllowed, limit) : limit;
        sizeChanged = true;
        table.limit(limit);
    }

    long tableSize() {
        return table.size();
    }

    /** Begins a block. */
    void begin() {
        length = 0;
        if (!sizeChanged) return;
        sizeChanged = false;
        if (smallestAllowed < table.limit()) integer(SIZE_UPDATE, SIZE_BITS, (int) smallestAllowed);
        integer(SIZE_UPDATE, SIZE_BITS, (int) table.limit());
    }

    /** The block so far: its first {@link #length} octets. */
    byte[] bytes() {
        return out;
    }

    int length() {
        return length;
    }

    /** Adds a field to the block. */
    void field(byte[] name, byte[] value, boolean sensitive) {
        int bucket = bucket(name);
        int named = 0;
        boolean secret = sensitive || isSecret(name, value);
        for (int i = staticOf[bucket]; i > 0 && i <= StaticTable.LENGTH; i++) {
            Field field = known.get(i);
            if (!Arrays.equals(field.name.bytes, name)) {
                if (named != 0) break;
                continue;
            }
            if (named == 0) named = i;
            if (!secret && Arrays.equals(field.value, value)) {
                integer(INDEXED, INDEXED_BITS, i);
                return;
            }
        }
        int newest = added - newestOf[bucket];
        if (newestOf[bucket] != 0) {
            for (int age = newest; age < table.count(); age++) {
                Field field = table.get(age);
                if (!Arrays.equals(field.name.bytes, name)) continue;
                int index = StaticTable.LENGTH + 1 + age;
                if (!secret && Arrays.equals(field.value, value)) {
                    integer(INDEXED, INDEXED_BITS, index);
                    return;
                }
                if (named == 0) named = index;
            }
        }
        literal(bucket, named, name, value, secret);
    }

    private void literal(int bucket, int named, byte[] name, byte[] value, boolean secret) {
        Field field = null;
        if (secret) {
            integer(NEVER_INDEXED, LITERAL_BITS, named);
        } else if (isIndexed(name, value)) {
            integer(INDEXING, INDEXING_BITS, named);
            field = new Field(named > 0 ? nameOf(named) : new FieldName(name), value, false);
        } else {
            integer(0, LITERAL_BITS, named);
        }
        if (named == 0) string(name);
        string(value);
        if (field == null) return;
        table.add(field);
        newestOf[bucket] = ++added;
    }

    private FieldName nameOf(int index) {
        return index <= StaticTable.LENGTH ? known.get(index).name : table.get(index - StaticTable.LENGTH - 1).name;
    }

    private static boolean isSecret(byte[] name, byte[] value) {
        return Arrays.equals(name, AUTHORIZATION) || value.length < SHORT_COOKIE && Arrays.equals(name, COOKIE);
    }

    private boolean isIndexed(byte[] name, byte[] value) {
        if (4L * (name.length + value.length + Field.OVERHEAD) > 3 * table.limit()) return false;
        for (byte[] changing : CHANGING) {
            if (Arrays.equals(changing, name)) return false;
        }
        return true;
    }

    private static int bucket(byte[] name) {
        int hash = name.length;
        if (hash > 0) hash = (hash * HASH_FACTOR + name[0]) * HASH_FACTOR + name[name.length - 1] + name[name.length >> 1] * SEVEN_BITS;
        return hash & BUCKETS - 1;
    }

    private void integer(int flags, int bits, int value) {
        room(Integer.BYTES + 2);
        int mask = (1 << bits) - 1;
        if (value < mask) {
            out[length++] = (byte) (flags | value);
            return;
        }
        out[length++] = (byte) (flags | mask);
        int rest = value - mask;
        for (; rest >= MORE; rest >>>= SEVEN_BITS) out[length++] = (byte) (rest | MORE);
        out[length++] = (byte) rest;
    }

    private void string(byte[] text) {
        int coded = Huffman.encodedLength(text, 0, text.length);
        boolean shorter = coded < text.length;
        int count = shorter ? coded : text.length;
        integer(shorter ? CODED : 0, SEVEN_BITS, count);
        room(count);
        if (shorter) Huffman.encode(text, 0, text.length, out, length);
        else System.arraycopy(text, 0, out, length, count);
        length += count;
    }

    private void room(int count) {
        if (out.length - length < count) out = Arrays.copyOf(out, Math.max(2 * out.length, length + count));
    }
}
