package dev.barista.engine.json;

import com.oracle.truffle.api.strings.InternalByteArray;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.api.strings.TruffleString.CodeRange;
import com.oracle.truffle.api.strings.TruffleString.Encoding;
import com.oracle.truffle.js.runtime.Errors;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import dev.barista.engine.JsText;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A JSON text being written: a byte a unit as long as all are Latin-1, then two. Realm's thread only. */
final class JsonWriter {
    private static final VarHandle CHARS = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.nativeOrder());
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    /** Every whole number up to here is written without an exponent, and a double holds it exactly. */
    private static final double MAX_WHOLE = 1L << 53;

    /** Below it Java's shortest digits may be one more than JavaScript's. */
    private static final double MIN_PRECISE = 1e-300;

    private static final int MAX_PLAIN_EXPONENT = 21;
    private static final int MIN_PLAIN_EXPONENT = -6;

    private byte[] buffer;
    private int length;
    private boolean wide;

    private byte[] units = new byte[0];

    JsonWriter(byte[] buffer) {
        this.buffer = buffer;
    }

    /** How many units. */
    int length() {
        return length;
    }

    byte[] buffer() {
        return buffer;
    }

    TruffleString text() {
        if (wide) return TruffleString.fromByteArrayUncached(buffer, 0, 2 * length, Encoding.UTF_16, true);
        return Strings.fromJavaString(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
    }

    /** The bytes of a text in Latin-1; {@code null} for another. */
    byte[] latin1OrNull() {
        return wide ? null : Arrays.copyOf(buffer, length);
    }

    /** Makes room for so many more units. */
    private void reserve(int count) {
        long needed = (long) length + count;
        if (needed << (wide ? 1 : 0) <= buffer.length) return;
        if (needed > JsText.MAX_LENGTH) throw Errors.createRangeError("Invalid string length");
        grow(needed << (wide ? 1 : 0));
    }

    private void grow(long needed) {
        long size = Math.min(Math.max(needed, 2L * buffer.length), Integer.MAX_VALUE - 8);
        if (needed > size) throw Errors.createRangeError("Invalid string length");
        buffer = Arrays.copyOf(buffer, (int) size);
    }

    private void widen() {
        byte[] narrow = buffer;
        buffer = new byte[(int) Math.min(4L * Math.max(length, 64), Integer.MAX_VALUE - 8)];
        for (int i = 0; i < length; i++) CHARS.set(buffer, 2 * i, (char) (narrow[i] & 0xFF));
        wide = true;
    }

    private void put(int unit) {
        if (wide) CHARS.set(buffer, 2 * length, (char) unit);
        else buffer[length] = (byte) unit;
        length++;
    }

    /** One ASCII character. */
    void ascii(char c) {
        reserve(1);
        put(c);
    }

    /** Latin-1 as it is. */
    void latin1(byte[] bytes) {
        latin1(bytes, 0, bytes.length);
    }

    private void latin1(byte[] bytes, int offset, int count) {
        reserve(count);
        if (wide) {
            for (int i = 0; i < count; i++) CHARS.set(buffer, 2 * (length + i), (char) (bytes[offset + i] & 0xFF));
        } else {
            System.arraycopy(bytes, offset, buffer, length, count);
        }
        length += count;
    }

    /** A string as it is. */
    void raw(TruffleString text) {
        units(text, false);
    }

    /** A string in quotes, with escapes where JSON needs them. */
    void quoted(TruffleString text) {
        if (!text.getCodeRangeUncached(Encoding.UTF_16).isSubsetOf(CodeRange.ASCII)) {
            ascii('"');
            units(text, true);
            ascii('"');
            return;
        }
        int count = Strings.length(text);
        if (count == 0) {
            ascii('"');
            ascii('"');
            return;
        }
        InternalByteArray ascii = text.getInternalByteArrayUncached(Encoding.US_ASCII);
        byte[] bytes = ascii.getArray();
        int offset = ascii.getOffset();
        int plain = plain(bytes, offset, count);
        reserve(count + 2);
        put('"');
        latin1(bytes, offset, plain);
        if (plain < count) {
            for (int i = plain; i < count; i++) escaped(bytes[offset + i]);
        }
        ascii('"');
    }

    /** How many of the bytes need no escape, from the first on. */
    private static int plain(byte[] bytes, int offset, int count) {
        int i = 0;
        while (i + Long.BYTES <= count && !JsonText.hasSpecial((long) LONGS.get(bytes, offset + i))) i += Long.BYTES;
        while (i < count && !JsonText.isSpecial(bytes[offset + i] & 0xFF)) i++;
        return i;
    }

    private void units(TruffleString text, boolean escaping) {
        int count = Strings.length(text);
        if (units.length < 2 * count) units = new byte[2 * count];
        text.copyToByteArrayUncached(0, units, 0, 2 * count, Encoding.UTF_16);
        reserve(count);
        for (int i = 0; i < count; i++) {
            char c = (char) CHARS.get(units, 2 * i);
            if (c > 0xFF && !wide) widen();
            if (!escaping) {
                reserve(1);
                put(c);
            } else if (!Character.isSurrogate(c)) {
                escaped(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < count && Character.isLowSurrogate((char) CHARS.get(units, 2 * i + 2))) {
                reserve(2);
                put(c);
                put((char) CHARS.get(units, 2 * ++i));
            } else {
                unicode(c);
            }
        }
    }

    private void escaped(int c) {
        if (!JsonText.isSpecial(c)) {
            reserve(1);
            put(c);
            return;
        }
        switch (c) {
            case '"', '\\' -> escape(c);
            case '\b' -> escape('b');
            case '\f' -> escape('f');
            case '\n' -> escape('n');
            case '\r' -> escape('r');
            case '\t' -> escape('t');
            default -> unicode(c);
        }
    }

    private void escape(int c) {
        reserve(2);
        put('\\');
        put(c);
    }

    private void unicode(int c) {
        reserve(6);
        put('\\');
        put('u');
        for (int shift = 12; shift >= 0; shift -= 4) put(HEX[c >> shift & 0xF]);
    }

    void number(int n) {
        whole(n);
    }

    private void whole(long n) {
        int digits = 1;
        long magnitude = Math.abs(n);
        for (long rest = magnitude; rest >= 10; rest /= 10) digits++;
        reserve(digits + 1);
        if (n < 0) put('-');
        for (int i = length + digits - 1; i >= length; i--, magnitude /= 10) {
            int digit = '0' + (int) (magnitude % 10);
            if (wide) CHARS.set(buffer, 2 * i, (char) digit);
            else buffer[i] = (byte) digit;
        }
        length += digits;
    }

    /** A number as JavaScript's {@code String(n)} has it; {@code null} if it is not finite. */
    void number(double n) {
        if (Math.abs(n) <= MAX_WHOLE && n == (long) n) {
            whole((long) n);
        } else if (!Double.isFinite(n)) {
            raw(Strings.NULL);
        } else if (Math.abs(n) < MIN_PRECISE) {
            raw(JSRuntime.doubleToString(n));
        } else {
            shortest(Double.toString(n));
        }
    }

    /**
     * The digits of Java's notation in JavaScript's.
     *
     * @param java {@code -d.dddE-ddd} or {@code -ddd.ddd}
     */
    private void shortest(String java) {
        int e = java.indexOf('E');
        int end = e < 0 ? java.length() : e;
        int first = java.charAt(0) == '-' ? 1 : 0;
        int point = java.indexOf('.');
        byte[] digits = new byte[end - first];
        int count = 0;
        int exponent = point - first + (e < 0 ? 0 : Integer.parseInt(java, e + 1, java.length(), 10));
        for (int i = first; i < end; i++) {
            char c = java.charAt(i);
            if (c == '.') continue;
            if (c == '0' && count == 0) exponent--;
            else digits[count++] = (byte) c;
        }
        while (digits[count - 1] == '0') count--;
        reserve(count + MAX_PLAIN_EXPONENT + 8);
        if (first == 1) put('-');
        if (exponent > MAX_PLAIN_EXPONENT || exponent <= MIN_PLAIN_EXPONENT) {
            scientific(digits, count, exponent - 1);
        } else if (exponent <= 0) {
            put('0');
            put('.');
            for (int i = exponent; i < 0; i++) put('0');
            latin1(digits, 0, count);
        } else {
            latin1(digits, 0, Math.min(count, exponent));
            for (int i = count; i < exponent; i++) put('0');
            if (count > exponent) {
                put('.');
                latin1(digits, exponent, count - exponent);
            }
        }
    }

    private void scientific(byte[] digits, int count, int exponent) {
        put(digits[0]);
        if (count > 1) {
            put('.');
            latin1(digits, 1, count - 1);
        }
        put('e');
        if (exponent >= 0) put('+');
        whole(exponent);
    }
}
