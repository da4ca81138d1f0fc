package dev.barista.node.sqlite;

import dev.barista.engine.Js;
import dev.barista.engine.JsKind;
import dev.barista.engine.JsText;
import dev.barista.node.posix.Memory;
import java.math.BigInteger;

/** Where SQLite's values are read from, and how they become JavaScript's. Loop thread only. */
enum Values {
    /** Column {@code i} of the row at which a statement stands. */
    COLUMN(Sqlite.COLUMN_TYPE, Sqlite.COLUMN_INT64, Sqlite.COLUMN_DOUBLE, Sqlite.COLUMN_TEXT, Sqlite.COLUMN_BLOB, Sqlite.COLUMN_BYTES),

    /** A {@code sqlite3_value}, for which {@code i} means nothing. */
    ARGUMENT(Sqlite.VALUE_TYPE, Sqlite.VALUE_INT64, Sqlite.VALUE_DOUBLE, Sqlite.VALUE_TEXT, Sqlite.VALUE_BLOB, Sqlite.VALUE_BYTES);

    private static final int INTEGER = 1;
    private static final int FLOAT = 2;
    private static final int TEXT = 3;
    private static final int BLOB = 4;
    private static final long MAX_SAFE = (1L << 53) - 1;
    private static final int LONG_BITS = 63;

    private final Sqlite type;
    private final Sqlite integer;
    private final Sqlite fraction;
    private final Sqlite text;
    private final Sqlite blob;
    private final Sqlite length;

    Values(Sqlite type, Sqlite integer, Sqlite fraction, Sqlite text, Sqlite blob, Sqlite length) {
        this.type = type;
        this.integer = integer;
        this.fraction = fraction;
        this.text = text;
        this.blob = blob;
        this.length = length;
    }

    /** @return an opaque engine value, or a Java value that the engine takes for one */
    Object read(Engine engine, long from, int i, boolean bigInts) {
        return switch (type.number(from, i)) {
            case INTEGER -> number(engine, integer.call(from, i), bigInts);
            case FLOAT -> fraction.fraction(from, i);
            case TEXT -> text(text.call(from, i), length.number(from, i));
            case BLOB -> engine.env().realm().bytes(Memory.bytes(blob.call(from, i), length.number(from, i))).raw();
            default -> Js.NULL;
        };
    }

    private static Object number(Engine engine, long value, boolean bigInts) {
        if (!bigInts && (value > MAX_SAFE || value < -MAX_SAFE)) throw engine.failures().outOfRange(value);
        return counted(value, bigInts);
    }

    /** An integer as a BigInt, or as the number that is nearest to it. */
    static Object counted(long value, boolean bigInts) {
        if (bigInts) return Js.bigInt(value);
        if (value == (int) value) return (int) value;
        return (double) value;
    }

    /** A text ends at its first zero, as in C. */
    private static Object text(long address, int length) {
        byte[] bytes = Memory.bytes(address, length);
        int end = 0;
        while (end < length && bytes[end] != 0) end++;
        return JsText.ofUtf8(bytes, 0, end);
    }

    /** Whether an opaque value is a typed array or a DataView, which are blobs. */
    static boolean isBlob(Object value) {
        JsKind kind = JsKind.of(value);
        return kind == JsKind.TYPED_ARRAY || kind == JsKind.DATA_VIEW;
    }

    /** The BigInt that an opaque value is, {@code null} where it is none. */
    static BigInteger bigInt(Object value) {
        return Js.java(value) instanceof BigInteger b ? b : null;
    }

    /** Whether a BigInt is one of SQLite's integers. */
    static boolean fits(BigInteger value) {
        return value.bitLength() <= LONG_BITS;
    }
}
