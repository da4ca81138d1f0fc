package dev.barista.node.http2;

import java.util.TreeMap;

/** What one side has asked the other to keep to: RFC 9113, section 6.5.2; RFC 8441. Values are unsigned 32-bit numbers. Loop thread only. */
final class Settings {
    static final int HEADER_TABLE_SIZE = 1;
    static final int ENABLE_PUSH = 2;
    static final int MAX_CONCURRENT_STREAMS = 3;
    static final int INITIAL_WINDOW_SIZE = 4;
    static final int MAX_FRAME_SIZE = 5;
    static final int MAX_HEADER_LIST_SIZE = 6;
    static final int ENABLE_CONNECT_PROTOCOL = 8;

    static final long UNLIMITED = 0xffff_ffffL;
    static final int LEAST_MAX_FRAME_SIZE = 1 << 14;
    static final int MOST_MAX_FRAME_SIZE = (1 << 24) - 1;

    private static final int KNOWN = 9;
    private final long[] values = new long[KNOWN];
    /** Settings without a name that were asked for. */
    private TreeMap<Integer, Long> others;

    Settings() {
        values[HEADER_TABLE_SIZE] = HpackDecoder.DEFAULT_TABLE_SIZE;
        values[ENABLE_PUSH] = 1;
        values[MAX_CONCURRENT_STREAMS] = UNLIMITED;
        values[INITIAL_WINDOW_SIZE] = Frames.FIRST_WINDOW;
        values[MAX_FRAME_SIZE] = LEAST_MAX_FRAME_SIZE;
        values[MAX_HEADER_LIST_SIZE] = UNLIMITED;
    }

    static boolean named(int id) {
        return id > 0 && id < KNOWN && id != ENABLE_CONNECT_PROTOCOL - 1;
    }

    long get(int id) {
        return values[id];
    }

    void set(int id, long value) {
        if (named(id)) {
            values[id] = value;
        } else {
            if (others == null) others = new TreeMap<>();
            others.put(id, value);
        }
    }

    void copyOthers(Settings to) {
        if (others != null) others.forEach(to::set);
    }

    /** The value of a setting without a name, or −1. */
    long other(int id) {
        return others == null ? -1 : others.getOrDefault(id, -1L);
    }
}
