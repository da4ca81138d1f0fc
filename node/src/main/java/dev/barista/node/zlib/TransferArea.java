package dev.barista.node.zlib;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Native memory of one thread, through which bytes go into a library and come out of it. What JavaScript owns is heap memory: pinned
 * for as long as a library works on it, it would hold up every garbage collection. A thread sees only its own, from {@link #current()};
 * it goes with the thread.
 */
final class TransferArea {
    /** How many bytes go in or out at once. */
    static final int SIZE = 64 << 10;

    private static final int POSITIONS = 64;
    private static final ThreadLocal<TransferArea> CURRENT = ThreadLocal.withInitial(TransferArea::new);

    private final MemorySegment memory = Arena.ofAuto().allocate(2 * SIZE + POSITIONS, Long.BYTES);
    final MemorySegment input = memory.asSlice(0, SIZE);
    final MemorySegment output = memory.asSlice(SIZE, SIZE);

    /** For the numbers that a library wants to change where they are. */
    final MemorySegment positions = memory.asSlice(2 * SIZE, POSITIONS);

    private TransferArea() {}

    static TransferArea current() {
        return CURRENT.get();
    }
}
