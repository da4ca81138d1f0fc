package dev.barista.node.posix;

import dev.barista.loop.Errno;

/** {@code uv_fs_copyfile}: copies a regular file's contents and permissions. Any thread; it blocks. */
public final class CopyFile {
    /** Fail with {@code EEXIST} where the destination exists. */
    public static final int EXCL = 1;
    /** Share the blocks where the file system can. */
    public static final int FICLONE = 2;
    /** Share the blocks or fail. */
    public static final int FICLONE_FORCE = 4;

    private static final int CHUNK = 1 << 30;

    private CopyFile() { }

    /** @return 0, or a negative errno; then a destination that was opened is removed */
    public static int copy(byte[] from, byte[] to, int flags) {
        int source = Posix.open(from, Platform.O_RDONLY, 0);
        if (source < 0) return source;
        long[] status = new long[FileStatus.LENGTH];
        int result = FileStatus.fstat(source, status);
        int target = -1;
        if (result == 0) {
            int exclusive = (flags & EXCL) != 0 ? Platform.O_EXCL : 0;
            int mode = (int) status[FileStatus.MODE];
            target = Posix.open(to, Platform.O_WRONLY | Platform.O_CREAT | exclusive, mode);
            result = target < 0 ? target : fill(source, status, target, flags);
        }
        Descriptors.close(source);
        if (target >= 0) {
            int closed = Descriptors.close(target);
            if (result == 0) result = closed;
            if (result < 0) Posix.unlink(to);
        }
        return result;
    }

    private static int fill(int source, long[] status, int target, int flags) {
        long[] old = new long[FileStatus.LENGTH];
        int result = FileStatus.fstat(target, old);
        if (result < 0) return result;
        if (old[FileStatus.DEV] == status[FileStatus.DEV] && old[FileStatus.INO] == status[FileStatus.INO]) return 0;
        result = Descriptors.ftruncate(target, 0);
        if (result < 0) return result;
        result = Descriptors.fchmod(target, (int) status[FileStatus.MODE]);
        // File systems without permissions of their own (CIFS, vfat) refuse what the mount options rule.
        if (result < 0 && result != Errno.EPERM.code()) return result;
        if ((flags & (FICLONE | FICLONE_FORCE)) != 0) {
            result = share(source, target);
            if (result == 0 || (flags & FICLONE_FORCE) != 0) return result;
        }
        return copyBytes(source, target);
    }

    private static int share(int source, int target) {
        if (!Platform.LINUX) return Errno.ENOTSUP.code();
        return Libc.IOCTL.call(Scratch.current(), target, Platform.FICLONE, source, 0);
    }

    /** By the kernel where it can: it cannot between some file systems, and reports {@code /proc} as empty. */
    private static int copyBytes(int source, int target) {
        Scratch scratch = Scratch.current();
        if (Platform.LINUX) {
            long n;
            boolean any = false;
            while ((n = Libc.COPY_FILE_RANGE.raw(scratch, source, 0, target, 0, CHUNK, 0)) > 0) any = true;
            if (n == 0 && any) return 0;
        }
        while (true) {
            scratch.data(Scratch.DATA_MAX);
            long n = Libc.READ.callLong(scratch, source, scratch.dataAddress(), Scratch.DATA_MAX, 0);
            if (n <= 0) return (int) n;
            for (long done = 0; done < n; ) {
                long written = Libc.WRITE.callLong(scratch, target, scratch.dataAddress() + done, n - done, 0);
                if (written < 0) return (int) written;
                done += written;
            }
        }
    }
}
