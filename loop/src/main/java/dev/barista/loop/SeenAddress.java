package dev.barista.loop;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Addresses as a socket sees them. Any thread. */
final class SeenAddress {
    private SeenAddress() {}

    /** An IPv4 peer of an IPv6 socket has an IPv4-mapped address. */
    static InetSocketAddress of(InetSocketAddress address, boolean ipv6) {
        if (address == null || !ipv6 || !(address.getAddress() instanceof Inet4Address ipv4)) return address;
        return new InetSocketAddress(mapped(ipv4), address.getPort());
    }

    private static InetAddress mapped(Inet4Address address) {
        byte[] bytes = new byte[16];
        bytes[10] = bytes[11] = (byte) 0xff;
        System.arraycopy(address.getAddress(), 0, bytes, 12, 4);
        try {
            return Inet6Address.getByAddress(null, bytes, -1);
        } catch (UnknownHostException e) {
            throw new AssertionError(e); // sixteen bytes are an address
        }
    }
}
