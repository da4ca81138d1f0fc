package dev.barista.loop;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;
import java.util.HashMap;
import java.util.Map;

/** Datagrams and multicast groups of the JDK. Loop thread only. */
final class NioDatagrams implements Datagrams {
    private final DatagramChannel channel;
    private final boolean ipv6;
    private final Map<Membership, MembershipKey> memberships = new HashMap<>();
    private InetSocketAddress sender;

    private record Membership(InetAddress group, NetworkInterface by, InetAddress source) {}

    NioDatagrams(DatagramChannel channel, boolean ipv6) {
        this.channel = channel;
        this.ipv6 = ipv6;
    }

    @Override
    public int send(ByteBuf bytes, InetSocketAddress to) {
        try {
            ByteBuffer datagram = bytes.nioBuffer();
            boolean empty = !datagram.hasRemaining();
            int n = to == null ? channel.write(datagram) : channel.send(datagram, to);
            return n > 0 || empty ? 0 : Errno.EAGAIN.code();
        } catch (IOException | RuntimeException e) {
            return NioErrno.of(e);
        }
    }

    @Override
    public int receive(ByteBuf into) {
        try {
            int at = into.writerIndex();
            ByteBuffer room = into.internalNioBuffer(at, into.writableBytes());
            int before = room.position();
            InetSocketAddress from = (InetSocketAddress) channel.receive(room);
            if (from == null) return Errno.EAGAIN.code();
            sender = from;
            into.writerIndex(at + room.position() - before);
            return 0;
        } catch (IOException | RuntimeException e) {
            return NioErrno.of(e);
        }
    }

    @Override
    public InetSocketAddress sender() {
        return SeenAddress.of(sender, ipv6);
    }

    @Override
    public int disconnect() {
        try {
            channel.disconnect();
            return 0;
        } catch (IOException | RuntimeException e) {
            return NioErrno.of(e);
        }
    }

    @Override
    public int membership(InetAddress group, InetAddress local, int index, InetAddress source, boolean join) {
        try {
            Membership membership = new Membership(group, by(local, index), source);
            if (membership.by == null) return Errno.ENODEV.code();
            MembershipKey known = memberships.get(membership);
            if (!join) {
                if (known == null) return Errno.EADDRNOTAVAIL.code();
                memberships.remove(membership).drop();
                return 0;
            }
            if (known != null) return Errno.EADDRINUSE.code();
            memberships.put(membership, source == null ? channel.join(group, membership.by) : channel.join(group, membership.by, source));
            return 0;
        } catch (IOException | RuntimeException e) {
            return NioErrno.of(e);
        }
    }

    /** The interface of an address or a number; else the one that multicast leaves by, or the first that can. */
    private NetworkInterface by(InetAddress local, int index) throws IOException {
        if (local != null && !local.isAnyLocalAddress()) return NetworkInterface.getByInetAddress(local);
        if (index != 0) return NetworkInterface.getByIndex(index);
        NetworkInterface chosen = channel.getOption(StandardSocketOptions.IP_MULTICAST_IF);
        if (chosen != null) return chosen;
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            if (each.isUp() && each.supportsMulticast() && !each.isLoopback()) return each;
        }
        return null;
    }

    @Override
    public int multicastInterface(InetAddress local, int index) {
        try {
            NetworkInterface by = by(local, index);
            if (by == null) return ipv6 ? Errno.ENODEV.code() : Errno.EADDRNOTAVAIL.code();
            channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, by);
            return 0;
        } catch (IOException | RuntimeException e) {
            return NioErrno.of(e);
        }
    }
}
