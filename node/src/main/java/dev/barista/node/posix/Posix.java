package dev.barista.node.posix;

import dev.barista.loop.Errno;
import java.nio.ByteBuffer;

/**
 * The POSIX calls on files by path. Paths are absolute (see {@link PathBytes#absolute}): the kernel's working directory belongs
 * to the JVM, not to a program. Each returns a result or a negative errno of this platform. Any thread; they block.
 */
public final class Posix {
    private static final int MODE_BITS = 07777;

    private Posix() { }

    /**
     * The descriptor is closed in child processes ({@code O_CLOEXEC}).
     *
     * @param flags this platform's, see {@link FileConstants}
     */
    public static int open(byte[] path, int flags, int mode) {
        return one(Libc.OPEN, path, flags | Platform.O_CLOEXEC, mode & MODE_BITS);
    }

    /** @param mode {@code F_OK} 0, or a sum of {@code R_OK} 4, {@code W_OK} 2, {@code X_OK} 1 */
    public static int access(byte[] path, int mode) {
        return one(Libc.ACCESS, path, mode, 0);
    }

    public static int unlink(byte[] path) {
        return one(Libc.UNLINK, path, 0, 0);
    }

    public static int mkdir(byte[] path, int mode) {
        return one(Libc.MKDIR, path, mode & MODE_BITS, 0);
    }

    public static int rmdir(byte[] path) {
        return one(Libc.RMDIR, path, 0, 0);
    }

    public static int chmod(byte[] path, int mode) {
        return one(Libc.CHMOD, path, mode & MODE_BITS, 0);
    }

    /** Changes a symbolic link itself, which only macOS can. */
    public static int lchmod(byte[] path, int mode) {
        return Platform.MACOS ? one(Libc.LCHMOD, path, mode & MODE_BITS, 0) : Errno.ENOTSUP.code();
    }

    /** @param uid the owner; −1 leaves it. {@code gid} alike */
    public static int chown(byte[] path, int uid, int gid) {
        return one(Libc.CHOWN, path, uid, gid);
    }

    /** Changes a symbolic link itself. */
    public static int lchown(byte[] path, int uid, int gid) {
        return one(Libc.LCHOWN, path, uid, gid);
    }

    public static int rename(byte[] from, byte[] to) {
        return two(Libc.RENAME, from, to);
    }

    /** Makes {@code path} another name of {@code existing}. */
    public static int link(byte[] existing, byte[] path) {
        return two(Libc.LINK, existing, path);
    }

    /** @param target what the link says; as it is, not made absolute */
    public static int symlink(byte[] target, byte[] path) {
        return two(Libc.SYMLINK, target, path);
    }

    /** @param atime seconds since the epoch; {@code NaN} leaves the time, an infinity means now. {@code mtime} alike */
    public static int utimes(byte[] path, double atime, double mtime) {
        return utimensat(path, atime, mtime, 0);
    }

    /** Changes a symbolic link itself. */
    public static int lutimes(byte[] path, double atime, double mtime) {
        return utimensat(path, atime, mtime, Platform.AT_SYMLINK_NOFOLLOW);
    }

    private static int utimensat(byte[] path, double atime, double mtime, int flags) {
        Scratch scratch = Scratch.current();
        long at = scratch.path(path);
        if (at < 0) return (int) at;
        Timespec.put(scratch.data(32), atime, mtime);
        return Libc.UTIMENSAT.call(scratch, Platform.AT_FDCWD, at, scratch.dataAddress(), flags);
    }

    /** @return what a symbolic link says, or an {@link Integer}, a negative errno */
    public static Object readlink(byte[] path) {
        Scratch scratch = Scratch.current();
        long at = scratch.path(path);
        if (at < 0) return (int) at;
        ByteBuffer data = scratch.data(Scratch.PATH_MAX);
        int length = Libc.READLINK.call(scratch, at, scratch.dataAddress(), Scratch.PATH_MAX, 0);
        if (length < 0) return length;
        byte[] target = new byte[length];
        data.get(0, target);
        return target;
    }

    /** @return the path without symbolic links and dots, or an {@link Integer}, a negative errno */
    public static Object realpath(byte[] path) {
        Scratch scratch = Scratch.current();
        long from = scratch.secondPath(path);
        if (from < 0) return (int) from;
        long result = Libc.REALPATH.callLong(scratch, from, scratch.path(new byte[0]), 0, 0);
        return result == 0 ? (Object) (-scratch.errno()) : scratch.pathResult();
    }

    /**
     * Makes a directory with a name that nothing had.
     *
     * @param prefix the name's beginning; six characters are added
     * @return its path, or an {@link Integer}, a negative errno
     */
    public static Object mkdtemp(byte[] prefix) {
        byte[] template = new byte[prefix.length + 6];
        System.arraycopy(prefix, 0, template, 0, prefix.length);
        java.util.Arrays.fill(template, prefix.length, template.length, (byte) 'X');
        Scratch scratch = Scratch.current();
        long at = scratch.path(template);
        if (at < 0) return (int) at;
        return Libc.MKDTEMP.callLong(scratch, at, 0, 0, 0) == 0 ? (Object) (-scratch.errno()) : scratch.pathResult();
    }

    private static int one(Libc function, byte[] path, long b, long c) {
        Scratch scratch = Scratch.current();
        long at = scratch.path(path);
        return at < 0 ? (int) at : function.call(scratch, at, b, c, 0);
    }

    private static int two(Libc function, byte[] first, byte[] second) {
        Scratch scratch = Scratch.current();
        long a = scratch.path(first);
        if (a < 0) return (int) a;
        long b = scratch.secondPath(second);
        return b < 0 ? (int) b : function.call(scratch, a, b);
    }
}
