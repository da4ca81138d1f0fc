package dev.barista.loop;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelException;
import io.netty.channel.IoEvent;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoEvent;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.epoll.LinuxSocket;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.FileDescriptor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;

/** A socket, pipe or terminal of Linux, watched by epoll. Loop thread only. */
final class EpollSocket extends LoopSocket implements EpollIoHandle {
    private static final int EPOLLIN = 0x1;
    private static final int EPOLLOUT = 0x4;
    private static final int EPOLLERR = 0x8;
    private static final int EPOLLHUP = 0x10;
    private static final int AGAIN = Errno.EAGAIN.code();
    private static final int END = Errno.EOF.code();
    private static final EpollIoOps[] OPS = {
        EpollIoOps.NONE, EpollIoOps.EPOLLIN, EpollIoOps.EPOLLOUT, EpollIoOps.EPOLLIN.with(EpollIoOps.EPOLLOUT)
    };

    private final NetPoller poller;
    private final FileDescriptor fd;

    /** The descriptor again; null for what is no socket. */
    private final LinuxSocket socket;

    private final boolean ipv6;
    private IoRegistration registration;

    private EpollSocket(NetPoller poller, FileDescriptor fd, boolean ipv6) {
        this.poller = poller;
        this.fd = fd;
        this.socket = fd instanceof LinuxSocket linux ? linux : null;
        this.ipv6 = ipv6;
    }

    /** A fresh socket. */
    static EpollSocket create(NetPoller poller, SocketKind kind) throws ErrnoException {
        try {
            return switch (kind) {
                case TCP4 -> new EpollSocket(poller, LinuxSocket.newSocketStream(false), false);
                case TCP6 -> new EpollSocket(poller, LinuxSocket.newSocketStream(true), true);
                case UDP4 -> new EpollSocket(poller, LinuxSocket.newSocketDgram(false), false);
                case UDP6 -> new EpollSocket(poller, LinuxSocket.newSocketDgram(true), true);
                case UNIX -> new EpollSocket(poller, LinuxSocket.newSocketDomain(), false);
            };
        } catch (ChannelException e) {
            throw new ErrnoException(LinuxErrno.of(e.getCause()));
        }
    }

    /** A descriptor that is open already; from now on it belongs to this object, which makes it non-blocking. */
    static EpollSocket open(NetPoller poller, int fd) throws ErrnoException {
        int errno = NonBlocking.set(fd);
        if (errno < 0) throw new ErrnoException(errno);
        try {
            LinuxSocket socket = LinuxSocket.newSocket(fd);
            return new EpollSocket(poller, socket, LinuxOptions.isIpv6(socket));
        } catch (ChannelException | IOException e) {
            return new EpollSocket(poller, new FileDescriptor(fd), false); // no socket: it has no name to ask for
        }
    }

    @Override
    public FileDescriptor fd() {
        return fd;
    }

    @Override
    int descriptor() {
        return fd.isOpen() ? fd.intValue() : -1;
    }

    @Override
    void watch(int ops) {
        if (ops == interest) return;
        interest = ops;
        if (ops == 0) {
            // Not submitted as no interest: Netty would take the descriptor out of epoll and fail to put it back.
            registration.cancel();
            registration = null;
            return;
        }
        if (registration == null) registration = poller.register(this);
        registration.submit(OPS[ops]);
    }

    @Override
    public void handle(IoRegistration registration, IoEvent event) {
        int events = ((EpollIoEvent) event).ops().value();
        int ops = 0;
        if ((events & (EPOLLIN | EPOLLERR | EPOLLHUP)) != 0) ops |= READ;
        if ((events & (EPOLLOUT | EPOLLERR | EPOLLHUP)) != 0) ops |= WRITE;
        if ((ops & interest) != 0) poller.ready(this, ops & interest);
    }

    @Override
    int read(ByteBuf into, int most) {
        try {
            int at = into.writerIndex();
            int n = into.hasMemoryAddress() ? fd.readAddress(into.memoryAddress(), at, at + most)
                    : readInto(into.internalNioBuffer(at, most));
            if (n > 0) into.writerIndex(at + n);
            return n > 0 ? n : n == 0 ? AGAIN : END;
        } catch (IOException | RuntimeException e) {
            return LinuxErrno.of(e);
        }
    }

    private int readInto(ByteBuffer buffer) throws IOException {
        return fd.read(buffer, buffer.position(), buffer.limit());
    }

    @Override
    int write(ByteBuf from) {
        try {
            int n = from.hasMemoryAddress() ? fd.writeAddress(from.memoryAddress(), from.readerIndex(), from.writerIndex())
                    : writeFrom(from.internalNioBuffer(from.readerIndex(), from.readableBytes()));
            return n > 0 ? n : AGAIN;
        } catch (IOException | RuntimeException e) {
            return LinuxErrno.of(e);
        }
    }

    private int writeFrom(ByteBuffer buffer) throws IOException {
        return fd.write(buffer, buffer.position(), buffer.limit());
    }

    @Override
    int bind(SocketAddress address) {
        return call(() -> socket.bind(address));
    }

    @Override
    int listen(int backlog) {
        poller.keepReserve();
        return call(() -> socket.listen(backlog));
    }

    @Override
    int accept() {
        try {
            int client = socket.accept(new byte[26]);
            if (client < 0) return AGAIN;
            accepted = new EpollSocket(poller, LinuxSocket.newSocket(client), ipv6);
            return 0;
        } catch (IOException | RuntimeException e) {
            return LinuxErrno.of(e);
        }
    }

    @Override
    void refuse() {
        poller.releaseReserve();
        if (accept() == 0) {
            accepted.close();
            accepted = null;
        }
        poller.keepReserve();
    }

    @Override
    int connect(SocketAddress address) {
        return call(() -> socket.connect(address));
    }

    @Override
    int connected() {
        try {
            return -socket.getSoError();
        } catch (IOException | RuntimeException e) {
            return LinuxErrno.of(e);
        }
    }

    @Override
    int shutdown() {
        if (socket == null) return Errno.ENOTSOCK.code();
        return call(() -> socket.shutdown(false, true));
    }

    @Override
    InetSocketAddress localAddress() {
        return socket == null ? null : SeenAddress.of(socket.localAddress(), ipv6);
    }

    @Override
    InetSocketAddress remoteAddress() {
        return socket == null ? null : SeenAddress.of(socket.remoteAddress(), ipv6);
    }

    @Override
    String localPath() {
        DomainSocketAddress address = socket == null ? null : socket.localDomainSocketAddress();
        return address == null ? "" : address.path();
    }

    @Override
    String remotePath() {
        DomainSocketAddress address = socket == null ? null : socket.remoteDomainSocketAddress();
        return address == null ? "" : address.path();
    }

    @Override
    boolean ipv6() {
        return ipv6;
    }

    @Override
    int option(SocketSetting option, int value) {
        if (socket == null) return Errno.ENOTSOCK.code();
        return call(() -> LinuxOptions.set(socket, ipv6, option, value));
    }

    @Override
    int option(SocketSetting option) {
        if (socket == null) return Errno.ENOTSOCK.code();
        try {
            return LinuxOptions.get(socket, ipv6, option);
        } catch (IOException | RuntimeException e) {
            return LinuxErrno.of(e);
        }
    }

    @Override
    int resetOnClose() {
        return call(() -> socket.setSoLinger(0));
    }

    @Override
    public void close() {
        if (!fd.isOpen()) return;
        watch(0);
        call(fd::close); // An error of close(2) has no one to go to: the descriptor is gone all the same.
    }

    /** The socket itself, for datagrams. */
    LinuxSocket socket() {
        return socket;
    }

    private interface Call {
        void run() throws IOException;
    }

    private static int call(Call call) {
        try {
            call.run();
            return 0;
        } catch (IOException | RuntimeException e) {
            return LinuxErrno.of(e);
        }
    }
}
