package dev.barista.loop;

import io.netty.buffer.ByteBuf;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.function.IntConsumer;

/**
 * A UDP socket. It keeps the loop alive, while referenced, as long as it receives; a datagram that waits to be sent does so in any
 * case. Loop thread only. Source: libuv, {@code uv_udp_t}.
 */
public final class UdpHandle extends Handle implements LoopSocket.Owner {
    /** Datagrams in a row before others have their turn. */
    private static final int ROUNDS = 32;

    private record Waiting(ByteBuf bytes, InetSocketAddress to, IntConsumer done) {}

    private final NetPoller poller;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>(2);
    private LoopSocket socket;
    private Datagrams datagrams;
    private DatagramReader reader;
    private boolean connected;
    private long queued;

    public UdpHandle(Loop loop) {
        super(loop);
        poller = NetPoller.of(loop);
    }

    @Override
    public String kind() {
        return "udp";
    }

    /** Takes an open socket, which the handle then owns. @return 0 or an errno */
    public int open(int fd) {
        if (socket != null) return Errno.EBUSY.code();
        try {
            use(Sockets.open(poller, fd));
            return 0;
        } catch (ErrnoException e) {
            return e.errno();
        }
    }

    private void use(LoopSocket opened) {
        socket = opened;
        socket.owner = this;
        datagrams = Sockets.datagrams(opened);
    }

    private int open(InetAddress address) {
        if (closing()) return Errno.EBADF.code();
        if (socket != null) return 0;
        try {
            use(Sockets.create(poller, address instanceof Inet6Address ? SocketKind.UDP6 : SocketKind.UDP4));
            return 0;
        } catch (ErrnoException e) {
            return e.errno();
        }
    }

    /**
     * Binds to a local address; port 0 for any.
     *
     * @param ipv6Only whether IPv4 peers are kept off an IPv6 socket
     * @param reuseAddress whether the address may be bound although another socket has it, which then loses what comes
     * @param reusePort whether several sockets, which all say so, share what comes
     * @return 0 or an errno
     */
    public int bind(InetSocketAddress address, boolean ipv6Only, boolean reuseAddress, boolean reusePort) {
        boolean ipv6 = address.getAddress() instanceof Inet6Address;
        if (ipv6Only && !ipv6) return Errno.EINVAL.code();
        int errno = open(address.getAddress());
        if (errno == 0 && reuseAddress) errno = socket.option(SocketSetting.REUSE_ADDRESS, 1);
        if (errno == 0 && reusePort) errno = socket.option(SocketSetting.REUSE_PORT, 1);
        if (errno == 0 && ipv6Only) errno = socket.option(SocketSetting.IPV6_ONLY, 1);
        return errno != 0 ? errno : socket.bind(address);
    }

    /** Fixes the peer: only its datagrams are received, and others can't be sent to. @return 0 or an errno */
    public int connect(InetSocketAddress address) {
        if (connected) return Errno.EISCONN.code();
        int errno = open(address.getAddress());
        if (errno == 0) errno = socket.connect(address);
        connected = errno == 0;
        return errno;
    }

    /** @return 0 or an errno */
    public int disconnect() {
        if (!connected) return Errno.ENOTCONN.code();
        int errno = datagrams.disconnect();
        if (errno == 0) connected = false;
        return errno;
    }

    /** Begins to receive, or goes on with another reader. @return 0 or an errno */
    public int receive(DatagramReader reader) {
        if (socket == null || closing()) return Errno.EINVAL.code();
        this.reader = reader;
        watch();
        return 0;
    }

    /** Stops receiving. */
    public void pause() {
        reader = null;
        if (!closing()) watch();
    }

    /**
     * Sends a datagram if that can be done at once.
     *
     * @param bytes stays the caller's
     * @param to null on a connected socket
     * @return 0, {@code EAGAIN}, or another errno
     */
    public int trySend(ByteBuf bytes, InetSocketAddress to) {
        int errno = maySend(to);
        if (errno != 0) return errno;
        return queue.isEmpty() ? transmit(bytes, to) : Errno.EAGAIN.code();
    }

    /** Sends a datagram after those before it, and releases it. @param done gets 0 or an errno, later */
    public void send(ByteBuf bytes, InetSocketAddress to, IntConsumer done) {
        queue.addLast(new Waiting(bytes, to, done));
        queued += bytes.readableBytes();
        loop().countRequests(1);
        watch();
    }

    private int maySend(InetSocketAddress to) {
        if (closing()) return Errno.EBADF.code();
        if (to == null) return connected ? 0 : Errno.EDESTADDRREQ.code();
        return connected ? Errno.EISCONN.code() : open(to.getAddress());
    }

    private int transmit(ByteBuf bytes, InetSocketAddress to) {
        if (bytes.hasMemoryAddress()) return datagrams.send(bytes, to);
        ByteBuf scratch = poller.writeBuffer.clear();
        if (bytes.readableBytes() > scratch.capacity()) return Errno.EMSGSIZE.code();
        bytes.getBytes(bytes.readerIndex(), scratch, bytes.readableBytes());
        return datagrams.send(scratch, to);
    }

    /** The datagrams that wait to be sent. */
    public int sendQueueCount() {
        return queue.size();
    }

    /** The bytes that wait to be sent. */
    public long sendQueueSize() {
        return queued;
    }

    @Override
    public void ready(int ops) {
        if ((ops & LoopSocket.WRITE) != 0) transmit();
        if ((ops & LoopSocket.READ) != 0) take();
    }

    private void transmit() {
        for (int i = 0; i < ROUNDS && !queue.isEmpty(); i++) {
            Waiting next = queue.peekFirst();
            int errno = transmit(next.bytes, next.to);
            if (errno == Errno.EAGAIN.code()) break;
            finish(queue.pollFirst(), errno);
        }
        if (!closing()) watch();
    }

    private void finish(Waiting waiting, int errno) {
        queued -= waiting.bytes.readableBytes();
        waiting.bytes.release();
        loop().countRequests(-1);
        waiting.done.accept(errno);
    }

    private void take() {
        ByteBuf buffer = poller.readBuffer;
        for (int i = 0; i < ROUNDS && reader != null && !closing(); i++) {
            int errno = datagrams.receive(buffer.clear());
            if (errno == Errno.EAGAIN.code()) return;
            if (errno != 0) reader.failed(errno);
            else reader.received(buffer, datagrams.sender());
        }
    }

    private void watch() {
        if (socket != null) socket.watch((reader != null ? LoopSocket.READ : 0) | (queue.isEmpty() ? 0 : LoopSocket.WRITE));
        if (reader != null) activate();
        else deactivate();
    }

    private int option(SocketSetting setting, int value) {
        return socket == null || closing() ? Errno.EBADF.code() : socket.option(setting, value);
    }

    /** @return 0 or an errno */
    public int broadcast(boolean on) {
        return option(SocketSetting.BROADCAST, on ? 1 : 0);
    }

    /** How many routers a datagram may pass, 1 to 255. @return 0 or an errno */
    public int timeToLive(int hops) {
        return hops < 1 || hops > 255 ? Errno.EINVAL.code() : option(SocketSetting.TTL, hops);
    }

    /** As {@link #timeToLive}, for multicast, from 0. @return 0 or an errno */
    public int multicastTimeToLive(int hops) {
        return hops < 0 || hops > 255 ? Errno.EINVAL.code() : option(SocketSetting.MULTICAST_TTL, hops);
    }

    /** Whether what is sent to a group that this machine has joined comes back. @return 0 or an errno */
    public int multicastLoop(boolean on) {
        return option(SocketSetting.MULTICAST_LOOP, on ? 1 : 0);
    }

    /** The interface that multicast leaves by: IPv4 by its address, IPv6 by its number. @return 0 or an errno */
    public int multicastInterface(InetAddress local, int index) {
        return socket == null || closing() ? Errno.EBADF.code() : datagrams.multicastInterface(local, index);
    }

    /**
     * Joins or leaves a multicast group.
     *
     * @param local IPv4: the address of the interface, null for the system's choice
     * @param index IPv6: the number of the interface, 0 for the system's choice
     * @param source the only sender to hear, or null for all
     * @return 0 or an errno
     */
    public int membership(InetAddress group, InetAddress local, int index, InetAddress source, boolean join) {
        int errno = open(group);
        return errno != 0 ? errno : datagrams.membership(group, local, index, source, join);
    }

    /** @param size in bytes; 0 asks. @return the size that the system has, which may be twice as much, or an errno */
    public int sendBufferSize(int size) {
        return bufferSize(SocketSetting.SEND_BUFFER, size);
    }

    /** @param size in bytes; 0 asks. @return the size that the system has, which may be twice as much, or an errno */
    public int receiveBufferSize(int size) {
        return bufferSize(SocketSetting.RECEIVE_BUFFER, size);
    }

    private int bufferSize(SocketSetting setting, int size) {
        if (socket == null || closing()) return Errno.EBADF.code();
        int errno = size == 0 ? 0 : socket.option(setting, size);
        return errno != 0 ? errno : size == 0 ? socket.option(setting) : size;
    }

    /** The address bound to; null when there is none. */
    public InetSocketAddress localAddress() {
        return socket == null || closing() ? null : socket.localAddress();
    }

    /** The peer fixed by {@link #connect}; null when there is none. */
    public InetSocketAddress remoteAddress() {
        return socket == null || closing() || !connected ? null : socket.remoteAddress();
    }

    /** The descriptor; −1 when there is none. */
    public int fd() {
        return socket == null ? -1 : socket.descriptor();
    }

    @Override
    protected void onClose() {
        reader = null;
        if (socket != null) socket.close();
    }

    @Override
    protected void onFinish() {
        while (!queue.isEmpty()) finish(queue.pollFirst(), Errno.ECANCELED.code());
    }

    @Override
    void discard() {
        super.discard();
        while (!queue.isEmpty()) queue.pollFirst().bytes.release();
    }
}
