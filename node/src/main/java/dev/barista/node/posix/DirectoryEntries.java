package dev.barista.node.posix;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * An open directory that is read entry by entry, {@code .} and {@code ..} left out. On Linux it is a descriptor and {@code getdents64},
 * one call for some hundred entries; on macOS {@code readdir_r}. One thread at a time; its calls block.
 */
public final class DirectoryEntries {
    /** What an entry is, in libuv's numbers ({@code UV_DIRENT_*}). */
    public static final int UNKNOWN = 0;
    public static final int FILE = 1;
    public static final int DIRECTORY = 2;
    public static final int LINK = 3;

    private static final int BATCH_BYTES = 32 << 10;
    private static final int MACOS_ENTRY_BYTES = 1048;

    /** @param type one of libuv's {@code UV_DIRENT_*}; {@link #UNKNOWN} where the file system does not say */
    public record Entry(byte[] name, int type) { }

    private final long handle;
    private final ArrayDeque<Entry> batch = new ArrayDeque<>();
    private boolean closed;

    private DirectoryEntries(long handle) {
        this.handle = handle;
    }

    /** @return {@link DirectoryEntries}, or an {@link Integer}, a negative errno */
    public static Object open(byte[] path) {
        if (Platform.LINUX) {
            int fd = Posix.open(path, Platform.O_RDONLY | Platform.O_DIRECTORY, 0);
            return fd < 0 ? (Object) fd : new DirectoryEntries(fd);
        }
        Scratch scratch = Scratch.current();
        long at = scratch.path(path);
        if (at < 0) return (int) at;
        long stream = Libc.OPENDIR.callLong(scratch, at, 0, 0, 0);
        return stream == 0 ? (Object) (-scratch.errno()) : new DirectoryEntries(stream);
    }

    /** @return the next {@link Entry}, {@code null} at the end, or an {@link Integer}, a negative errno */
    public Object next() {
        if (batch.isEmpty()) {
            int result = fill();
            if (result < 0) return result;
        }
        return batch.poll();
    }

    /** @return 0, or a negative errno; closing again does nothing */
    public int close() {
        if (closed) return 0;
        closed = true;
        return Platform.LINUX
            ? Descriptors.close((int) handle)
            : Libc.CLOSEDIR.call(Scratch.current(), handle);
    }

    private int fill() {
        Scratch scratch = Scratch.current();
        if (!Platform.LINUX) return fillMacos(scratch);
        while (true) {
            ByteBuffer data = scratch.data(BATCH_BYTES);
            int n = Libc.SYSCALL.call(
                scratch, Platform.SYS_GETDENTS64, handle, scratch.dataAddress(), BATCH_BYTES);
            if (n <= 0) return n;
            // struct linux_dirent64: inode 8, offset 8, length 2, type 1, name
            for (int at = 0; at < n; at += data.getShort(at + 16) & 0xffff) add(data, at + 18, at + 19);
            if (!batch.isEmpty()) return n;
        }
    }

    private int fillMacos(Scratch scratch) {
        while (batch.isEmpty()) {
            ByteBuffer data = scratch.data(MACOS_ENTRY_BYTES + 8);
            long result = scratch.dataAddress() + MACOS_ENTRY_BYTES;
            int error = (int) Libc.READDIR_R.callLong(scratch, handle, scratch.dataAddress(), result, 0);
            if (error != 0) return -error;
            if (data.getLong(MACOS_ENTRY_BYTES) == 0) return 0;
            // struct dirent with 64-bit inodes: inode 8, offset 8, length 2, name's length 2, type 1, name
            add(data, 20, 21);
        }
        return batch.size();
    }

    private void add(ByteBuffer data, int type, int name) {
        int end = name;
        while (data.get(end) != 0) end++;
        int length = end - name;
        if (data.get(name) == '.' && (length == 1 || length == 2 && data.get(name + 1) == '.')) return;
        byte[] bytes = new byte[length];
        data.get(name, bytes);
        batch.add(new Entry(bytes, typeOf(data.get(type))));
    }

    /** libuv's number for a {@code DT_*}: those are the type bits of a mode, shifted. */
    private static int typeOf(int dt) {
        return typeOfMode(dt << 12);
    }

    /** libuv's number for a mode's type bits. */
    public static int typeOfMode(int mode) {
        return switch (mode & FileStatus.S_IFMT) {
            case FileStatus.S_IFREG -> FILE;
            case FileStatus.S_IFDIR -> DIRECTORY;
            case FileStatus.S_IFLNK -> LINK;
            case FileStatus.S_IFIFO -> 4;
            case FileStatus.S_IFSOCK -> 5;
            case FileStatus.S_IFCHR -> 6;
            case FileStatus.S_IFBLK -> 7;
            default -> UNKNOWN;
        };
    }
}
