package dev.barista.node.crypto;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Random bytes that nobody can foresee, from the system's generator. Any thread. */
final class Randomness {
    static final SecureRandom SOURCE = new SecureRandom();

    private static final int UUID_BYTES = 16;
    private static final int[] UUID_DASHES = {8, 12, 16, 20};

    private Randomness() {}

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        SOURCE.nextBytes(bytes);
        return bytes;
    }

    /** From 0 to 2^48 - 1. */
    static double uint48() {
        return SOURCE.nextLong() >>> 16;
    }

    /** A UUID of version 4 (RFC 9562, section 5.4). */
    static String uuid() {
        byte[] bytes = bytes(UUID_BYTES);
        bytes[6] = (byte) (bytes[6] & 0x0f | 0x40);
        bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
        String digits = HexFormat.of().formatHex(bytes);
        StringBuilder uuid = new StringBuilder(36);
        int from = 0;
        for (int dash : UUID_DASHES) {
            uuid.append(digits, from, dash).append('-');
            from = dash;
        }
        return uuid.append(digits, from, digits.length()).toString();
    }
}
