package dev.barista.node.buffer;

import dev.barista.engine.ByteSlice;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * Base64 text, as Node reads and writes it. Any thread.
 *
 * <p>Decoding takes both alphabets, skips what belongs to neither, and ends at the first {@code =}.
 */
final class Base64Codec {
    private static final Base64.Encoder STANDARD = Base64.getEncoder();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private static final int PAD = '=';
    private static final byte SKIPPED = -1;
    private static final byte END = -2;
    private static final byte[] VALUES = values();

    private Base64Codec() {}

    private static byte[] values() {
        byte[] values = new byte[256];
        for (int c = 0; c < values.length; c++) {
            values[c] = (byte) switch (c) {
                case '+', '-' -> 62;
                case '/', '_' -> 63;
                case PAD -> END;
                default -> c >= 'A' && c <= 'Z' ? c - 'A' : c >= 'a' && c <= 'z' ? c - 'a' + 26 : c >= '0' && c <= '9' ? c - '0' + 52 : SKIPPED;
            };
        }
        return values;
    }

    static byte[] encode(ByteSlice bytes) {
        return encode(STANDARD, bytes);
    }

    /** In the alphabet for URLs, without padding. */
    static byte[] encodeUrl(ByteSlice bytes) {
        return encode(URL, bytes);
    }

    private static byte[] encode(Base64.Encoder encoder, ByteSlice bytes) {
        ByteBuffer text = encoder.encode(ByteBuffer.wrap(bytes.array(), bytes.offset(), bytes.length()));
        return text.array();
    }

    /** The size that Node reckons from the text's length and padding alone: {@link #decode} never writes more. */
    static int decodedSize(ByteSlice text) {
        int length = text.length();
        if (length > 0 && at(text, length - 1) == PAD) {
            length--;
            if (length > 1 && at(text, length - 1) == PAD) length--;
        }
        return (int) (length * 3L >>> 2);
    }

    private static int at(ByteSlice text, int i) {
        return text.array()[text.offset() + i];
    }

    /** @return the number of bytes written, at most {@code limit} */
    static int decode(ByteSlice text, byte[] target, int at, int limit) {
        byte[] source = text.array();
        int from = text.offset();
        int end = from + text.length();
        int to = at;
        int last = at + limit;
        int bits = 0;
        int sextets = 0;
        while (from < end && to < last) {
            if (sextets == 0) {
                int groups = wholeGroups(source, from, target, to, Math.min((end - from) / 4, (last - to) / 3));
                from += 4 * groups;
                to += 3 * groups;
                if (from == end || to == last) break;
            }
            int value = VALUES[source[from++] & 0xFF];
            if (value == END) break;
            if (value == SKIPPED) continue;
            bits = bits << 6 | value;
            sextets++;
            if (sextets > 1) target[to++] = (byte) (bits >> 2 * (4 - sextets));
            sextets &= 3;
        }
        return to - at;
    }

    /** Decodes up to {@code limit} groups of four; returns how many there were before one that holds anything else. */
    private static int wholeGroups(byte[] source, int from, byte[] target, int to, int limit) {
        for (int i = 0; i < limit; i++, from += 4, to += 3) {
            int bits = VALUES[source[from] & 0xFF] << 18 | VALUES[source[from + 1] & 0xFF] << 12
                    | VALUES[source[from + 2] & 0xFF] << 6 | VALUES[source[from + 3] & 0xFF];
            if (bits < 0) return i;
            target[to] = (byte) (bits >> 16);
            target[to + 1] = (byte) (bits >> 8);
            target[to + 2] = (byte) bits;
        }
        return Math.max(limit, 0);
    }

    /** Whether a text is what the standard's forgiving decoder, {@code atob}, takes. */
    enum Verdict { VALID, INVALID_CHARACTER, WRONG_LENGTH }

    /** The verdict on a text without whitespace. */
    static Verdict judge(byte[] text) {
        int end = text.length;
        int pads = 0;
        while (pads < 2 && end > 0 && text[end - 1] == PAD) {
            end--;
            pads++;
        }
        for (int i = 0; i < end; i++) {
            if (VALUES[text[i] & 0xFF] < 0 || text[i] == '-' || text[i] == '_') return Verdict.INVALID_CHARACTER;
        }
        if (end % 4 == 1) return Verdict.WRONG_LENGTH;
        return pads > 0 && (end % 4 == 0 || text.length % 4 != 0) ? Verdict.INVALID_CHARACTER : Verdict.VALID;
    }

    static byte[] withoutWhitespace(ByteSlice text) {
        byte[] rest = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            int c = at(text, i);
            if (c != ' ' && c != '\t' && c != '\n' && c != '\f' && c != '\r') rest[length++] = (byte) c;
        }
        return Arrays.copyOf(rest, length);
    }
}
