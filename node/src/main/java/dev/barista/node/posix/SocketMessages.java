package dev.barista.node.posix;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;

/**
 * Bytes with open descriptors beside them, through a Unix domain socket: {@code sendmsg(2)}, {@code recvmsg(2)} and
 * {@code SCM_RIGHTS} of {@code unix(7)}. The receiver gets descriptors of its own for the same open files. Any thread.
 */
public final class SocketMessages {
    /** A receiver that has no room for a descriptor loses it; Linux passes at most 253 at a time. */
    private static final int DESCRIPTORS = 253;

    private static final int SCM_RIGHTS = 1;
    private static final int SOL_SOCKET = Platform.MACOS ? 0xffff : 1;
    private static final int MSG_NOSIGNAL = Platform.LINUX ? 0x4000 : 0;
    private static final int MSG_CMSG_CLOEXEC = Platform.LINUX ? 0x40000000 : 0;

    // struct msghdr, whose lengths are wider on Linux; what is not set here is 0, and both systems are little-endian.
    private static final int MSGHDR = 56;
    private static final int IOV = 16;
    private static final int IOV_COUNT = 24;
    private static final int CONTROL = 32;
    private static final int CONTROL_LENGTH = 40;

    // struct iovec, and struct cmsghdr behind it.
    private static final int IOVEC_AT = MSGHDR;
    private static final int CMSG_AT = IOVEC_AT + 16;
    private static final int CMSG_LEVEL = Platform.MACOS ? 4 : 8;
    private static final int CMSG_DATA = Platform.MACOS ? 12 : 16;
    private static final int CMSG_ALIGN = Platform.MACOS ? 4 : 8;
    private static final int CMSG_ROOM = CMSG_DATA + 4 * DESCRIPTORS + 4;
    private static final int BYTES_AT = CMSG_AT + CMSG_ROOM;

    private SocketMessages() { }

    /**
     * Sends what the socket takes of some bytes, and a descriptor with the first of them.
     *
     * @param bytes whose position moves past what was sent
     * @param fd stays the caller's; −1 for none
     * @return how many bytes were sent, or a negative errno; {@code EAGAIN} where a non-blocking socket takes none
     */
    public static int send(int socket, ByteBuffer bytes, int fd) {
        Scratch scratch = Scratch.current();
        int length = Math.min(bytes.remaining(), Scratch.DATA_MAX - BYTES_AT);
        ByteBuffer data = header(scratch, length);
        data.put(BYTES_AT, bytes, bytes.position(), length);
        if (fd >= 0) {
            data.putLong(CONTROL, scratch.dataAddress() + CMSG_AT).putLong(CONTROL_LENGTH, align(CMSG_DATA + 4));
            data.putInt(CMSG_AT, CMSG_DATA + 4).putInt(CMSG_AT + CMSG_LEVEL, SOL_SOCKET);
            data.putInt(CMSG_AT + CMSG_LEVEL + 4, SCM_RIGHTS).putInt(CMSG_AT + CMSG_DATA, fd);
        }
        int sent = Libc.SENDMSG.call(scratch, socket, scratch.dataAddress(), MSG_NOSIGNAL, 0);
        if (sent > 0) bytes.position(bytes.position() + sent);
        return sent;
    }

    /**
     * Receives what there is, up to the buffer's room.
     *
     * @param into whose position moves past what was received
     * @param descriptors is given each descriptor that came along; they are closed in child processes, and the receiver's to close
     * @return how many bytes were received, 0 at the end of the stream, or a negative errno
     */
    public static int receive(int socket, ByteBuffer into, IntConsumer descriptors) {
        Scratch scratch = Scratch.current();
        int room = Math.min(into.remaining(), Scratch.DATA_MAX - BYTES_AT);
        ByteBuffer data = header(scratch, room);
        data.putLong(CONTROL, scratch.dataAddress() + CMSG_AT).putLong(CONTROL_LENGTH, CMSG_ROOM);
        int received = Libc.RECVMSG.call(scratch, socket, scratch.dataAddress(), MSG_CMSG_CLOEXEC, 0);
        if (received < 0) return received;
        into.put(data.slice(BYTES_AT, received));
        int[] came = descriptors(data);
        for (int fd : came) {
            if (!Platform.LINUX) Libc.FCNTL.call(scratch, fd, Platform.F_SETFD, Platform.FD_CLOEXEC, 0);
            descriptors.accept(fd);
        }
        return received;
    }

    /** A {@code msghdr} with one {@code iovec} and no descriptors. */
    private static ByteBuffer header(Scratch scratch, int length) {
        ByteBuffer data = scratch.data(BYTES_AT + (long) length);
        for (int i = 0; i < BYTES_AT; i += Long.BYTES) data.putLong(i, 0);
        data.putLong(IOV, scratch.dataAddress() + IOVEC_AT).putLong(IOV_COUNT, 1);
        data.putLong(IOVEC_AT, scratch.dataAddress() + BYTES_AT).putLong(IOVEC_AT + 8, length);
        return data;
    }

    /** The descriptors in all control messages: the kernel gives them in one, other senders may have used several. */
    private static int[] descriptors(ByteBuffer data) {
        int end = CMSG_AT + data.getInt(CONTROL_LENGTH);
        int[] found = new int[DESCRIPTORS];
        int count = 0;
        for (int at = CMSG_AT; at + CMSG_DATA <= end; ) {
            int length = data.getInt(at);
            if (length < CMSG_DATA) break;
            if (data.getInt(at + CMSG_LEVEL) == SOL_SOCKET && data.getInt(at + CMSG_LEVEL + 4) == SCM_RIGHTS) {
                for (int fd = at + CMSG_DATA; fd + 4 <= at + length; fd += 4) found[count++] = data.getInt(fd);
            }
            at += align(length);
        }
        return java.util.Arrays.copyOf(found, count);
    }

    private static int align(int length) {
        return length + CMSG_ALIGN - 1 & -CMSG_ALIGN;
    }
}
