package dev.barista.node.buffer;

import dev.barista.engine.ByteSlice;
import dev.barista.engine.JsText;

/** Node's encodings between strings, as opaque engine values, and bytes. JavaScript knows them by their ordinal. Any thread. */
public enum Encoding {
    UTF8, UCS2, LATIN1, ASCII, BASE64, BASE64URL, HEX;

    private static final Encoding[] ALL = values();

    public static Encoding of(int ordinal) {
        return ALL[ordinal];
    }

    /** Whether the string for so many bytes could have more units than strings may have. */
    public boolean isTooLong(ByteSlice bytes) {
        long length = bytes.length();
        return switch (this) {
            case UTF8 -> length > JsText.MAX_LENGTH && JsText.lengthOfUtf8(bytes) > JsText.MAX_LENGTH;
            case UCS2 -> length / 2 > JsText.MAX_LENGTH;
            case LATIN1, ASCII -> length > JsText.MAX_LENGTH;
            case BASE64, BASE64URL -> length * 4 / 3 > JsText.MAX_LENGTH;
            case HEX -> length * 2 > JsText.MAX_LENGTH;
        };
    }

    /** The string for the bytes. */
    public Object decode(ByteSlice b) {
        if (b.length() == 0) return JsText.EMPTY;
        return switch (this) {
            case UTF8 -> JsText.ofUtf8(b.array(), b.offset(), b.length());
            case UCS2 -> JsText.ofUtf16(b.array(), b.offset(), b.length());
            case LATIN1 -> JsText.ofLatin1(b.array(), b.offset(), b.length());
            case ASCII -> latin1(sevenBits(b));
            case BASE64 -> latin1(Base64Codec.encode(b));
            case BASE64URL -> latin1(Base64Codec.encodeUrl(b));
            case HEX -> latin1(HexCodec.encode(b));
        };
    }

    private static Object latin1(byte[] bytes) {
        return JsText.ofLatin1(bytes, 0, bytes.length);
    }

    private static byte[] sevenBits(ByteSlice b) {
        byte[] masked = new byte[b.length()];
        for (int i = 0; i < masked.length; i++) masked[i] = (byte) (b.array()[b.offset() + i] & 0x7F);
        return masked;
    }

    /** How many bytes the string has, for base64 at most. */
    int size(Object text) {
        return switch (this) {
            case UTF8 -> JsText.utf8Length(text);
            case UCS2 -> 2 * JsText.length(text);
            case LATIN1, ASCII -> JsText.length(text);
            case BASE64, BASE64URL -> Base64Codec.decodedSize(JsText.latin1Bytes(text));
            case HEX -> JsText.length(text) / 2;
        };
    }

    /**
     * Writes the string's bytes, only whole characters.
     *
     * @param limit how many bytes there is room for
     * @return the number of bytes written
     */
    int encode(Object text, byte[] target, int at, int limit) {
        return switch (this) {
            case UTF8 -> JsText.putUtf8(text, target, at, limit);
            case UCS2 -> JsText.putUtf16(text, target, at, limit);
            case LATIN1, ASCII -> JsText.putLatin1(text, target, at, limit);
            case BASE64, BASE64URL -> Base64Codec.decode(JsText.latin1Bytes(text), target, at, limit);
            case HEX -> HexCodec.decode(JsText.latin1Bytes(text), target, at, limit);
        };
    }

    /** The string's bytes. */
    public ByteSlice bytes(Object text) {
        byte[] bytes = new byte[size(text)];
        return new ByteSlice(bytes, 0, encode(text, bytes, 0, bytes.length));
    }
}
