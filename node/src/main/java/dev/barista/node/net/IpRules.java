package dev.barista.node.net;

import dev.barista.engine.Args;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** Comparisons of addresses, for {@code net.BlockList}. An IPv4-mapped IPv6 address counts as the IPv4 one. Any thread. */
final class IpRules {
    private static final int MAPPED_PREFIX = 12;
    private static final int BYTE_BITS = 8;

    private IpRules() {}

    /** (address, address) → −1, 0 or 1 by their order, undefined for addresses of different families. */
    static Object compare(Args a) {
        byte[] first = bytes(a.string(0));
        byte[] second = bytes(a.string(1));
        return first.length != second.length ? null : Integer.signum(Arrays.compareUnsigned(first, second));
    }

    /** (address, network, prefix) → whether the address is in the network. */
    static Object inSubnet(Args a) {
        byte[] address = bytes(a.string(0));
        byte[] network = bytes(a.string(1));
        int prefix = a.integer(2);
        if (address.length != network.length) return false;
        for (int i = 0; i < prefix; i++) {
            int bit = 1 << BYTE_BITS - 1 - i % BYTE_BITS;
            if (((address[i / BYTE_BITS] ^ network[i / BYTE_BITS]) & bit) != 0) return false;
        }
        return true;
    }

    private static byte[] bytes(String text) {
        InetAddress address = IpAddress.parse(text);
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address && isMapped(bytes) ? Arrays.copyOfRange(bytes, MAPPED_PREFIX, bytes.length) : bytes;
    }

    private static boolean isMapped(byte[] bytes) {
        for (int i = 0; i < MAPPED_PREFIX - 2; i++) {
            if (bytes[i] != 0) return false;
        }
        return bytes[MAPPED_PREFIX - 2] == -1 && bytes[MAPPED_PREFIX - 1] == -1;
    }
}
