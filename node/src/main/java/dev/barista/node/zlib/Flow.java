package dev.barista.node.zlib;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.barista.engine.JsBytes;
import java.lang.foreign.MemorySegment;

/** What one step of a codec works on: bytes to take and room to fill. One thread at a time. */
final class Flow {
    private final MemorySegment source;
    private final MemorySegment target;
    private long taken;
    private long filled;

    Flow(MemorySegment source, MemorySegment target) {
        this.source = source;
        this.target = target;
    }

    /** The memory of a part of a view, which another thread may use; none where the program has transferred it elsewhere meanwhile. */
    static MemorySegment memory(JsBytes bytes, int offset, int length) {
        if (offset + length > bytes.length()) return MemorySegment.NULL;
        if (bytes.hasArray()) return MemorySegment.ofArray(bytes.array()).asSlice(bytes.offset() + offset, length);
        return MemorySegment.ofBuffer(bytes.buffer()).asSlice(offset, length);
    }

    /** How many bytes are left to take. */
    long available() {
        return source.byteSize() - taken;
    }

    /** How many bytes there is room for. */
    long room() {
        return target.byteSize() - filled;
    }

    /** The next byte to take, where one is {@link #available}. */
    int peek(int ahead) {
        return source.get(JAVA_BYTE, taken + ahead) & 0xff;
    }

    /** Copies the next {@code count} bytes without taking them. */
    void copyTo(MemorySegment memory, int count) {
        MemorySegment.copy(source, taken, memory, 0, count);
    }

    /** Counts bytes as taken. */
    void take(long count) {
        taken += count;
    }

    /** Fills the next {@code count} bytes of the room. */
    void fill(MemorySegment memory, int count) {
        MemorySegment.copy(memory, 0, target, filled, count);
        filled += count;
    }
}
