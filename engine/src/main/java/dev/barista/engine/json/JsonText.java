package dev.barista.engine.json;

import com.oracle.truffle.api.strings.InternalByteArray;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.api.strings.TruffleString.CodeRange;
import com.oracle.truffle.api.strings.TruffleString.Encoding;
import com.oracle.truffle.js.runtime.Strings;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The units of a string, to be read fast: bytes where all are Latin-1. Any thread. */
final class JsonText {
    /** What {@link #at} gives beyond the end. */
    static final int END = -1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;

    final int length;
    private final byte[] bytes;
    private final int offset;

    /** {@code null} where all units are Latin-1. */
    private final char[] chars;

    JsonText(TruffleString text) {
        length = Strings.length(text);
        if (text.getCodeRangeUncached(Encoding.UTF_16).isSubsetOf(CodeRange.LATIN_1)) {
            InternalByteArray latin1 = text.switchEncodingUncached(Encoding.ISO_8859_1).getInternalByteArrayUncached(Encoding.ISO_8859_1);
            bytes = latin1.getArray();
            offset = latin1.getOffset();
            chars = null;
        } else {
            InternalByteArray utf16 = text.getInternalByteArrayUncached(Encoding.UTF_16);
            bytes = null;
            offset = 0;
            chars = new char[length];
            ByteBuffer.wrap(utf16.getArray(), utf16.getOffset(), utf16.getLength()).order(ByteOrder.nativeOrder()).asCharBuffer().get(chars);
        }
    }

    /** The unit at {@code i}, or {@link #END}. */
    int at(int i) {
        if (i >= length) return END;
        return chars == null ? bytes[offset + i] & 0xFF : chars[i];
    }

    /** The next index from {@code i} on of a quote, a backslash, a control character or the end. */
    int special(int i) {
        return chars == null ? specialByte(i) : specialChar(i);
    }

    private int specialByte(int i) {
        int at = offset + i;
        int end = offset + length;
        while (at + Long.BYTES <= end && !hasSpecial((long) LONGS.get(bytes, at))) at += Long.BYTES;
        while (at < end && !isSpecial(bytes[at] & 0xFF)) at++;
        return at - offset;
    }

    private int specialChar(int i) {
        while (i < length && !isSpecial(chars[i])) i++;
        return i;
    }

    static boolean isSpecial(int c) {
        return c == '"' | c == '\\' | c < ' ';
    }

    /** Whether one of eight bytes is special. */
    static boolean hasSpecial(long bytes) {
        long quotes = bytes ^ '"' * ONES;
        long slashes = bytes ^ '\\' * ONES;
        return ((quotes - ONES & ~quotes | slashes - ONES & ~slashes | bytes - ' ' * ONES & ~bytes) & HIGHS) != 0;
    }

    /** Whether {@code plain}, Latin-1 without specials, stands at {@code i} with a quote behind it. */
    boolean hasQuoted(byte[] plain, int i) {
        int end = i + plain.length;
        if (end >= length) return false;
        if (chars == null) {
            return bytes[offset + end] == '"' && Arrays.equals(bytes, offset + i, offset + end, plain, 0, plain.length);
        }
        if (chars[end] != '"') return false;
        for (int k = 0; k < plain.length; k++) {
            if (chars[i + k] != (plain[k] & 0xFF)) return false;
        }
        return true;
    }

    String substring(int from, int to) {
        return chars == null ? new String(bytes, offset + from, to - from, StandardCharsets.ISO_8859_1) : new String(chars, from, to - from);
    }
}
