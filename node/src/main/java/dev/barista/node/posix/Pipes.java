package dev.barista.node.posix;

import java.nio.ByteBuffer;

/** Connected pairs of sockets, waiting on descriptors, and waiting for children. Any thread. */
public final class Pipes {
    public static final short POLLIN = 1;
    public static final short POLLOUT = 4;

    private static final int AF_UNIX = 1;
    private static final int SOCK_STREAM = 1;
    private static final int POLLFD = 8;

    private Pipes() { }

    /**
     * Two connected stream sockets, both closed in child processes.
     *
     * @param pair receives them
     * @return 0 or a negative errno
     */
    public static int socketPair(int[] pair) {
        Scratch scratch = Scratch.current();
        ByteBuffer data = scratch.data(8);
        int type = SOCK_STREAM | (Platform.LINUX ? Platform.O_CLOEXEC : 0);
        int result = Libc.SOCKETPAIR.call(scratch, AF_UNIX, type, 0, scratch.dataAddress());
        if (result < 0) return result;
        pair[0] = data.getInt(0);
        pair[1] = data.getInt(4);
        if (!Platform.LINUX) {
            for (int fd : pair) Libc.FCNTL.call(scratch, fd, Platform.F_SETFD, Platform.FD_CLOEXEC, 0);
        }
        return 0;
    }

    /** @return 0 or a negative errno */
    public static int nonBlocking(int fd) {
        Scratch scratch = Scratch.current();
        int flags = Libc.FCNTL.call(scratch, fd, Platform.F_GETFL, 0, 0);
        return flags < 0 ? flags : Libc.FCNTL.call(scratch, fd, Platform.F_SETFL, flags | Platform.O_NONBLOCK, 0);
    }

    /** Lets reads and writes wait, for everybody who has the same open file. @return 0 or a negative errno */
    public static int blocking(int fd) {
        Scratch scratch = Scratch.current();
        int flags = Libc.FCNTL.call(scratch, fd, Platform.F_GETFL, 0, 0);
        if (flags < 0 || (flags & Platform.O_NONBLOCK) == 0) return Math.min(flags, 0);
        return Libc.FCNTL.call(scratch, fd, Platform.F_SETFL, flags & ~Platform.O_NONBLOCK, 0);
    }

    /** Ends the writing half of a socket: the other side reads to its end. @return 0 or a negative errno */
    public static int shutdownWrites(int fd) {
        return Libc.SHUTDOWN.call(Scratch.current(), fd, 1);
    }

    /** A descriptor of the null device, for reading and writing, or a negative errno. */
    public static int openNull() {
        return Posix.open(PathBytes.encode("/dev/null"), Platform.O_RDWR, 0);
    }

    /**
     * Waits until one of the descriptors is ready.
     *
     * @param fds negative ones are left out
     * @param events {@link #POLLIN} or {@link #POLLOUT} for each
     * @param ready receives what each is ready for; an error or a hang-up counts as ready
     * @param millis at most; −1 for ever
     * @return how many are ready, or a negative errno ({@code EINTR} where a signal came)
     */
    public static int poll(int[] fds, short[] events, boolean[] ready, int millis) {
        Scratch scratch = Scratch.current();
        ByteBuffer data = scratch.data((long) POLLFD * fds.length);
        for (int i = 0; i < fds.length; i++) data.putInt(fds[i]).putShort(events[i]).putShort((short) 0);
        int result = Libc.POLL.call(scratch, scratch.dataAddress(), fds.length, millis, 0, 0, 0);
        for (int i = 0; i < fds.length; i++) ready[i] = result > 0 && data.getShort(POLLFD * i + 6) != 0;
        return result;
    }

    /** A descriptor that becomes readable when the process ends, or a negative errno where the system has none. */
    public static int processDescriptor(int pid) {
        if (!Platform.LINUX) return dev.barista.loop.Errno.ENOSYS.code();
        Scratch scratch = Scratch.current();
        return Libc.SYSCALL.call(scratch, Platform.SYS_PIDFD_OPEN, pid, 0, 0);
    }

    /** Waits for a child to end, for ever. @return its {@code wait} status, or a negative errno */
    public static int waitFor(int pid) {
        Scratch scratch = Scratch.current();
        ByteBuffer data = scratch.data(4);
        int result = Libc.WAITPID.call(scratch, pid, scratch.dataAddress(), 0, 0);
        return result < 0 ? result : data.getInt(0);
    }

    /** As {@link #waitFor}, but {@link Integer#MIN_VALUE} at once while the child runs. */
    public static int pollChild(int pid) {
        Scratch scratch = Scratch.current();
        ByteBuffer data = scratch.data(4);
        int result = Libc.WAITPID.call(scratch, pid, scratch.dataAddress(), Platform.WNOHANG, 0);
        if (result == 0) return Integer.MIN_VALUE;
        return result < 0 ? result : data.getInt(0);
    }

    /** The exit code in a {@code wait} status; 0 if a signal ended the child. */
    public static int exitCode(int status) {
        return signal(status) == 0 ? status >> 8 & 0xff : 0;
    }

    /** The signal that ended the child, or 0. */
    public static int signal(int status) {
        return status & 0x7f;
    }
}
