package dev.barista.node.posix;

import dev.barista.loop.Errno;
import java.nio.ByteBuffer;

/**
 * The {@code stat} family: what the file system knows about a file, as the eighteen numbers of libuv's {@code uv_stat_t} that Node's
 * {@code Stats} has, in its order. Any thread.
 */
public final class FileStatus {
    /** How many numbers a status has. */
    public static final int LENGTH = 18;
    public static final int DEV = 0;
    public static final int MODE = 1;
    public static final int NLINK = 2;
    public static final int UID = 3;
    public static final int GID = 4;
    public static final int RDEV = 5;
    public static final int BLKSIZE = 6;
    public static final int INO = 7;
    public static final int SIZE = 8;
    public static final int BLOCKS = 9;
    /** Seconds since the epoch; the nanoseconds follow, then modification, status change and birth alike. */
    public static final int ATIME = 10;
    public static final int MTIME = 12;
    public static final int CTIME = 14;
    public static final int BIRTHTIME = 16;

    public static final int S_IFMT = 0xf000;
    public static final int S_IFSOCK = 0xc000;
    public static final int S_IFLNK = 0xa000;
    public static final int S_IFREG = 0x8000;
    public static final int S_IFBLK = 0x6000;
    public static final int S_IFDIR = 0x4000;
    public static final int S_IFCHR = 0x2000;
    public static final int S_IFIFO = 0x1000;

    private static final int STATX_BASIC_AND_BIRTH = 0xfff;
    private static final int STATUS_BYTES = 256;
    private static final byte[] THIS = {};

    private FileStatus() { }

    /** Follows symbolic links. @return 0, or a negative errno; then {@code status} is untouched */
    public static int stat(byte[] path, long[] status) {
        return Platform.LINUX ? statx(Platform.AT_FDCWD, path, 0, status) : ofPath(Libc.STAT, path, status);
    }

    /** Describes a symbolic link itself. @return 0, or a negative errno; then {@code status} is untouched */
    public static int lstat(byte[] path, long[] status) {
        return Platform.LINUX
            ? statx(Platform.AT_FDCWD, path, Platform.AT_SYMLINK_NOFOLLOW, status)
            : ofPath(Libc.LSTAT, path, status);
    }

    /** @return 0, or a negative errno; then {@code status} is untouched */
    public static int fstat(int fd, long[] status) {
        if (Platform.LINUX) return fd < 0 ? Errno.EBADF.code() : statx(fd, THIS, Platform.AT_EMPTY_PATH, status);
        Scratch scratch = Scratch.current();
        ByteBuffer data = scratch.data(STATUS_BYTES);
        int result = Libc.FSTAT.call(scratch, fd, scratch.dataAddress());
        if (result == 0) fromMacos(data, status);
        return result;
    }

    /** The type bits of a status's mode. */
    public static int type(long[] status) {
        return (int) status[MODE] & S_IFMT;
    }

    private static int statx(int fd, byte[] path, int flags, long[] status) {
        Scratch scratch = Scratch.current();
        long at = scratch.path(path);
        if (at < 0) return (int) at;
        ByteBuffer data = scratch.data(STATUS_BYTES);
        int result = Libc.SYSCALL.call(
            scratch, Platform.SYS_STATX, fd, at, flags, STATX_BASIC_AND_BIRTH, scratch.dataAddress());
        if (result == 0) fromStatx(data, status);
        return result;
    }

    private static int ofPath(Libc function, byte[] path, long[] status) {
        Scratch scratch = Scratch.current();
        long at = scratch.path(path);
        if (at < 0) return (int) at;
        ByteBuffer data = scratch.data(STATUS_BYTES);
        int result = function.call(scratch, at, scratch.dataAddress());
        if (result == 0) fromMacos(data, status);
        return result;
    }

    /** Reads {@code struct statx}, which is the same on every architecture. */
    private static void fromStatx(ByteBuffer s, long[] to) {
        to[DEV] = device(s.getInt(136), s.getInt(140));
        to[MODE] = s.getShort(28) & 0xffff;
        to[NLINK] = unsigned(s, 16);
        to[UID] = unsigned(s, 20);
        to[GID] = unsigned(s, 24);
        to[RDEV] = device(s.getInt(128), s.getInt(132));
        to[BLKSIZE] = unsigned(s, 4);
        to[INO] = s.getLong(32);
        to[SIZE] = s.getLong(40);
        to[BLOCKS] = s.getLong(48);
        time(s, 64, to, ATIME);
        time(s, 112, to, MTIME);
        time(s, 96, to, CTIME);
        time(s, 80, to, BIRTHTIME);
    }

    /** Reads macOS's {@code struct stat} with 64-bit inodes. */
    private static void fromMacos(ByteBuffer s, long[] to) {
        to[DEV] = s.getInt(0);
        to[MODE] = s.getShort(4) & 0xffff;
        to[NLINK] = s.getShort(6) & 0xffff;
        to[UID] = unsigned(s, 16);
        to[GID] = unsigned(s, 20);
        to[RDEV] = s.getInt(24);
        to[BLKSIZE] = s.getInt(112);
        to[INO] = s.getLong(8);
        to[SIZE] = s.getLong(96);
        to[BLOCKS] = s.getLong(104);
        time(s, 32, to, ATIME);
        time(s, 48, to, MTIME);
        time(s, 64, to, CTIME);
        time(s, 80, to, BIRTHTIME);
    }

    private static void time(ByteBuffer s, int at, long[] to, int index) {
        to[index] = s.getLong(at);
        to[index + 1] = s.getInt(at + 8);
    }

    private static long unsigned(ByteBuffer s, int at) {
        return s.getInt(at) & 0xffffffffL;
    }

    /** glibc's {@code makedev}. */
    private static long device(int major, int minor) {
        long high = major & 0xffffffffL;
        long low = minor & 0xffffffffL;
        return (high & 0xfffff000L) << 32 | (high & 0xfff) << 8 | (low & 0xffffff00L) << 12 | low & 0xff;
    }
}
