package dev.barista.node.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/** IP addresses as text, the way {@code inet_pton} and {@code inet_ntop} have it; no name is ever looked up. Any thread. */
public final class IpAddress {
    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;
    private static final int GROUPS = 8;
    private static final int HEX = 16;

    private IpAddress() {}

    /** 4, 6, or 0 for what is no address. An IPv6 address may end in a zone: {@code fe80::1%eth0}. */
    public static int version(String text) {
        if (parseV4(text) != null) return 4;
        int zone = text.indexOf('%');
        if (zone < 0) return parseV6(text) == null ? 0 : 6;
        return isZone(text, zone + 1) && parseV6(text.substring(0, zone)) != null ? 6 : 0;
    }

    private static boolean isZone(String text, int from) {
        if (from == text.length()) return false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letter && c != '-' && c != '.' && c != ':') return false;
        }
        return true;
    }

    /** The address that a text names, or null; an IPv4-mapped one stays an IPv6 address. */
    public static InetAddress parse(String text) {
        byte[] v4 = parseV4(text);
        try {
            if (v4 != null) return InetAddress.getByAddress(v4);
            int zone = text.indexOf('%');
            byte[] v6 = parseV6(zone < 0 ? text : text.substring(0, zone));
            if (v6 == null) return null;
            return Inet6Address.getByAddress(null, v6, zone < 0 ? -1 : scope(text.substring(zone + 1)));
        } catch (UnknownHostException e) {
            throw new AssertionError(e); // the number of bytes is right
        }
    }

    /** The number of a zone: an interface's name, or digits. */
    private static int scope(String zone) {
        try {
            NetworkInterface named = NetworkInterface.getByName(zone);
            return named != null ? named.getIndex() : Integer.parseInt(zone);
        } catch (SocketException | NumberFormatException e) {
            return 0; // as if_nametoindex has it for what is no interface
        }
    }

    /** Four decimal numbers without leading zeros, or null. */
    static byte[] parseV4(String text) {
        byte[] bytes = new byte[V4_BYTES];
        return parseV4(text, 0, bytes, 0) ? bytes : null;
    }

    private static boolean parseV4(String text, int from, byte[] into, int at) {
        int part = 0;
        int value = -1;
        for (int i = from; i <= text.length(); i++) {
            char c = i == text.length() ? '.' : text.charAt(i);
            if (c == '.') {
                if (value < 0 || part == V4_BYTES) return false;
                into[at + part++] = (byte) value;
                value = -1;
            } else if (c >= '0' && c <= '9') {
                if (value == 0) return false;
                value = Math.max(value, 0) * 10 + c - '0';
                if (value > 255) return false;
            } else {
                return false;
            }
        }
        return part == V4_BYTES;
    }

    /** Eight groups of hexadecimal digits, of which {@code ::} may stand for some and an IPv4 address for the last two; or null. */
    static byte[] parseV6(String text) {
        byte[] bytes = new byte[V6_BYTES];
        int at = 0;
        int gap = -1;
        int i = 0;
        if (text.startsWith("::")) {
            gap = 0;
            i = 2;
        } else if (text.startsWith(":")) {
            return null;
        }
        while (i < text.length()) {
            int start = i;
            int value = 0;
            while (i < text.length() && Character.digit(text.charAt(i), HEX) >= 0 && text.charAt(i) < 128) {
                value = value << 4 | Character.digit(text.charAt(i++), HEX);
            }
            if (i < text.length() && text.charAt(i) == '.') {
                if (at > V6_BYTES - V4_BYTES || !parseV4(text, start, bytes, at)) return null;
                at += V4_BYTES;
                break;
            }
            if (i == start || i - start > V4_BYTES || at == V6_BYTES) return null;
            bytes[at++] = (byte) (value >> 8);
            bytes[at++] = (byte) value;
            if (i == text.length()) break;
            if (text.charAt(i++) != ':') return null;
            if (i == text.length()) return null;
            if (text.charAt(i) == ':') {
                if (gap >= 0) return null;
                gap = at;
                i++;
            }
        }
        if (gap < 0) return at == V6_BYTES ? bytes : null;
        if (at == V6_BYTES) return null;
        System.arraycopy(bytes, gap, bytes, V6_BYTES - (at - gap), at - gap);
        for (int k = gap; k < V6_BYTES - (at - gap); k++) bytes[k] = 0;
        return bytes;
    }

    /** The canonical text: lower case, the longest run of zero groups as {@code ::}, IPv4-mapped ones in dots. With its zone. */
    public static String format(InetAddress address) {
        String text = format(address.getAddress(), address instanceof Inet6Address);
        if (!(address instanceof Inet6Address v6) || !v6.isLinkLocalAddress() || v6.getScopeId() <= 0) return text;
        return text + "%" + zone(v6.getScopeId());
    }

    private static String zone(int index) {
        try {
            NetworkInterface found = NetworkInterface.getByIndex(index);
            return found == null ? Integer.toString(index) : found.getName();
        } catch (SocketException e) {
            return Integer.toString(index);
        }
    }

    /** As {@link #format(InetAddress)}, of the bytes. */
    public static String format(byte[] bytes, boolean v6) {
        if (!v6) return dotted(bytes, 0);
        int runStart = -1;
        int runLength = 1;
        for (int i = 0; i < GROUPS; i++) {
            int length = 0;
            while (i + length < GROUPS && group(bytes, i + length) == 0) length++;
            if (length > runLength) {
                runStart = i;
                runLength = length;
            }
            i += length;
        }
        boolean embedded = runStart == 0 && (runLength == 6 || runLength == 5 && group(bytes, 5) == 0xffff);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == runStart) {
                text.append("::");
                i += runLength - 1;
                continue;
            }
            if (embedded && i == GROUPS - 2) return text.append(text.charAt(text.length() - 1) == ':' ? "" : ":").append(dotted(bytes, 12)).toString();
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') text.append(':');
            text.append(Integer.toHexString(group(bytes, i)));
        }
        return text.toString();
    }

    private static int group(byte[] bytes, int i) {
        return (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
    }

    private static String dotted(byte[] bytes, int at) {
        return (bytes[at] & 0xff) + "." + (bytes[at + 1] & 0xff) + "." + (bytes[at + 2] & 0xff) + "." + (bytes[at + 3] & 0xff);
    }
}
