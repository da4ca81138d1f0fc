package dev.barista.loop;

import io.netty.buffer.ByteBuf;
import io.netty.channel.IoEvent;
import io.netty.channel.IoRegistration;
import io.netty.channel.nio.NioIoEvent;
import io.netty.channel.nio.NioIoHandle;
import io.netty.channel.nio.NioIoOps;
import io.netty.channel.unix.DomainSocketAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.EnumMap;
import java.util.Map;

/**
 * A socket of the JDK's, watched by its selectors: for systems without epoll. Loop thread only.
 *
 * <p>Where the system has one kind of socket the JDK has two channels, for connections and for servers. A socket that is bound becomes a
 * server's at once, which listens with Node's usual backlog from then on, and a connection's again if it is told to connect.
 */
final class NioSocket extends LoopSocket implements NioIoHandle {
    private static final int AGAIN = Errno.EAGAIN.code();
    private static final int END = Errno.EOF.code();
    private static final int BACKLOG = 511;

    private final NetPoller poller;
    private final ProtocolFamily family;
    private final Map<SocketSetting, Integer> settings = new EnumMap<>(SocketSetting.class);
    private SelectableChannel channel;
    private IoRegistration registration;
    private boolean connecting;

    private NioSocket(NetPoller poller, ProtocolFamily family, SelectableChannel channel) throws IOException {
        this.poller = poller;
        this.family = family;
        this.channel = channel;
        channel.configureBlocking(false);
    }

    /** A fresh socket. */
    static NioSocket create(NetPoller poller, SocketKind kind) throws ErrnoException {
        ProtocolFamily family = switch (kind) {
            case TCP4, UDP4 -> StandardProtocolFamily.INET;
            case TCP6, UDP6 -> StandardProtocolFamily.INET6;
            case UNIX -> StandardProtocolFamily.UNIX;
        };
        boolean datagrams = kind == SocketKind.UDP4 || kind == SocketKind.UDP6;
        try {
            return new NioSocket(poller, family, datagrams ? DatagramChannel.open(family) : SocketChannel.open(family));
        } catch (IOException | RuntimeException e) {
            throw new ErrnoException(NioErrno.of(e));
        }
    }

    @Override
    public SelectableChannel selectableChannel() {
        return channel;
    }

    @Override
    int descriptor() {
        return -1;
    }

    @Override
    void watch(int ops) {
        if (ops == interest) return;
        interest = ops;
        submit();
    }

    private void submit() {
        if (registration == null) {
            if (interest == 0) return;
            registration = poller.register(this);
        }
        int keys = 0;
        if ((interest & READ) != 0) keys |= channel instanceof ServerSocketChannel ? SelectionKey.OP_ACCEPT : SelectionKey.OP_READ;
        if ((interest & WRITE) != 0) keys |= connecting ? SelectionKey.OP_CONNECT : SelectionKey.OP_WRITE;
        if (connecting) keys &= ~SelectionKey.OP_READ;
        registration.submit(NioIoOps.valueOf(keys));
    }

    @Override
    public void handle(IoRegistration registration, IoEvent event) {
        int events = ((NioIoEvent) event).ops().value();
        int ops = 0;
        if ((events & (SelectionKey.OP_READ | SelectionKey.OP_ACCEPT)) != 0) ops |= READ;
        if ((events & (SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT)) != 0) ops |= WRITE;
        if ((ops & interest) != 0) poller.ready(this, ops & interest);
    }

    @Override
    int read(ByteBuf into, int most) {
        try {
            int at = into.writerIndex();
            int n = ((SocketChannel) channel).read(into.internalNioBuffer(at, most));
            if (n > 0) into.writerIndex(at + n);
            return n > 0 ? n : n == 0 ? AGAIN : END;
        } catch (IOException | RuntimeException e) {
            return NioErrno.of(e);
        }
    }

    @Override
    int write(ByteBuf from) {
        try {
            ByteBuffer bytes = from.internalNioBuffer(from.readerIndex(), from.readableBytes());
            int n = ((SocketChannel) channel).write(bytes);
            return n > 0 ? n : AGAIN;
        } catch (IOException | RuntimeException e) {
            return NioErrno.of(e);
        }
    }

    @Override
    int bind(SocketAddress address) {
        return call(() -> {
            if (channel instanceof SocketChannel) replace(ServerSocketChannel.open(family));
            if (channel instanceof ServerSocketChannel server) server.bind(plain(address), BACKLOG);
            else ((DatagramChannel) channel).bind(plain(address));
        });
    }

    /** Goes on with another channel, which gets the options that were set. */
    private void replace(SelectableChannel other) throws IOException {
        channel.close();
        registration = null;
        channel = other;
        other.configureBlocking(false);
        for (Map.Entry<SocketSetting, Integer> setting : settings.entrySet()) {
            if (NioOptions.knows((NetworkChannel) other, setting.getKey())) NioOptions.set((NetworkChannel) other, setting.getKey(), setting.getValue());
        }
        if (interest != 0) submit();
    }

    @Override
    int listen(int backlog) {
        poller.keepReserve();
        return channel instanceof ServerSocketChannel ? 0 : bind(family == StandardProtocolFamily.INET6 ? new InetSocketAddress("::", 0) : new InetSocketAddress("0.0.0.0", 0));
    }

    @Override
    int accept() {
        try {
            SocketChannel client = ((ServerSocketChannel) channel).accept();
            if (client == null) return AGAIN;
            accepted = new NioSocket(poller, family, client);
            return 0;
        } catch (IOException | RuntimeException e) {
            return NioErrno.of(e);
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
        return call(() -> {
            if (channel instanceof DatagramChannel datagrams) {
                datagrams.connect(plain(address));
                return;
            }
            if (channel instanceof ServerSocketChannel server) {
                SocketAddress local = server.getLocalAddress();
                replace(SocketChannel.open(family));
                ((SocketChannel) channel).bind(local);
            }
            connecting = !((SocketChannel) channel).connect(plain(address));
        });
    }

    @Override
    int connected() {
        int errno = call(() -> ((SocketChannel) channel).finishConnect());
        connecting = false;
        if (errno == 0) submit();
        return errno;
    }

    @Override
    int shutdown() {
        return call(() -> ((SocketChannel) channel).shutdownOutput());
    }

    @Override
    InetSocketAddress localAddress() {
        try {
            SocketAddress address = ((NetworkChannel) channel).getLocalAddress();
            return address instanceof InetSocketAddress a ? SeenAddress.of(a, ipv6()) : null;
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    InetSocketAddress remoteAddress() {
        return remote() instanceof InetSocketAddress address ? SeenAddress.of(address, ipv6()) : null;
    }

    private SocketAddress remote() {
        try {
            if (channel instanceof SocketChannel connection) return connection.getRemoteAddress();
            return channel instanceof DatagramChannel datagrams ? datagrams.getRemoteAddress() : null;
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    String localPath() {
        try {
            return ((NetworkChannel) channel).getLocalAddress() instanceof UnixDomainSocketAddress address ? address.getPath().toString() : "";
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    String remotePath() {
        return remote() instanceof UnixDomainSocketAddress address ? address.getPath().toString() : "";
    }

    @Override
    boolean ipv6() {
        return family == StandardProtocolFamily.INET6;
    }

    @Override
    int option(SocketSetting option, int value) {
        int errno = NioOptions.isFixed(option, value) ? 0 : call(() -> NioOptions.set((NetworkChannel) channel, option, value));
        if (errno == 0) settings.put(option, value);
        return errno;
    }

    @Override
    int option(SocketSetting option) {
        try {
            return NioOptions.get((NetworkChannel) channel, option);
        } catch (IOException | RuntimeException e) {
            return NioErrno.of(e);
        }
    }

    @Override
    int resetOnClose() {
        return call(() -> ((NetworkChannel) channel).setOption(StandardSocketOptions.SO_LINGER, 0));
    }

    @Override
    public void close() {
        if (!channel.isOpen()) return;
        interest = 0;
        if (registration != null) registration.cancel();
        call(channel::close); // An error of close has no one to go to: the socket is gone all the same.
        if (registration != null) poller.releaseClosed();
    }

    /** The channel of a socket for datagrams. */
    DatagramChannel datagrams() {
        return (DatagramChannel) channel;
    }

    private static SocketAddress plain(SocketAddress address) {
        return address instanceof DomainSocketAddress domain ? UnixDomainSocketAddress.of(domain.path()) : address;
    }

    private interface Call {
        void run() throws IOException;
    }

    private static int call(Call call) {
        try {
            call.run();
            return 0;
        } catch (IOException | RuntimeException e) {
            return NioErrno.of(e);
        }
    }
}
