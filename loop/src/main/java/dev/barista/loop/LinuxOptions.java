package dev.barista.loop;

import io.netty.channel.epoll.LinuxSocket;
import java.io.IOException;

/** Socket options as Linux has them. Source: {@code socket(7)}, {@code tcp(7)}, {@code ip(7)}, {@code ipv6(7)}. Any thread. */
final class LinuxOptions {
    private static final int SOL_SOCKET = 1;
    private static final int SO_REUSEADDR = 2;
    private static final int SO_BROADCAST = 6;
    private static final int SO_SNDBUF = 7;
    private static final int SO_RCVBUF = 8;
    private static final int SO_KEEPALIVE = 9;
    private static final int SO_REUSEPORT = 15;
    private static final int SO_DOMAIN = 39;
    private static final int AF_INET6 = 10;
    private static final int IPPROTO_IP = 0;
    private static final int IP_TTL = 2;
    private static final int IP_MULTICAST_TTL = 33;
    private static final int IP_MULTICAST_LOOP = 34;
    private static final int IPPROTO_TCP = 6;
    private static final int TCP_NODELAY = 1;
    private static final int TCP_KEEPIDLE = 4;
    private static final int TCP_KEEPINTVL = 5;
    private static final int TCP_KEEPCNT = 6;
    private static final int IPPROTO_IPV6 = 41;
    private static final int IPV6_UNICAST_HOPS = 16;
    private static final int IPV6_MULTICAST_HOPS = 18;
    private static final int IPV6_MULTICAST_LOOP = 19;
    private static final int IPV6_V6ONLY = 26;

    private record Place(int level, int name) {}

    private LinuxOptions() {}

    private static Place place(SocketSetting option, boolean ipv6) {
        return switch (option) {
            case NO_DELAY -> new Place(IPPROTO_TCP, TCP_NODELAY);
            case KEEP_ALIVE -> new Place(SOL_SOCKET, SO_KEEPALIVE);
            case KEEP_IDLE -> new Place(IPPROTO_TCP, TCP_KEEPIDLE);
            case KEEP_INTERVAL -> new Place(IPPROTO_TCP, TCP_KEEPINTVL);
            case KEEP_COUNT -> new Place(IPPROTO_TCP, TCP_KEEPCNT);
            case REUSE_ADDRESS -> new Place(SOL_SOCKET, SO_REUSEADDR);
            case REUSE_PORT -> new Place(SOL_SOCKET, SO_REUSEPORT);
            case IPV6_ONLY -> new Place(IPPROTO_IPV6, IPV6_V6ONLY);
            case SEND_BUFFER -> new Place(SOL_SOCKET, SO_SNDBUF);
            case RECEIVE_BUFFER -> new Place(SOL_SOCKET, SO_RCVBUF);
            case BROADCAST -> new Place(SOL_SOCKET, SO_BROADCAST);
            case TTL -> ipv6 ? new Place(IPPROTO_IPV6, IPV6_UNICAST_HOPS) : new Place(IPPROTO_IP, IP_TTL);
            case MULTICAST_TTL -> ipv6 ? new Place(IPPROTO_IPV6, IPV6_MULTICAST_HOPS) : new Place(IPPROTO_IP, IP_MULTICAST_TTL);
            case MULTICAST_LOOP -> ipv6 ? new Place(IPPROTO_IPV6, IPV6_MULTICAST_LOOP) : new Place(IPPROTO_IP, IP_MULTICAST_LOOP);
        };
    }

    static void set(LinuxSocket socket, boolean ipv6, SocketSetting option, int value) throws IOException {
        Place place = place(option, ipv6);
        socket.setIntOpt(place.level, place.name, value);
    }

    static int get(LinuxSocket socket, boolean ipv6, SocketSetting option) throws IOException {
        Place place = place(option, ipv6);
        return socket.getIntOpt(place.level, place.name);
    }

    static boolean isIpv6(LinuxSocket socket) throws IOException {
        return socket.getIntOpt(SOL_SOCKET, SO_DOMAIN) == AF_INET6;
    }
}
