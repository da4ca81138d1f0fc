package dev.barista.loop;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.function.IntConsumer;

/** A TCP connection, or a socket that listens for them. Loop thread only. Source: libuv, {@code uv_tcp_t}. */
public final class TcpHandle extends StreamHandle {
    /** libuv's: a keep-alive probe each second, ten without an answer. */
    private static final int PROBE_SECONDS = 1;

    private static final int PROBES = 10;

    /** An address in use, which {@link #bind} keeps to itself and the next call tells, as in libuv. */
    private int delayed;

    public TcpHandle(Loop loop) {
        super(loop);
    }

    @Override
    public String kind() {
        return "tcp";
    }

    @Override
    TcpHandle client() {
        return new TcpHandle(loop());
    }

    /** Binds to a local address; port 0 for any. @return 0 or an errno; an address in use is told by listen or connect */
    public int bind(InetSocketAddress address) {
        return bind(address, false, false);
    }

    /**
     * As {@link #bind(InetSocketAddress)}.
     *
     * @param ipv6Only whether IPv4 peers are kept off an IPv6 socket
     * @param reusePort whether several sockets, which all say so, share the address and are given connections in turn
     */
    public int bind(InetSocketAddress address, boolean ipv6Only, boolean reusePort) {
        int errno = open(address);
        if (errno != 0) return errno;
        boolean ipv6 = address.getAddress() instanceof Inet6Address;
        if (ipv6Only && !ipv6) return Errno.EINVAL.code();
        errno = socket().option(SocketSetting.REUSE_ADDRESS, 1);
        if (errno == 0 && reusePort) errno = socket().option(SocketSetting.REUSE_PORT, 1);
        if (errno == 0 && ipv6Only) errno = socket().option(SocketSetting.IPV6_ONLY, 1);
        if (errno == 0) errno = socket().bind(address);
        if (errno != Errno.EADDRINUSE.code()) return errno;
        delayed = errno;
        return 0;
    }

    private int open(InetSocketAddress address) {
        if (closing()) return Errno.EINVAL.code();
        if (socket() != null) return 0;
        try {
            socket(Sockets.create(poller, address.getAddress() instanceof Inet6Address ? SocketKind.TCP6 : SocketKind.TCP4), false);
            return 0;
        } catch (ErrnoException e) {
            return e.errno();
        }
    }

    /** Begins to listen. A handle that was not bound gets any port. @return 0 or an errno */
    public int listen(int backlog, Acceptor<TcpHandle> acceptor) {
        if (delayed != 0) return delayed;
        int errno = open(new InetSocketAddress(0));
        return errno != 0 ? errno : startListening(backlog, acceptor);
    }

    /**
     * Connects to a resolved address.
     *
     * @param done gets 0 or an errno, later
     * @return 0, or an errno that is known at once; {@code done} is not called then
     */
    public int connect(InetSocketAddress address, IntConsumer done) {
        int errno = mayConnect();
        if (errno == 0) errno = open(address);
        if (errno != 0) return errno;
        errno = delayed != 0 ? delayed : socket().connect(address);
        boolean later = errno == 0 || errno == Errno.ECONNREFUSED.code() || errno == delayed;
        return later ? connecting(errno, done) : errno;
    }

    /** Whether small writes are sent at once (Nagle's algorithm off). @return 0 or an errno */
    public int noDelay(boolean on) {
        return socket() == null ? 0 : socket().option(SocketSetting.NO_DELAY, on ? 1 : 0);
    }

    /** Whether a silent peer is probed, first after so many seconds. @return 0 or an errno */
    public int keepAlive(boolean on, int seconds) {
        if (socket() == null) return 0;
        int errno = socket().option(SocketSetting.KEEP_ALIVE, on ? 1 : 0);
        if (errno != 0 || !on) return errno;
        if (seconds < 1) return Errno.EINVAL.code();
        errno = socket().option(SocketSetting.KEEP_IDLE, seconds);
        if (errno == 0) errno = socket().option(SocketSetting.KEEP_INTERVAL, PROBE_SECONDS);
        return errno != 0 ? errno : socket().option(SocketSetting.KEEP_COUNT, PROBES);
    }

    /** The address bound to; null when there is none. */
    public InetSocketAddress localAddress() {
        return socket() == null || closing() ? null : socket().localAddress();
    }

    /** The peer's address; null when there is none. */
    public InetSocketAddress remoteAddress() {
        return socket() == null || closing() ? null : socket().remoteAddress();
    }

    /**
     * Closes with a reset: the peer's reads and writes fail with {@code ECONNRESET}, and what was not sent is dropped.
     *
     * @return 0; or an errno, and the handle is not closed, when the stream is being shut down
     */
    public int reset(Runnable onClosed) {
        int errno = resetOnClose();
        if (errno == 0) close(onClosed);
        return errno;
    }
}
