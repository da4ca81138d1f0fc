package dev.barista.node.sqlite;

import dev.barista.engine.JsText;
import dev.barista.node.posix.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.LongToIntFunction;

/**
 * Room outside the heap that one environment has for what SQLite is given.
 *
 * <p>Its content lasts until its next user takes it, so it is for calls only that come back without having called JavaScript.
 */
final class Room implements AutoCloseable {
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
            return call.applyAsInt(Memory.terminated(own, bytes));
        }
    }

    /** A copy of a string that ends with a zero. @param text an opaque engine value */
    static long terminated(Arena arena, Object text) {
        return Memory.terminated(arena, JsText.utf8Bytes(text));
    }

    @Override
    public void close() {
        arena.close();
    }
}
