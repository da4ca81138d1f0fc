package dev.barista.node.buffer;

import dev.barista.engine.ByteSlice;
import java.nio.charset.StandardCharsets;

/** Hexadecimal text, as Node reads and writes it: decoding ends at the first pair that is none. Any thread. */
final class HexCodec {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private HexCodec() {}

    static byte[] encode(ByteSlice bytes) {
        byte[] text = new byte[2 * bytes.length()];
        for (int i = 0; i < bytes.length(); i++) {
            int b = bytes.array()[bytes.offset() + i];
            text[2 * i] = DIGITS[b >> 4 & 0xF];
            text[2 * i + 1] = DIGITS[b & 0xF];
        }
        return text;
    }

    /** @return the number of bytes written, at most {@code limit} */
    static int decode(ByteSlice text, byte[] target, int at, int limit) {
        int count = Math.min(text.length() / 2, limit);
        for (int i = 0; i < count; i++) {
            int high = Character.digit(text.array()[text.offset() + 2 * i] & 0xFF, 16);
            int low = Character.digit(text.array()[text.offset() + 2 * i + 1] & 0xFF, 16);
            if ((high | low) < 0) return i;
            target[at + i] = (byte) (high << 4 | low);
        }
        return count;
    }
}
