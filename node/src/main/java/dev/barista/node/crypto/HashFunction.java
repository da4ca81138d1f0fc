package dev.barista.node.crypto;

import java.util.Arrays;

/** A hash under way, or a MAC. One thread at a time. */
interface HashFunction {
    void update(byte[] bytes, int offset, int length);

    /** The value, after which it begins anew. */
    byte[] digest();

    /** The state as it is now, to be continued on its own. */
    HashFunction copy();

    default void update(byte[] bytes) {
        update(bytes, 0, bytes.length);
    }

    /** The first {@code length} bytes of the value; of an extendable function as many as are asked for. */
    default byte[] digest(int length) {
        byte[] value = digest();
        return value.length == length ? value : Arrays.copyOf(value, length);
    }
}
