package dev.barista.node.string_decoder;

import dev.barista.engine.ByteSlice;
import dev.barista.node.buffer.Encoding;
import java.util.Arrays;

/**
 * What a StringDecoder remembers between chunks: the first bytes of a character that is not whole yet. It lives in a Buffer that
 * JavaScript can see, with Node's layout: four bytes of the character, how many are missing, how many are there, the encoding.
 * Loop thread only.
 */
final class DecoderState {
    private static final int MISSING = 4;
    private static final int BUFFERED = 5;
    private static final int ENCODING = 6;
    private static final int CHARACTER_MAX = 4;
    private static final byte[] NOTHING = {};

    /** Node's numbers of encodings; {@code BUFFER}, 6, decodes nothing. */
    private static final Encoding[] ENCODINGS = {Encoding.ASCII, Encoding.UTF8, Encoding.BASE64, Encoding.UCS2, Encoding.LATIN1,
        Encoding.HEX, Encoding.UTF8, Encoding.BASE64URL};

    private final byte[] memory;
    private final int at;

    DecoderState(ByteSlice state) {
        this.memory = state.array();
        this.at = state.offset();
    }

    Encoding encoding() {
        return ENCODINGS[memory[at + ENCODING] & 7];
    }

    /** Takes a chunk. @return the bytes whose characters are whole now; the rest is remembered */
    ByteSlice take(ByteSlice chunk) {
        Encoding encoding = encoding();
        if (encoding == Encoding.ASCII || encoding == Encoding.LATIN1 || encoding == Encoding.HEX) return chunk;
        byte[] first = NOTHING;
        int used = 0;
        if (missing() > 0) {
            used = complete(chunk, encoding);
            if (missing() > 0) return ByteSlice.of(NOTHING);
            first = Arrays.copyOfRange(memory, at, at + buffered());
            buffered(0);
        }
        ByteSlice rest = new ByteSlice(chunk.array(), chunk.offset() + used, chunk.length() - used);
        ByteSlice whole = keepTail(rest, encoding);
        if (first.length == 0) return whole;
        byte[] joined = Arrays.copyOf(first, first.length + whole.length());
        System.arraycopy(whole.array(), whole.offset(), joined, first.length, whole.length());
        return ByteSlice.of(joined);
    }

    /** Gives up what is remembered. */
    ByteSlice flush() {
        int count = buffered();
        if (encoding() == Encoding.UCS2 && count % 2 == 1) count--;
        byte[] rest = Arrays.copyOfRange(memory, at, at + count);
        buffered(0);
        missing(0);
        return ByteSlice.of(rest);
    }

    /** Adds bytes of the chunk to the remembered character. @return where the chunk goes on */
    private int complete(ByteSlice chunk, Encoding encoding) {
        int used = 0;
        while (used < chunk.length() && missing() > 0) {
            byte b = chunk.array()[chunk.offset() + used];
            if (encoding == Encoding.UTF8 && !isContinuation(b)) {
                missing(0);   // ill-formed: what is there is decoded as it is, and b begins anew
                break;
            }
            memory[at + buffered()] = b;
            buffered(buffered() + 1);
            missing(missing() - 1);
            used++;
        }
        return used;
    }

    /** Remembers the end of the bytes if it is the beginning of a character. @return the bytes before it */
    private ByteSlice keepTail(ByteSlice bytes, Encoding encoding) {
        int length = bytes.length();
        if (length == 0) return bytes;
        int last = bytes.array()[bytes.offset() + length - 1];
        switch (encoding) {
            case UTF8 -> utf8Tail(bytes);
            case UCS2 -> {
                if (length % 2 == 1) pending(1, 1);
                else if (isLead(last)) pending(2, 2);
            }
            default -> {
                if (length % 3 > 0) pending(length % 3, 3 - length % 3);
            }
        }
        int kept = buffered();
        System.arraycopy(bytes.array(), bytes.offset() + length - kept, memory, at, kept);
        return new ByteSlice(bytes.array(), bytes.offset(), length - kept);
    }

    /** Looks back for a first byte that announces more bytes than follow it. */
    private void utf8Tail(ByteSlice bytes) {
        for (int count = 1; count < CHARACTER_MAX && count <= bytes.length(); count++) {
            byte b = bytes.array()[bytes.offset() + bytes.length() - count];
            if (isContinuation(b)) continue;
            int size = (b & 0xE0) == 0xC0 ? 2 : (b & 0xF0) == 0xE0 ? 3 : (b & 0xF8) == 0xF0 ? 4 : 0;
            if (size > count) pending(count, size - count);
            return;
        }
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }

    private static boolean isLead(int highByte) {
        return (highByte & 0xFC) == 0xD8;
    }

    private void pending(int buffered, int missing) {
        buffered(buffered);
        missing(missing);
    }

    private int missing() {
        return memory[at + MISSING];
    }

    private void missing(int count) {
        memory[at + MISSING] = (byte) count;
    }

    private int buffered() {
        return memory[at + BUFFERED];
    }

    private void buffered(int count) {
        memory[at + BUFFERED] = (byte) count;
    }
}
