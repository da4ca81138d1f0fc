package dev.barista.node.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * Memory outside the heap by its address: what libraries of C point to, and copies that they are given. Any thread; a wrong address ends the
 * process, as it does in C.
 */
public final class Memory {
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private Memory() {}

    public static long pointer(long address) {
        return ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, address);
    }

    public static void pointer(long address, long value) {
        ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, address, value);
    }

    public static int integer(long address) {
        return ALL.get(ValueLayout.JAVA_INT_UNALIGNED, address);
    }

    public static void integer(long address, int value) {
        ALL.set(ValueLayout.JAVA_INT_UNALIGNED, address, value);
    }

    public static void number(long address, double value) {
        ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, address, value);
    }

    public static int octet(long address) {
        return ALL.get(ValueLayout.JAVA_BYTE, address);
    }

    public static void octet(long address, int value) {
        ALL.set(ValueLayout.JAVA_BYTE, address, (byte) value);
    }

    /** A {@code bool} of C. */
    public static void bool(long address, boolean value) {
        octet(address, value ? 1 : 0);
    }

    /** A copy of {@code length} bytes; the address of none may be null. */
    public static byte[] bytes(long address, long length) {
        byte[] bytes = new byte[Math.toIntExact(length)];
        if (length > 0) MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, address, bytes, 0, bytes.length);
        return bytes;
    }

    public static void put(byte[] from, int offset, long address, int length) {
        MemorySegment.copy(from, offset, ALL, ValueLayout.JAVA_BYTE, address, length);
    }

    /** Bytes that can be read and written in place; whoever owns them keeps them. */
    public static MemorySegment at(long address, long length) {
        return ALL.asSlice(address, length);
    }

    /** The UTF-8 text that ends with a zero; {@code null} for the null pointer. */
    public static String text(long address) {
        return address == 0 ? null : new String(bytes(address, length(address)), StandardCharsets.UTF_8);
    }

    /** In bytes, of a text that ends with a zero, without it. */
    public static long length(long text) {
        long end = text;
        while (octet(end) != 0) end++;
        return end - text;
    }

    /** In bytes, of a text of UTF-16 that ends with a zero, without it. */
    public static long length16(long text) {
        long end = text;
        while (ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, end) != 0) end += Short.BYTES;
        return end - text;
    }

    /** A copy in an arena. @return its address, which is never null */
    public static long copy(Arena arena, byte[] bytes) {
        return copy(arena, bytes, Math.max(1, bytes.length));
    }

    /** A copy in an arena with a zero at its end. @return its address */
    public static long terminated(Arena arena, byte[] bytes) {
        return copy(arena, bytes, bytes.length + 1L);
    }

    private static long copy(Arena arena, byte[] bytes, long size) {
        MemorySegment segment = arena.allocate(size);
        MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return segment.address();
    }

    /** A text in UTF-8 in an arena, with a zero at its end. @return its address */
    public static long terminated(Arena arena, String text) {
        return terminated(arena, text.getBytes(StandardCharsets.UTF_8));
    }
}
