package dev.barista.node.posix;

import java.nio.ByteBuffer;

/** {@code statfs}: the seven numbers of libuv's {@code uv_statfs_t}, in its order. Any thread. */
public final class FileSystemStatus {
    /** Type, block size, blocks, free blocks, blocks free to ordinary users, inodes, free inodes. */
    public static final int LENGTH = 7;

    private static final int STATUS_BYTES = 4096;

    private FileSystemStatus() { }

    /** @return 0, or a negative errno; then {@code status} is untouched */
    public static int statfs(byte[] path, long[] status) {
        Scratch scratch = Scratch.current();
        long at = scratch.path(path);
        if (at < 0) return (int) at;
        ByteBuffer data = scratch.data(STATUS_BYTES);
        int result = Libc.STATFS.call(scratch, at, scratch.dataAddress());
        if (result == 0) read(data, status);
        return result;
    }

    /** Linux's 64-bit layout is seven longs; macOS has two 32-bit sizes first and the type behind the file counts. */
    private static void read(ByteBuffer s, long[] to) {
        if (Platform.LINUX) {
            for (int i = 0; i < LENGTH; i++) to[i] = s.getLong(8 * i);
            return;
        }
        to[0] = s.getInt(60) & 0xffffffffL;
        to[1] = s.getInt(0) & 0xffffffffL;
        for (int i = 2; i < LENGTH; i++) to[i] = s.getLong(8 * (i - 1));
    }
}
