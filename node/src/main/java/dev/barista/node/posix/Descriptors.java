package dev.barista.node.posix;

import dev.barista.loop.Errno;
import java.nio.ByteBuffer;

/** The POSIX calls on open file descriptors. Each returns a result or a negative errno. Any thread; they block. */
public final class Descriptors {
    /** As a position: where the descriptor stands, which then moves. */
    public static final long CURRENT = -1;

    private static final int SEEK_CUR = 1;

    private Descriptors() { }

    /** Never started again: after {@code EINTR} the descriptor is gone, and its number may be another file's. */
    public static int close(int fd) {
        int result = Libc.CLOSE.call(Scratch.current(), fd, 0, 0, 0, 0, 0);
        return result == Errno.EINTR.code() ? 0 : result;
    }

    public static int fsync(int fd) {
        Scratch scratch = Scratch.current();
        if (Platform.MACOS && Libc.FCNTL.call(scratch, fd, Platform.F_FULLFSYNC) == 0) return 0;
        return Libc.FSYNC.call(scratch, fd);
    }

    public static int fdatasync(int fd) {
        return Platform.MACOS ? fsync(fd) : Libc.FDATASYNC.call(Scratch.current(), fd);
    }

    public static int ftruncate(int fd, long length) {
        return Libc.FTRUNCATE.call(Scratch.current(), fd, length);
    }

    public static int fchmod(int fd, int mode) {
        return Libc.FCHMOD.call(Scratch.current(), fd, mode & 07777);
    }

    /** @param uid the owner; −1 leaves it. {@code gid} alike */
    public static int fchown(int fd, int uid, int gid) {
        return Libc.FCHOWN.call(Scratch.current(), fd, uid, gid, 0);
    }

    /** @param atime seconds since the epoch; {@code NaN} leaves the time, an infinity means now. {@code mtime} alike */
    public static int futimes(int fd, double atime, double mtime) {
        Scratch scratch = Scratch.current();
        Timespec.put(scratch.data(32), atime, mtime);
        return Libc.FUTIMENS.call(scratch, fd, scratch.dataAddress());
    }

    /**
     * Reads as {@code readv} does: into one buffer after the other, advancing them. At the end of the file the result is 0.
     *
     * @param position where in the file, or {@link #CURRENT}
     * @return how many bytes were read
     */
    public static long read(int fd, long position, ByteBuffer... into) {
        Scratch scratch = Scratch.current();
        long wanted = remaining(into);
        long done = 0;
        while (true) {
            int chunk = (int) Math.min(Scratch.DATA_MAX, wanted - done);
            ByteBuffer data = scratch.data(chunk);
            long n = position < 0
                ? Libc.READ.callLong(scratch, fd, scratch.dataAddress(), chunk, 0)
                : Libc.PREAD.callLong(scratch, fd, scratch.dataAddress(), chunk, position + done);
            if (n < 0) return done > 0 ? done : n;
            scatter(data.limit((int) n), into);
            done += n;
            if (n < chunk || done == wanted || !readsOn(fd, position)) return done;
        }
    }

    /**
     * Writes as {@code writev} does: one buffer after the other, advancing them by what was written.
     *
     * @param position where in the file, or {@link #CURRENT}
     * @return how many bytes were written
     */
    public static long write(int fd, long position, ByteBuffer... from) {
        Scratch scratch = Scratch.current();
        long wanted = remaining(from);
        long done = 0;
        while (true) {
            int chunk = (int) Math.min(Scratch.DATA_MAX, wanted - done);
            gather(scratch.data(chunk).limit(chunk), from);
            long n = position < 0
                ? Libc.WRITE.callLong(scratch, fd, scratch.dataAddress(), chunk, 0)
                : Libc.PWRITE.callLong(scratch, fd, scratch.dataAddress(), chunk, position + done);
            if (n < 0) return done > 0 ? done : n;
            done += n;
            if (n < chunk || done == wanted) return done;
        }
    }

    /** Where the descriptor stands, or a negative errno: {@code ESPIPE} where it cannot be positioned. */
    public static long position(int fd) {
        return Libc.LSEEK.callLong(Scratch.current(), fd, 0, SEEK_CUR, 0);
    }

    /** Whether another read may follow a full one without waiting for a writer: pipes and terminals answer with what they have. */
    private static boolean readsOn(int fd, long position) {
        if (position >= 0) return true;
        long[] status = new long[FileStatus.LENGTH];
        return FileStatus.fstat(fd, status) == 0 && FileStatus.type(status) == FileStatus.S_IFREG;
    }

    private static long remaining(ByteBuffer[] buffers) {
        long sum = 0;
        for (ByteBuffer b : buffers) sum += b.remaining();
        return sum;
    }

    private static void scatter(ByteBuffer data, ByteBuffer[] into) {
        for (ByteBuffer b : into) {
            if (!data.hasRemaining()) return;
            move(data, b);
        }
    }

    private static void gather(ByteBuffer data, ByteBuffer[] from) {
        for (ByteBuffer b : from) {
            if (!data.hasRemaining()) return;
            move(b, data);
        }
    }

    private static void move(ByteBuffer from, ByteBuffer to) {
        int n = Math.min(from.remaining(), to.remaining());
        if (n == 0) return;
        to.put(to.position(), from, from.position(), n);
        to.position(to.position() + n);
        from.position(from.position() + n);
    }
}
