package dev.barista.node.tls;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** Memory outside the heap: what OpenSSL points to, and room for what it is given. Reading by address is for pointers it gave us. */
final class Native implements AutoCloseable {
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    /** So much plain text is read at once. */
    static final int ROOM = 64 << 10;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment plainSegment = arena.allocate(ROOM);
    private final MemorySegment sealedSegment = arena.allocate(ROOM);

    /** Where plain text is read to; its content is the reader's until it returns. */
    final ByteBuf plain = Unpooled.wrappedBuffer(plainSegment.asByteBuffer());

    final long plainAddress = plainSegment.address();

    /** Room for sealed bytes on their way, and for other short calls. */
    final long scratch = sealedSegment.address();

    Arena arena() {
        return arena;
    }

    static byte[] bytes(long address, long length) {
        byte[] bytes = new byte[Math.toIntExact(length)];
        if (length > 0) MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, address, bytes, 0, bytes.length);
        return bytes;
    }

    static void put(byte[] from, int offset, long address, int length) {
        MemorySegment.copy(from, offset, ALL, ValueLayout.JAVA_BYTE, address, length);
    }

    /** The text that ends with a zero; null for the null pointer. */
    static String text(long address) {
        if (address == 0) return null;
        long end = address;
        while (ALL.get(ValueLayout.JAVA_BYTE, end) != 0) end++;
        return new String(bytes(address, end - address), StandardCharsets.UTF_8);
    }

    static long pointer(long address) {
        return ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, address);
    }

    static void pointer(long address, long value) {
        ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, address, value);
    }

    static int integer(long address) {
        return ALL.get(ValueLayout.JAVA_INT_UNALIGNED, address);
    }

    static void integer(long address, int value) {
        ALL.set(ValueLayout.JAVA_INT_UNALIGNED, address, value);
    }

    static void octet(long address, int value) {
        ALL.set(ValueLayout.JAVA_BYTE, address, (byte) value);
    }

    /** A copy in an arena. @return its address */
    static long copy(Arena arena, byte[] bytes) {
        MemorySegment segment = arena.allocate(Math.max(1, bytes.length));
        MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return segment.address();
    }

    /** A text in an arena, with the zero at its end. @return its address */
    static long copy(Arena arena, String text) {
        return arena.allocateFrom(text).address();
    }

    @Override
    public void close() {
        arena.close();
    }
}
