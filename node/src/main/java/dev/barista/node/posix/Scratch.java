package dev.barista.node.posix;

import dev.barista.loop.Errno;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Native memory of one thread for the arguments and results of system calls: two paths, the error number and a data
 * area. What JavaScript owns is heap memory and must not be pinned while a call blocks, so it is copied through here.
 *
 * <p>A thread sees only its own, from {@link #current()}; it is freed with the thread.
 */
final class Scratch {
    /** The longest path in bytes, its terminating NUL counted. */
    static final int PATH_MAX = 4096;
    /** The largest data area: one system call moves at most this much. */
    static final int DATA_MAX = 1 << 20;

    private static final int FIRST_DATA = 64 << 10;
    private static final ThreadLocal<Scratch> CURRENT = ThreadLocal.withInitial(Scratch::new);

    private final ByteBuffer fixed = allocate(8 + 2 * PATH_MAX);
    private final MemorySegment capture = MemorySegment.ofBuffer(fixed);
    private final long fixedAddress = capture.address();
    private ByteBuffer data;
    private long dataAddress;

    private Scratch() { }

    static Scratch current() {
        return CURRENT.get();
    }

    MemorySegment capture() {
        return capture;
    }

    /** The error number that the last failed call left. */
    int errno() {
        return fixed.getInt(0);
    }

    /** Stores a path, NUL-terminated. @return its address, or a negative errno when it is too long */
    long path(byte[] path) {
        return put(8, path);
    }

    /** Stores a second path. @return its address, or a negative errno when it is too long */
    long secondPath(byte[] path) {
        return put(8 + PATH_MAX, path);
    }

    private long put(int at, byte[] path) {
        if (path.length >= PATH_MAX) return Errno.ENAMETOOLONG.code();
        fixed.put(at, path).put(at + path.length, (byte) 0);
        return fixedAddress + at;
    }

    /** The bytes at the first path, up to their NUL: where calls that rewrite their argument leave the result. */
    byte[] pathResult() {
        int end = 8;
        while (fixed.get(end) != 0) end++;
        byte[] result = new byte[end - 8];
        fixed.get(8, result);
        return result;
    }

    /** The data area, in the machine's byte order, with room for {@code size} bytes or {@link #DATA_MAX}. */
    ByteBuffer data(long size) {
        int wanted = (int) Math.min(DATA_MAX, size);
        if (data == null || data.capacity() < wanted) {
            int capacity = FIRST_DATA;
            while (capacity < wanted) capacity <<= 1;
            data = allocate(capacity);
            dataAddress = address(data);
        }
        return data.clear();
    }

    /** Where {@link #data} begins. */
    long dataAddress() {
        return dataAddress;
    }

    /** Where a direct buffer's first byte (not its position) lies. */
    static long address(ByteBuffer direct) {
        return MemorySegment.ofBuffer(direct.duplicate().clear()).address();
    }

    private static ByteBuffer allocate(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }
}
