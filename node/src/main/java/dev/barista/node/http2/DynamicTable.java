package dev.barista.node.http2;

/** The fields that one direction of a connection has sent, newest first, up to a limit of octets: RFC 7541, section 2.3.2. Loop thread only. */
final class DynamicTable {
    private static final int FIRST_ROOM = 32;

    private Field[] ring = new Field[FIRST_ROOM];
    private int newest;
    private int count;
    private long size;
    private long limit;

    DynamicTable(long limit) {
        this.limit = limit;
    }

    int count() {
        return count;
    }

    /** In octets. */
    long size() {
        return size;
    }

    long limit() {
        return limit;
    }

    /** Changes the limit, and forgets what has no room any more. */
    void limit(long limit) {
        this.limit = limit;
        evict(limit);
    }

    /** @param age 0 for the newest */
    Field get(int age) {
        return ring[newest + age & ring.length - 1];
    }

    /** Adds a field, for which older ones make room; one that is larger than the table empties it. */
    void add(Field field) {
        evict(limit - field.size());
        if (field.size() > limit) return;
        if (count == ring.length) grow();
        newest = newest - 1 & ring.length - 1;
        ring[newest] = field;
        count++;
        size += field.size();
    }

    private void evict(long most) {
        while (count > 0 && size > most) {
            int oldest = newest + --count & ring.length - 1;
            size -= ring[oldest].size();
            ring[oldest] = null;
        }
    }

    private void grow() {
        Field[] larger = new Field[2 * ring.length];
        for (int i = 0; i < count; i++) larger[i] = get(i);
        ring = larger;
        newest = 0;
    }
}
