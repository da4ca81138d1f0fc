package dev.barista.node.sqlite;

import dev.barista.engine.JsText;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.function.LongToIntFunction;

/**
 * Memory outside the heap, by its address: what SQLite points to, and room of one environment for what SQLite is given.
 *
 * <p>The room's content lasts until its next user takes it, so it is for calls only that come back without having called JavaScript.
 */
final class Memory implements AutoCloseable {
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    private static final int ROOM = 16 << 10;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment room = arena.allocate(ROOM, Long.BYTES);
    private final MemorySegment results = arena.allocate(4L * Long.BYTES, Long.BYTES);

    /** For what is to last as long as the environment. */
    Arena arena() {
        return arena;
    }

    /** Where a function leaves its results: four words. To be read at once. */
    long results() {
        return results.address();
    }

    /** Gives bytes to a call, as an address that is never null and valid until the call returns. @return what it returned */
    int lend(byte[] bytes, LongToIntFunction call) {
        if (bytes.length <= ROOM) {
            MemorySegment.copy(bytes, 0, room, ValueLayout.JAVA_BYTE, 0, bytes.length);
            return call.applyAsInt(room.address());
        }
        try (Arena own = Arena.ofConfined()) {
            return call.applyAsInt(terminated(own, bytes));
        }
    }

    /** A copy of a string that ends with a zero. @param text an opaque engine value */
    static long terminated(Arena arena, Object text) {
        return terminated(arena, JsText.utf8Bytes(text));
    }

    static long terminated(Arena arena, String text) {
        return terminated(arena, text.getBytes(StandardCharsets.UTF_8));
    }

    static long terminated(Arena arena, byte[] bytes) {
        MemorySegment copy = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, copy, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return copy.address();
    }

    static byte[] bytes(long address, int length) {
        byte[] bytes = new byte[length];
        MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, address, bytes, 0, length);
        return bytes;
    }

    /** The text that ends with a zero, {@code null} for the null pointer. */
    static String text(long address) {
        return address == 0 ? null : new String(bytes(address, length(address)), StandardCharsets.UTF_8);
    }

    /** In bytes, without the zero at the end. */
    static int length(long text) {
        int length = 0;
        while (octet(text + length) != 0) length++;
        return length;
    }

    static long pointer(long address) {
        return ALL.get(ValueLayout.JAVA_LONG, address);
    }

    static void pointer(long address, long value) {
        ALL.set(ValueLayout.JAVA_LONG, address, value);
    }

    static int octet(long address) {
        return ALL.get(ValueLayout.JAVA_BYTE, address);
    }

    static int integer(long address) {
        return ALL.get(ValueLayout.JAVA_INT, address);
    }

    /** Bytes that can be read and written in place. */
    static MemorySegment at(long address, long length) {
        return ALL.asSlice(address, length);
    }

    @Override
    public void close() {
        arena.close();
    }
}
