package dev.barista.node.util;

import dev.barista.engine.ByteSlice;
import dev.barista.engine.JsText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * The state of one {@code TextDecoder}: what of a stream of bytes has not made a whole character yet. Loop thread only.
 *
 * <p>Ill-formed parts become U+FFFD, or make {@link #decode} give {@code null} where the decoder is fatal.
 */
final class TextDecoding {
    private static final char REPLACEMENT = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final ByteSlice NOTHING = ByteSlice.of(new byte[0]);

    private final WebEncoding encoding;
    private final boolean fatal;
    private final boolean ignoreBom;
    private char[] table;
    private CharsetDecoder decoder;
    private ByteSlice pending = NOTHING;
    private boolean begun;

    TextDecoding(WebEncoding encoding, boolean fatal, boolean ignoreBom) {
        this.encoding = encoding;
        this.fatal = fatal;
        this.ignoreBom = ignoreBom;
    }

    /**
     * @param more whether further bytes will follow, so that an incomplete character at the end waits for them
     * @return the text as an opaque engine value; {@code null} for ill-formed bytes where that is fatal
     */
    Object decode(ByteSlice chunk, boolean more) {
        ByteSlice bytes = joined(chunk);
        pending = NOTHING;
        Object text = switch (encoding.form()) {
            case UTF_8 -> utf8(bytes, more);
            case UTF_16LE -> utf16(bytes, more, 0, 1);
            case UTF_16BE -> utf16(bytes, more, 1, 0);
            case SINGLE -> single(bytes);
            case MULTI -> multi(bytes, more);
        };
        if (!more || text == null) reset();
        return text;
    }

    private void reset() {
        pending = NOTHING;
        begun = false;
        if (decoder != null) decoder.reset();
    }

    private ByteSlice joined(ByteSlice chunk) {
        if (pending.length() == 0) return chunk;
        byte[] all = new byte[pending.length() + chunk.length()];
        System.arraycopy(pending.array(), pending.offset(), all, 0, pending.length());
        System.arraycopy(chunk.array(), chunk.offset(), all, pending.length(), chunk.length());
        return ByteSlice.of(all);
    }

    private static ByteSlice copy(ByteSlice bytes, int from) {
        byte[] rest = new byte[bytes.length() - from];
        System.arraycopy(bytes.array(), bytes.offset() + from, rest, 0, rest.length);
        return ByteSlice.of(rest);
    }

    private Object utf8(ByteSlice bytes, boolean more) {
        byte[] b = bytes.array();
        int start = bytes.offset();
        int end = start + bytes.length();
        if (more) {
            int whole = end - Utf8Tail.length(b, start, end);
            pending = copy(bytes, whole - start);
            end = whole;
        }
        if (end == start) return JsText.EMPTY;
        if (fatal && !JsText.isUtf8(new ByteSlice(b, start, end - start))) return null;
        if (!begun && !ignoreBom && end - start >= 3 && b[start] == (byte) 0xEF && b[start + 1] == (byte) 0xBB && b[start + 2] == (byte) 0xBF) {
            start += 3;
        }
        begun = true;
        return JsText.ofUtf8(b, start, end - start);
    }

    private Object utf16(ByteSlice bytes, boolean more, int low, int high) {
        int units = bytes.length() / 2;
        StringBuilder text = new StringBuilder(units);
        int i = 0;
        for (; i < units; i++) {
            char c = unit(bytes, i, low, high);
            if (!Character.isSurrogate(c)) {
                text.append(c);
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 == units && more) break;
            boolean pair = Character.isHighSurrogate(c) && i + 1 < units && Character.isLowSurrogate(unit(bytes, i + 1, low, high));
            if (!pair && fatal) return null;
            text.append(pair ? c : REPLACEMENT);
            if (pair) text.append(unit(bytes, ++i, low, high));
        }
        if (2 * i < bytes.length()) {
            if (more) {
                pending = copy(bytes, 2 * i);
            } else {
                if (fatal) return null;
                text.append(REPLACEMENT);
            }
        }
        if (text.isEmpty()) return JsText.EMPTY;
        if (!begun && !ignoreBom && text.charAt(0) == BYTE_ORDER_MARK) text.deleteCharAt(0);
        begun = true;
        return text.toString();
    }

    private static char unit(ByteSlice bytes, int i, int low, int high) {
        int at = bytes.offset() + 2 * i;
        return (char) (bytes.array()[at + low] & 0xFF | (bytes.array()[at + high] & 0xFF) << 8);
    }

    private Object single(ByteSlice bytes) {
        if (table == null) table = SingleByteTable.of(encoding);
        return SingleByteTable.decode(table, bytes.array(), bytes.offset(), bytes.length(), fatal);
    }

    private Object multi(ByteSlice bytes, boolean more) {
        if (decoder == null) {
            decoder = Charset.forName(encoding.charset()).newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes.array(), bytes.offset(), bytes.length());
        CharBuffer out = CharBuffer.allocate(2 * bytes.length() + 8);
        while (true) {
            CoderResult result = decoder.decode(in, out, !more);
            if (result.isUnderflow()) break;
            if (result.isOverflow()) throw new IllegalStateException("a character takes more than two units a byte");
            if (isEuro(in)) {
                out.put('\u20AC');
                in.get();
                continue;
            }
            if (fatal) return null;
            out.put(REPLACEMENT);
            in.position(in.position() + Math.min(skipped(in, result.length()), in.remaining()));
        }
        if (more && in.hasRemaining()) pending = copy(bytes, in.position() - bytes.offset());
        if (!more) decoder.flush(out);
        return out.flip().toString();
    }

    /** The standard reads byte 80 as the euro sign in both Chinese encodings. */
    private boolean isEuro(ByteBuffer in) {
        return (encoding == WebEncoding.GBK || encoding == WebEncoding.GB18030) && in.get(in.position()) == (byte) 0x80;
    }

    /** How many bytes one U+FFFD stands for: an ASCII byte is never swallowed. */
    private static int skipped(ByteBuffer in, int length) {
        int count = 1;
        while (count < length && count < in.remaining() && in.get(in.position() + count) < 0) count++;
        return count;
    }
}
