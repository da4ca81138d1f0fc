package dev.barista.node.zlib;

import java.lang.foreign.MemorySegment;

/** Memory of the C library's, for what lives as long as a stream. Any thread. */
final class NativeMemory {
    private static final NativeLibrary.Function CALLOC = NativeLibrary.c().function("calloc");
    private static final NativeLibrary.Function FREE = NativeLibrary.c().function("free");
    private static final int LONGEST_TEXT = 256;

    private NativeMemory() {}

    /** Zeroed memory, to be given to {@link #free}. */
    static MemorySegment allocate(long bytes) {
        long address = CALLOC.call(1, bytes);
        if (address == 0) throw new OutOfMemoryError("no native memory for a stream");
        return MemorySegment.ofAddress(address).reinterpret(bytes);
    }

    static void free(MemorySegment memory) {
        FREE.call(memory.address());
    }

    /** The text at an address, or {@code null} where that is 0. */
    static String text(long address) {
        return address == 0 ? null : MemorySegment.ofAddress(address).reinterpret(LONGEST_TEXT).getString(0);
    }
}
