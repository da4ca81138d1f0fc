package dev.barista.loop;

import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import jdk.net.ExtendedSocketOptions;

/** Socket options as the JDK has them. Any thread. */
final class NioOptions {
    private NioOptions() {}

    /** @return null for an option that the JDK has not */
    private static SocketOption<?> of(SocketSetting option) {
        return switch (option) {
            case NO_DELAY -> StandardSocketOptions.TCP_NODELAY;
            case KEEP_ALIVE -> StandardSocketOptions.SO_KEEPALIVE;
            case KEEP_IDLE -> ExtendedSocketOptions.TCP_KEEPIDLE;
            case KEEP_INTERVAL -> ExtendedSocketOptions.TCP_KEEPINTERVAL;
            case KEEP_COUNT -> ExtendedSocketOptions.TCP_KEEPCOUNT;
            case REUSE_ADDRESS -> StandardSocketOptions.SO_REUSEADDR;
            case REUSE_PORT -> StandardSocketOptions.SO_REUSEPORT;
            case SEND_BUFFER -> StandardSocketOptions.SO_SNDBUF;
            case RECEIVE_BUFFER -> StandardSocketOptions.SO_RCVBUF;
            case BROADCAST -> StandardSocketOptions.SO_BROADCAST;
            case MULTICAST_TTL -> StandardSocketOptions.IP_MULTICAST_TTL;
            case MULTICAST_LOOP -> StandardSocketOptions.IP_MULTICAST_LOOP;
            case IPV6_ONLY, TTL -> null;
        };
    }

    /** Whether an option has this value always: the JDK's IPv6 sockets take IPv4 peers. */
    static boolean isFixed(SocketSetting option, int value) {
        return option == SocketSetting.IPV6_ONLY && value == 0;
    }

    static boolean knows(NetworkChannel channel, SocketSetting option) {
        SocketOption<?> known = of(option);
        return known != null && channel.supportedOptions().contains(known);
    }

    /** @throws UnsupportedOperationException if there is no such option */
    static void set(NetworkChannel channel, SocketSetting option, int value) throws IOException {
        require(channel, option);
        if (of(option).type() == Boolean.class) set(channel, of(option), (Object) (value != 0));
        else set(channel, of(option), (Object) value);
    }

    @SuppressWarnings("unchecked") // the type was asked for
    private static <T> void set(NetworkChannel channel, SocketOption<T> option, Object value) throws IOException {
        channel.setOption(option, (T) value);
    }

    /** @throws UnsupportedOperationException if there is no such option */
    static int get(NetworkChannel channel, SocketSetting option) throws IOException {
        if (option == SocketSetting.IPV6_ONLY) return 0;
        require(channel, option);
        return channel.getOption(of(option)) instanceof Integer number ? number : Boolean.TRUE.equals(channel.getOption(of(option))) ? 1 : 0;
    }

    private static void require(NetworkChannel channel, SocketSetting option) {
        if (!knows(channel, option)) throw new UnsupportedOperationException(option.name());
    }
}
