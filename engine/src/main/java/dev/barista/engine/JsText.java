package dev.barista.engine;

import com.oracle.truffle.api.strings.InternalByteArray;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.api.strings.TruffleString.CodeRange;
import com.oracle.truffle.api.strings.TruffleString.Encoding;
import com.oracle.truffle.js.runtime.Strings;
import java.nio.charset.StandardCharsets;

/**
 * Conversions between JavaScript strings, held as opaque engine values, and bytes. Any thread.
 *
 * <p>A string is a sequence of UTF-16 units and may hold lone surrogates. To UTF-8 each of those becomes U+FFFD; from UTF-8
 * each maximal ill-formed part becomes one U+FFFD, as the Encoding Standard has it.
 */
public final class JsText {
    /** How many UTF-16 units a string may have. */
    public static final int MAX_LENGTH = 0x1FFF_FFE8;

    /** The empty string. */
    public static final Object EMPTY = Strings.EMPTY_STRING;

    private static final char REPLACEMENT = '\uFFFD';
    private static final int CONTINUATION_MASK = 0xC0;
    private static final int CONTINUATION = 0x80;
    private static final int FOUR_BYTES = 0xF0;

    private JsText() {}

    /** A string of Java's. */
    public static Object of(String text) {
        return Strings.fromJavaString(text);
    }

    /** The string whose units are the bytes. */
    public static Object ofLatin1(byte[] bytes, int offset, int length) {
        return Strings.fromJavaString(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
    }

    /** The string that the bytes encode. */
    public static Object ofUtf8(byte[] bytes, int offset, int length) {
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) return Strings.fromJavaString(text);
        // Java merges some ill-formed parts into one replacement; the engine counts them as the standard does.
        return view(new ByteSlice(bytes, offset, length)).switchEncodingUncached(Encoding.UTF_16);
    }

    /** The string whose units are the byte pairs, low byte first; an odd last byte is left out. */
    public static Object ofUtf16(byte[] bytes, int offset, int length) {
        return TruffleString.fromByteArrayUncached(bytes, offset, length & ~1, Encoding.UTF_16LE, true)
                .switchEncodingUncached(Encoding.UTF_16);
    }

    /** How many UTF-16 units {@link #ofUtf8} of the bytes has, if they are well-formed. */
    public static long lengthOfUtf8(ByteSlice bytes) {
        long units = 0;
        for (int i = bytes.offset(); i < bytes.offset() + bytes.length(); i++) {
            int b = bytes.array()[i];
            if ((b & CONTINUATION_MASK) != CONTINUATION) units += (b & FOUR_BYTES) == FOUR_BYTES ? 2 : 1;
        }
        return units;
    }

    /** Whether the bytes are well-formed UTF-8. */
    public static boolean isUtf8(ByteSlice bytes) {
        return view(bytes).isValidUncached(Encoding.UTF_8);
    }

    /** Whether every byte is below 128. */
    public static boolean isAscii(ByteSlice bytes) {
        return view(bytes).getCodeRangeUncached(Encoding.UTF_8).isSubsetOf(CodeRange.ASCII);
    }

    private static TruffleString view(ByteSlice bytes) {
        return TruffleString.fromByteArrayUncached(bytes.array(), bytes.offset(), bytes.length(), Encoding.UTF_8, false);
    }

    /** In UTF-16 units. */
    public static int length(Object text) {
        return Strings.length((TruffleString) text);
    }

    /** The number of bytes that {@link #putUtf8} of the whole string writes. */
    public static int utf8Length(Object text) {
        TruffleString s = (TruffleString) text;
        return isAscii(s) ? Strings.length(s) : utf8(s).byteLength(Encoding.UTF_8);
    }

    /**
     * Writes the string as UTF-8, only whole characters.
     *
     * @param limit how many bytes there is room for
     * @return the number of bytes written
     */
    public static int putUtf8(Object text, byte[] target, int at, int limit) {
        InternalByteArray bytes = utf8((TruffleString) text).getInternalByteArrayUncached(Encoding.UTF_8);
        byte[] source = bytes.getArray();
        int start = bytes.getOffset();
        int count = bytes.getLength();
        if (count > limit) {
            count = limit;
            while (count > 0 && (source[start + count] & CONTINUATION_MASK) == CONTINUATION) count--;
        }
        System.arraycopy(source, start, target, at, count);
        return count;
    }

    /** The string as UTF-8. */
    public static byte[] utf8Bytes(Object text) {
        return utf8((TruffleString) text).copyToByteArrayUncached(Encoding.UTF_8);
    }

    /**
     * Writes the low byte of each unit.
     *
     * @param limit how many bytes there is room for
     * @return the number of bytes written
     */
    @SuppressWarnings("deprecation")   // String.getBytes(int, int, byte[], int) is exactly this operation
    public static int putLatin1(Object text, byte[] target, int at, int limit) {
        TruffleString s = (TruffleString) text;
        int count = Math.min(Strings.length(s), limit);
        if (isLatin1(s)) {
            InternalByteArray bytes = latin1(s);
            System.arraycopy(bytes.getArray(), bytes.getOffset(), target, at, count);
        } else {
            s.toJavaStringUncached().getBytes(0, count, target, at);
        }
        return count;
    }

    /**
     * Writes the units, low byte first, only whole ones.
     *
     * @param limit how many bytes there is room for
     * @return the number of bytes written
     */
    public static int putUtf16(Object text, byte[] target, int at, int limit) {
        TruffleString s = (TruffleString) text;
        int count = Math.min(2 * Strings.length(s), limit & ~1);
        if (isLatin1(s)) {
            InternalByteArray bytes = latin1(s);
            for (int i = 0; i < count; i += 2) {
                target[at + i] = bytes.getArray()[bytes.getOffset() + i / 2];
                target[at + i + 1] = 0;
            }
        } else {
            InternalByteArray bytes = s.switchEncodingUncached(Encoding.UTF_16LE).getInternalByteArrayUncached(Encoding.UTF_16LE);
            System.arraycopy(bytes.getArray(), bytes.getOffset(), target, at, count);
        }
        return count;
    }

    /** The low byte of each unit; the array may be the string's own. */
    public static ByteSlice latin1Bytes(Object text) {
        TruffleString s = (TruffleString) text;
        if (isLatin1(s)) {
            InternalByteArray bytes = latin1(s);
            return new ByteSlice(bytes.getArray(), bytes.getOffset(), bytes.getLength());
        }
        byte[] bytes = new byte[Strings.length(s)];
        putLatin1(s, bytes, 0, bytes.length);
        return ByteSlice.of(bytes);
    }

    /** Whether every unit is below 256. */
    public static boolean isLatin1(Object text) {
        return codeRange((TruffleString) text).isSubsetOf(CodeRange.LATIN_1);
    }

    /** Whether every unit is below 128, so that the string is the same bytes in most encodings. */
    public static boolean isAscii(Object text) {
        return codeRange((TruffleString) text).isSubsetOf(CodeRange.ASCII);
    }

    private static CodeRange codeRange(TruffleString s) {
        return s.getCodeRangeUncached(Encoding.UTF_16);
    }

    private static TruffleString utf8(TruffleString s) {
        return s.switchEncodingUncached(Encoding.UTF_8);
    }

    private static InternalByteArray latin1(TruffleString s) {
        return s.switchEncodingUncached(Encoding.ISO_8859_1).getInternalByteArrayUncached(Encoding.ISO_8859_1);
    }
}
