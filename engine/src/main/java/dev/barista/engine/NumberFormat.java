package dev.barista.engine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.js.runtime.BigInt;
import com.oracle.truffle.js.runtime.array.ByteArrayAccess;

/**
 * How bytes are understood as a number. Any thread.
 *
 * <p>{@link #INTEGER} and {@link #UNSIGNED} take 1 to 6 bytes, as their user says; the others have a width of their own. The
 * reading and writing functions are partially evaluated: no pattern switches in them.
 */
public enum NumberFormat {
    INT8(1, (m, b, at, w) -> (int) b[at], (m, b, at, w, v) -> putInteger(m, b, at, 1, v, -0x80, 0x7F)),
    UINT8(1, (m, b, at, w) -> b[at] & 0xFF, (m, b, at, w, v) -> putInteger(m, b, at, 1, v, 0, 0xFF)),
    INT16(2, (m, b, at, w) -> m.getInt16(b, at), (m, b, at, w, v) -> putInteger(m, b, at, 2, v, -0x8000, 0x7FFF)),
    UINT16(2, (m, b, at, w) -> m.getUint16(b, at), (m, b, at, w, v) -> putInteger(m, b, at, 2, v, 0, 0xFFFF)),
    INT32(4, (m, b, at, w) -> m.getInt32(b, at), (m, b, at, w, v) -> putInteger(m, b, at, 4, v, Integer.MIN_VALUE, Integer.MAX_VALUE)),
    UINT32(4, (m, b, at, w) -> number(m.getInt32(b, at) & 0xFFFFFFFFL), (m, b, at, w, v) -> putInteger(m, b, at, 4, v, 0, 0xFFFFFFFFL)),
    FLOAT(4, (m, b, at, w) -> (double) m.getFloat(b, at), NumberFormat::putFloat),
    DOUBLE(8, (m, b, at, w) -> m.getDouble(b, at), NumberFormat::putDouble),
    BIGINT64(8, (m, b, at, w) -> BigInt.valueOf(m.getInt64(b, at)), (m, b, at, w, v) -> putBigInt(m, b, at, v, true)),
    BIGUINT64(8, (m, b, at, w) -> BigInt.valueOfUnsigned(m.getInt64(b, at)), (m, b, at, w, v) -> putBigInt(m, b, at, v, false)),
    INTEGER(0, (m, b, at, w) -> number(signed(unsigned(m, b, at, w), w)),
            (m, b, at, w, v) -> putInteger(m, b, at, w, v, -(1L << 8 * w - 1), (1L << 8 * w - 1) - 1)),
    UNSIGNED(0, (m, b, at, w) -> number(unsigned(m, b, at, w)), (m, b, at, w, v) -> putInteger(m, b, at, w, v, 0, (1L << 8 * w) - 1));

    /** Reads the number that begins at {@code at}. */
    @FunctionalInterface
    interface Reader {
        Object read(ByteArrayAccess memory, byte[] bytes, int at, int width);
    }

    /** Writes a JavaScript value; {@code false}, and nothing is written, where it isn't a number that fits. */
    @FunctionalInterface
    interface Writer {
        boolean write(ByteArrayAccess memory, byte[] bytes, int at, int width, Object value);
    }

    private static final long UNFIT = Long.MIN_VALUE;

    final int width;
    final Reader reader;
    final Writer writer;

    NumberFormat(int width, Reader reader, Writer writer) {
        this.width = width;
        this.reader = reader;
        this.writer = writer;
    }

    boolean hasFixedWidth() {
        return width != 0;
    }

    private static Object number(long value) {
        if (value == (int) value) return (int) value;
        return (double) value;
    }

    private static long unsigned(ByteArrayAccess memory, byte[] bytes, int at, int width) {
        long value = 0;
        boolean little = memory == ByteArrayAccess.littleEndian();
        for (int i = 0; i < width; i++) value = value << 8 | bytes[little ? at + width - 1 - i : at + i] & 0xFF;
        return value;
    }

    private static long signed(long value, int width) {
        int unused = Long.SIZE - 8 * width;
        return value << unused >> unused;
    }

    private static boolean putInteger(ByteArrayAccess memory, byte[] bytes, int at, int width, Object value, long min, long max) {
        long n = integer(value, min, max);
        if (n == UNFIT) return false;
        switch (width) {
            case 1 -> bytes[at] = (byte) n;
            case 2 -> memory.putInt16(bytes, at, (int) n);
            case 4 -> memory.putInt32(bytes, at, (int) n);
            default -> putOddWidth(memory, bytes, at, width, n);
        }
        return true;
    }

    private static void putOddWidth(ByteArrayAccess memory, byte[] bytes, int at, int width, long value) {
        boolean little = memory == ByteArrayAccess.littleEndian();
        for (int i = 0; i < width; i++) bytes[little ? at + i : at + width - 1 - i] = (byte) (value >>> 8 * i);
    }

    /** The value without its fraction, 0 for NaN, or {@link #UNFIT}. */
    private static long integer(Object value, long min, long max) {
        if (value instanceof Integer n) return n >= min && n <= max ? n : UNFIT;
        if (value instanceof Number number) {
            double d = number(number);
            return d < min || d > max ? UNFIT : (long) d;
        }
        return UNFIT;
    }

    private static double number(Number value) {
        return value instanceof Double d ? d : uncommon(value);
    }

    @TruffleBoundary
    private static double uncommon(Number value) {
        return value.doubleValue();
    }

    private static boolean putFloat(ByteArrayAccess memory, byte[] bytes, int at, int width, Object value) {
        if (!(value instanceof Number n)) return false;
        memory.putFloat(bytes, at, (float) number(n));
        return true;
    }

    private static boolean putDouble(ByteArrayAccess memory, byte[] bytes, int at, int width, Object value) {
        if (!(value instanceof Number n)) return false;
        memory.putDouble(bytes, at, number(n));
        return true;
    }

    private static boolean putBigInt(ByteArrayAccess memory, byte[] bytes, int at, Object value, boolean signed) {
        if (!(value instanceof BigInt n) || !fits(n, signed)) return false;
        memory.putInt64(bytes, at, n.longValue());
        return true;
    }

    @TruffleBoundary
    private static boolean fits(BigInt value, boolean signed) {
        return signed ? value.bitLength() < Long.SIZE : value.signum() >= 0 && value.bitLength() <= Long.SIZE;
    }
}
