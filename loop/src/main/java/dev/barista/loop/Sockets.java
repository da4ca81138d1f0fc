package dev.barista.loop;

/** Makes the sockets of a loop's transport. Loop thread only. */
final class Sockets {
    private Sockets() {}

    static LoopSocket create(NetPoller poller, SocketKind kind) throws ErrnoException {
        return poller.epoll() ? EpollSocket.create(poller, kind) : NioSocket.create(poller, kind);
    }

    /** Takes an open descriptor, which the JDK's channels can't. */
    static LoopSocket open(NetPoller poller, int fd) throws ErrnoException {
        if (!poller.epoll()) throw new ErrnoException(Errno.ENOTSUP.code());
        return EpollSocket.open(poller, fd);
    }

    /** What a datagram socket does besides. */
    static Datagrams datagrams(LoopSocket socket) {
        return socket instanceof EpollSocket epoll ? new EpollDatagrams(epoll.socket(), epoll.ipv6()) :
                new NioDatagrams(((NioSocket) socket).datagrams(), socket.ipv6());
    }
}
