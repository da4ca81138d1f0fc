package dev.barista.node.os;

/** IPv6 addresses as RFC 5952 writes them. */
final class Ipv6Text {
    private static final int PIECES = 8;

    private Ipv6Text() { }

    static String of(byte[] address) {
        int[] pieces = new int[PIECES];
        for (int i = 0; i < PIECES; i++) pieces[i] = (address[2 * i] & 255) << 8 | address[2 * i + 1] & 255;
        int longest = -1;
        int length = 1;
        for (int i = 0; i < PIECES; i++) {
            int end = i;
            while (end < PIECES && pieces[end] == 0) end++;
            if (end - i > length) {
                longest = i;
                length = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PIECES; i++) {
            if (i == longest) {
                text.append("::");
                i += length - 1;
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') text.append(':');
            text.append(Integer.toHexString(pieces[i]));
        }
        return text.toString();
    }
}
