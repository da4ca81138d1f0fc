package dev.barista.loop;

import io.netty.buffer.ByteBuf;
import io.netty.channel.epoll.LinuxSocket;
import io.netty.channel.unix.DatagramSocketAddress;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Datagrams and multicast groups of Linux. Loop thread only. Source: {@code ip(7)}, {@code ipv6(7)}. */
final class EpollDatagrams implements Datagrams {
    private static final int IPPROTO_IP = 0;
    private static final int IP_MULTICAST_IF = 32;
    private static final int IP_ADD_MEMBERSHIP = 35;
    private static final int IP_DROP_MEMBERSHIP = 36;
    private static final int IP_ADD_SOURCE_MEMBERSHIP = 39;
    private static final int IP_DROP_SOURCE_MEMBERSHIP = 40;
    private static final int IPPROTO_IPV6 = 41;
    private static final int IPV6_MULTICAST_IF = 17;
    private static final int IPV6_JOIN_GROUP = 20;
    private static final int IPV6_LEAVE_GROUP = 21;
    private static final int MCAST_JOIN_SOURCE_GROUP = 46;
    private static final int MCAST_LEAVE_SOURCE_GROUP = 47;
    private static final short AF_INET6 = 10;
    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;
    private static final int GROUP_SOURCE_REQ_BYTES = 264;
    private static final int GROUP_AT = 8;
    private static final int SOURCE_AT = 136;
    private static final int SOCKADDR_IN6_ADDRESS = 8;

    private final LinuxSocket socket;
    private final boolean ipv6;
    private DatagramSocketAddress sender;

    EpollDatagrams(LinuxSocket socket, boolean ipv6) {
        this.socket = socket;
        this.ipv6 = ipv6;
    }

    @Override
    public int send(ByteBuf bytes, InetSocketAddress to) {
        try {
            int from = bytes.readerIndex();
            int end = bytes.writerIndex();
            long address = bytes.memoryAddress();
            int n = to == null ? socket.sendAddress(address, from, end) : socket.sendToAddress(address, from, end, to.getAddress(), to.getPort());
            return n > 0 || from == end ? 0 : Errno.EAGAIN.code();
        } catch (IOException | RuntimeException e) {
            return LinuxErrno.of(e);
        }
    }

    @Override
    public int receive(ByteBuf into) {
        try {
            int at = into.writerIndex();
            DatagramSocketAddress from = socket.recvFromAddress(into.memoryAddress(), at, into.capacity());
            if (from == null) return Errno.EAGAIN.code();
            sender = from;
            into.writerIndex(at + from.receivedAmount());
            return 0;
        } catch (IOException | RuntimeException e) {
            return LinuxErrno.of(e);
        }
    }

    @Override
    public InetSocketAddress sender() {
        return SeenAddress.of(sender, ipv6);
    }

    @Override
    public int disconnect() {
        try {
            socket.disconnect();
            return 0;
        } catch (IOException | RuntimeException e) {
            return LinuxErrno.of(e);
        }
    }

    @Override
    public int membership(InetAddress group, InetAddress local, int index, InetAddress source, boolean join) {
        if (group instanceof Inet6Address) return source == null ? groupV6(group, index, join) : sourceV6(group, index, source, join);
        ByteBuffer request = ByteBuffer.allocate(source == null ? 2 * V4_BYTES : 3 * V4_BYTES);
        request.put(group.getAddress()).put(local == null ? new byte[V4_BYTES] : local.getAddress());
        if (source == null) return set(IPPROTO_IP, join ? IP_ADD_MEMBERSHIP : IP_DROP_MEMBERSHIP, request);
        return set(IPPROTO_IP, join ? IP_ADD_SOURCE_MEMBERSHIP : IP_DROP_SOURCE_MEMBERSHIP, request.put(source.getAddress()));
    }

    private int groupV6(InetAddress group, int index, boolean join) {
        ByteBuffer request = ByteBuffer.allocate(V6_BYTES + Integer.BYTES).order(ByteOrder.nativeOrder());
        return set(IPPROTO_IPV6, join ? IPV6_JOIN_GROUP : IPV6_LEAVE_GROUP, request.put(group.getAddress()).putInt(index));
    }

    private int sourceV6(InetAddress group, int index, InetAddress source, boolean join) {
        ByteBuffer request = ByteBuffer.allocate(GROUP_SOURCE_REQ_BYTES).order(ByteOrder.nativeOrder()).putInt(0, index);
        request.putShort(GROUP_AT, AF_INET6).put(GROUP_AT + SOCKADDR_IN6_ADDRESS, group.getAddress());
        request.putShort(SOURCE_AT, AF_INET6).put(SOURCE_AT + SOCKADDR_IN6_ADDRESS, source.getAddress());
        return set(IPPROTO_IPV6, join ? MCAST_JOIN_SOURCE_GROUP : MCAST_LEAVE_SOURCE_GROUP, request.position(request.capacity()));
    }

    @Override
    public int multicastInterface(InetAddress local, int index) {
        if (!(local instanceof Inet6Address)) return set(IPPROTO_IP, IP_MULTICAST_IF, ByteBuffer.allocate(V4_BYTES).put(local.getAddress()));
        return set(IPPROTO_IPV6, IPV6_MULTICAST_IF, ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder()).putInt(index));
    }

    /** @param value written up to its position */
    private int set(int level, int name, ByteBuffer value) {
        try {
            socket.setRawOpt(level, name, value.flip());
            return 0;
        } catch (IOException | RuntimeException e) {
            return LinuxErrno.of(e);
        }
    }
}
