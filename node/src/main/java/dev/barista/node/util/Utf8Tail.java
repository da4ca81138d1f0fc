package dev.barista.node.util;

/** Incomplete characters at the end of UTF-8. Any thread. */
final class Utf8Tail {
    private static final int LONGEST = 3;

    private Utf8Tail() {}

    /** How many of the last bytes begin a character that further bytes could complete. */
    static int length(byte[] b, int start, int end) {
        for (int back = 1; back <= LONGEST && end - back >= start; back++) {
            int lead = b[end - back] & 0xFF;
            if ((lead & 0xC0) == 0x80) continue;
            return back < expected(lead) && isPrefix(b, end - back, end) ? back : 0;
        }
        return 0;
    }

    private static int expected(int lead) {
        if (lead >= 0xC2 && lead <= 0xDF) return 2;
        if (lead >= 0xE0 && lead <= 0xEF) return 3;
        return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
    }

    /** Whether the second byte, if it is there, may follow the first. */
    private static boolean isPrefix(byte[] b, int at, int end) {
        if (at + 1 == end) return true;
        int second = b[at + 1] & 0xFF;
        return switch (b[at] & 0xFF) {
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second <= 0x9F;
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second <= 0x8F;
            default -> true;
        };
    }
}
