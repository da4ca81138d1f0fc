package dev.barista.node.buffer;

import dev.barista.engine.Args;
import dev.barista.engine.BufferAllocator;
import dev.barista.engine.ByteNumbers;
import dev.barista.engine.ByteSlice;
import dev.barista.engine.Js;
import dev.barista.engine.JsBytes;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.engine.NumberFormat;
import dev.barista.engine.Realm;

/**
 * The methods of {@code Buffer.prototype} that are Java from end to end: slices and writes by encoding, {@code subarray}, and the
 * numbers. Loop thread only.
 *
 * <p>What is wrong with a call is named to a function of the JavaScript half, which throws.
 */
final class BufferMethods {
    private static final String[] NAMES = {"utf8", "ucs2", "latin1", "ascii", "base64", "base64url", "hex"};

    private final Realm realm;
    private final BufferAllocator allocator;
    private final JsFunction fail;

    BufferMethods(Realm realm, BufferAllocator allocator, JsFunction fail) {
        this.realm = realm;
        this.allocator = allocator;
        this.fail = fail;
    }

    void install(JsObject prototype, ByteNumbers numbers) {
        for (Encoding e : Encoding.values()) {
            String name = NAMES[e.ordinal()];
            prototype.set(name + "Slice", realm.function(name + "Slice", a -> slice(a, e)));
        }
        for (Encoding e : Encoding.values()) {
            String name = NAMES[e.ordinal()] + "Write";
            boolean strict = e == Encoding.UTF8 || e == Encoding.LATIN1 || e == Encoding.ASCII;
            prototype.set(name, realm.function(name, strict ? 1 : 0, a -> write(a, e, strict)));
        }
        prototype.set("subarray", realm.function("subarray", 2, this::subarray));
        for (NumberFormat f : NumberFormat.values()) {
            if (f == NumberFormat.INT8 || f == NumberFormat.UINT8) {
                accessors(prototype, numbers, f, label(f), true);
            } else {
                accessors(prototype, numbers, f, label(f) + "LE", true);
                accessors(prototype, numbers, f, label(f) + "BE", false);
            }
        }
    }

    private static String label(NumberFormat format) {
        return switch (format) {
            case INT8 -> "Int8";
            case UINT8 -> "UInt8";
            case INT16 -> "Int16";
            case UINT16 -> "UInt16";
            case INT32 -> "Int32";
            case UINT32 -> "UInt32";
            case FLOAT -> "Float";
            case DOUBLE -> "Double";
            case BIGINT64 -> "BigInt64";
            case BIGUINT64 -> "BigUInt64";
            case INTEGER -> "Int";
            case UNSIGNED -> "UInt";
        };
    }

    /** Defines {@code read…} and {@code write…}, and their aliases with {@code Uint}; each is made on first use. */
    private static void accessors(JsObject prototype, ByteNumbers numbers, NumberFormat format, String label, boolean littleEndian) {
        String read = "read" + label;
        String write = "write" + label;
        prototype.defineLazy(read, true, () -> numbers.reader(read, format, littleEndian));
        prototype.defineLazy(write, true, () -> numbers.writer(write, format, littleEndian));
        if (label.contains("UInt")) {
            prototype.defineLazy(read.replace("UInt", "Uint"), true, () -> prototype.get(read));
            prototype.defineLazy(write.replace("UInt", "Uint"), true, () -> prototype.get(write));
        }
    }

    private JsBytes receiver(Args a) {
        if (!a.isThisView()) fail("buffer");
        return a.thisBytes();
    }

    private void fail(String reason) {
        fail.call(null, reason);
        throw new IllegalStateException("did not throw: " + reason);
    }

    private Object slice(Args a, Encoding encoding) {
        JsBytes bytes = receiver(a);
        int start = index(a, 0, 0);
        int end = Math.max(start, index(a, 1, bytes.length()));
        if (end > bytes.length()) fail("range");
        ByteSlice part = bytes.slice(start, end - start);
        if (encoding.isTooLong(part)) fail("long");
        return encoding.decode(part);
    }

    /** Argument {@code i} as an index, however large. */
    private int index(Args a, int i, int standard) {
        if (a.isUndefined(i)) return standard;
        double value = a.coerced(i);
        if (value <= -1) fail("range");
        return (int) value;
    }

    /** @param strict whether a length that doesn't fit is an error, rather than cut */
    private Object write(Args a, Encoding encoding, boolean strict) {
        JsBytes bytes = receiver(a);
        if (!a.isString(0)) fail("string");
        if (!strict && !a.isUndefined(1) && a.coerced(1) <= -1) fail("range");
        double at = a.isUndefined(1) ? 0 : a.coerced(1);
        if (at <= -1 || at > bytes.length()) fail("offset");
        int offset = (int) at;
        int limit = bytes.length() - offset;
        if (!a.isUndefined(2)) {
            double length = a.coerced(2);
            if (!strict && length <= -1) fail("range");
            if (strict && (length <= -1 || length > limit)) fail("length");
            limit = Math.min(limit, (int) length);
        }
        return encode(encoding, a.raw(0), bytes, offset, limit);
    }

    private static int encode(Encoding encoding, Object text, JsBytes target, int at, int limit) {
        if (target.hasArray()) return encoding.encode(text, target.array(), target.offset() + at, limit);
        byte[] bytes = new byte[limit];
        int count = encoding.encode(text, bytes, 0, limit);
        target.put(at, bytes, 0, count);
        return count;
    }

    private Object subarray(Args a) {
        JsBytes bytes = receiver(a);
        int start = position(a, 0, 0, bytes.length());
        int end = position(a, 1, bytes.length(), bytes.length());
        return allocator.part(bytes, start, Math.max(0, end - start));
    }

    /** Argument {@code i} as a position, counted from the end where it is negative. */
    private static int position(Args a, int i, int standard, int length) {
        Object value = a.raw(i);
        if (value == Js.UNDEFINED) return standard;
        double coerced = a.coerced(i);
        double position = coerced <= -1 ? Math.ceil(coerced) + length : coerced;
        return (int) Math.clamp(position, 0, length);
    }
}
