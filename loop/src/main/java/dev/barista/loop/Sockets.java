package dev.barista.loop;

/** Makes the sockets of a loop's transport. Loop thread only. */
final class Sockets {
    private Sockets() {}

    static LoopSocket create(NetPoller poller, SocketKind kind) throws ErrnoException {
        if (!poller.epoll()) throw new ErrnoException(Errno.ENOTSUP.code());
        return EpollSocket.create(poller, kind);
    }

    /** Takes an open descriptor. */
    static LoopSocket open(NetPoller poller, int fd) throws ErrnoException {
        if (!poller.epoll()) throw new ErrnoException(Errno.ENOTSUP.code());
        return EpollSocket.open(poller, fd);
    }

    /** What a datagram socket does besides. */
    static Datagrams datagrams(LoopSocket socket) {
        EpollSocket epoll = (EpollSocket) socket;
        return new EpollDatagrams(epoll.socket(), epoll.ipv6());
    }
}
