package dev.barista.node.http;

import java.util.Arrays;

/**
 * The header fields that a message is going to be sent with, each name once, in the order in which they were first set. Loop thread only.
 *
 * <p>A list, because there are few of them and the names vary: an object with a property for each would have another layout for nearly
 * every message.
 */
final class OutgoingFields {
    private static final int FIRST_CAPACITY = 8;

    private OutgoingName[] keys = new OutgoingName[FIRST_CAPACITY];
    private Object[] names = new Object[FIRST_CAPACITY];
    private Object[] values = new Object[FIRST_CAPACITY];
    private int count;

    int count() {
        return count;
    }

    OutgoingName key(int i) {
        return keys[i];
    }

    /** As it was given, a JavaScript string. */
    Object name(int i) {
        return names[i];
    }

    /** A string, a number or an array of JavaScript's, or what else a program has set. */
    Object value(int i) {
        return values[i];
    }

    /** @return where the field is, or -1 */
    int indexOf(OutgoingName key) {
        for (int i = 0; i < count; i++) {
            if (keys[i].is(key)) return i;
        }
        return -1;
    }

    /** Sets a field: one of this key keeps its place and gets the other name and value. */
    void put(OutgoingName key, Object name, Object value) {
        int at = indexOf(key);
        if (at < 0) {
            at = count++;
            if (at == keys.length) grow();
            keys[at] = key;
        }
        names[at] = name;
        values[at] = value;
    }

    void remove(OutgoingName key) {
        int at = indexOf(key);
        if (at < 0) return;
        count--;
        System.arraycopy(keys, at + 1, keys, at, count - at);
        System.arraycopy(names, at + 1, names, at, count - at);
        System.arraycopy(values, at + 1, values, at, count - at);
        names[count] = null;
        values[count] = null;
    }

    private void grow() {
        int capacity = 2 * keys.length;
        keys = Arrays.copyOf(keys, capacity);
        names = Arrays.copyOf(names, capacity);
        values = Arrays.copyOf(values, capacity);
    }
}
