package dev.barista.node.net;

import dev.barista.engine.Args;
import dev.barista.engine.StructuredClone;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * The rules of a {@code net.BlockList}, which its clones in this and other threads share. An IPv4-mapped IPv6 address counts as the IPv4
 * one. Any thread.
 */
final class BlockRules implements StructuredClone.Portable {
    private static final int MAPPED_PREFIX = 12;
    private static final int BYTE_BITS = 8;

    /** The youngest first. */
    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    private record Rule(String text, Predicate<byte[]> forbids) {}

    /** (rules, text, address). */
    static Object addAddress(Args a) {
        byte[] only = bytes(a.string(2));
        return add(a, address -> Arrays.equals(address, only));
    }

    /** (rules, text, first address, last address) → false where the last comes before the first: then there is no rule. */
    static Object addRange(Args a) {
        byte[] first = bytes(a.string(2));
        byte[] last = bytes(a.string(3));
        if (first.length == last.length && Arrays.compareUnsigned(first, last) > 0) return false;
        return add(a, address -> address.length == first.length && address.length == last.length
                && Arrays.compareUnsigned(address, first) >= 0 && Arrays.compareUnsigned(address, last) <= 0);
    }

    /** (rules, text, network, prefix). */
    static Object addSubnet(Args a) {
        byte[] network = bytes(a.string(2));
        int prefix = a.integer(3);
        return add(a, address -> isIn(address, network, prefix));
    }

    private static boolean add(Args a, Predicate<byte[]> forbids) {
        a.host(0, BlockRules.class).rules.addFirst(new Rule(a.string(1), forbids));
        return true;
    }

    private static boolean isIn(byte[] address, byte[] network, int prefix) {
        if (address.length != network.length) return false;
        for (int i = 0; i < prefix; i++) {
            int bit = 1 << BYTE_BITS - 1 - i % BYTE_BITS;
            if (((address[i / BYTE_BITS] ^ network[i / BYTE_BITS]) & bit) != 0) return false;
        }
        return true;
    }

    /** Whether a rule forbids the address. */
    boolean forbid(String text) {
        byte[] address = bytes(text);
        return rules.stream().anyMatch(rule -> rule.forbids.test(address));
    }

    String[] texts() {
        return rules.stream().map(Rule::text).toArray(String[]::new);
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
