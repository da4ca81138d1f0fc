package dev.barista.node.node_api;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Memory outside the heap by its address: what addons point to. Any thread; a wrong address ends the process, as it does in C. */
final class Memory {
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    /** {@code NAPI_AUTO_LENGTH}: a text ends with a zero. */
    static final long AUTO_LENGTH = -1;

    private Memory() {}

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

    static void number(long address, double value) {
        ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, address, value);
    }

    static void bool(long address, boolean value) {
        octet(address, value ? 1 : 0);
    }

    static int octet(long address) {
        return ALL.get(ValueLayout.JAVA_BYTE, address);
    }

    static void octet(long address, int value) {
        ALL.set(ValueLayout.JAVA_BYTE, address, (byte) value);
    }

    static byte[] bytes(long address, long length) {
        byte[] bytes = new byte[Math.toIntExact(length)];
        MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, address, bytes, 0, bytes.length);
        return bytes;
    }

    static void put(long address, byte[] source, int count) {
        MemorySegment.copy(source, 0, ALL, ValueLayout.JAVA_BYTE, address, count);
    }

    /** Bytes that can be read and written in place; whoever owns them keeps them. */
    static MemorySegment at(long address, long length) {
        return ALL.asSlice(address, length);
    }

    /** The bytes of a text of a length, or {@link #AUTO_LENGTH}. */
    static byte[] text(long address, long length) {
        return bytes(address, length == AUTO_LENGTH ? length(address, 1) : length);
    }

    /** In bytes, up to a zero of so many bytes. */
    static long length(long text, int unit) {
        long at = text;
        if (unit == 1) while (octet(at) != 0) at++;
        else while (ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, at) != 0) at += unit;
        return at - text;
    }
}
