package dev.barista.node.buffer;

import dev.barista.engine.Args;
import dev.barista.engine.BufferAllocator;
import dev.barista.engine.ByteNumbers;
import dev.barista.engine.ByteSlice;
import dev.barista.engine.JsBytes;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.engine.JsText;
import dev.barista.engine.Realm;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import java.util.Arrays;

/** Memory, strings and search for {@code buffer.js}. Loop thread only. Encodings are ordinals of {@link Encoding}. */
public final class BufferBinding implements Binding {
    private static final int NOT_BYTES_FIRST = 2;
    private static final int NOT_BYTES_SECOND = 3;

    private final Realm realm;
    private BufferAllocator allocator;

    public BufferBinding(Environment env) {
        this.realm = env.realm();
    }

    @Override
    public void define(Exports x) {
        x.fn("install",     a -> install(a.object(0), a.function(1), a.function(2)));
        x.fn("allocate",    a -> allocator.allocate(a.number(0)));
        x.fn("pooled",      a -> pooled(a.integer(0), a.integer(1)));
        x.fn("fromString",  a -> fromString(a.raw(0), Encoding.of(a.integer(1)), a.integer(2)));
        x.fn("byteLength",  a -> Encoding.of(a.integer(1)).size(a.raw(0)));
        x.fn("compare",     this::compare);
        x.fn("compareParts", a -> compare(part(a, 0, 2, 3), part(a, 1, 4, 5)));
        x.fn("equal",       this::equal);
        x.fn("copy",        a -> copy(a.bytes(0), a.bytes(1), a.integer(2), a.integer(3), a.integer(4)));
        x.fn("append",      a -> append(a.bytes(0), a, a.integer(2)));
        x.fn("fill",        this::fill);
        x.fn("fillByte",    a -> fillByte(a.bytes(0), (byte) a.integer(1), a.integer(2), a.integer(3)));
        x.fn("indexOf",     this::indexOf);
        x.fn("swap",        a -> swap(a.bytes(0), a.integer(1)));
        x.fn("isUtf8",      a -> JsText.isUtf8(a.bytes(0).slice()));
        x.fn("isAscii",     a -> JsText.isAscii(a.bytes(0).slice()));
        x.fn("kindOf",      a -> a.isUint8Array(0) ? 1 : a.isArrayBuffer(0) ? 2 : 0);
        x.fn("transcode",   a -> Transcoder.transcode(a.bytes(0).slice(), Encoding.of(a.integer(1)), Encoding.of(a.integer(2)), allocator));
        x.fn("atob",        a -> atob(a.raw(0)));
        x.fn("btoa",        a -> btoa(a.raw(0)));
    }

    private Object install(JsObject prototype, JsFunction numberFallback, JsFunction fail) {
        allocator = new BufferAllocator(realm, prototype);
        new BufferMethods(realm, allocator, fail).install(prototype, new ByteNumbers(realm, numberFallback));
        return null;
    }

    private Object pooled(int length, int blockSize) {
        allocator.room(length, blockSize);
        return allocator.cut(length);
    }

    private Object fromString(Object text, Encoding encoding, int blockSize) {
        int size = encoding.size(text);
        if (size > 0 && size < blockSize >>> 1) {
            byte[] block = allocator.room(size, blockSize);
            return allocator.cut(encoding.encode(text, block, allocator.position(), size));
        }
        byte[] bytes = new byte[size];
        return allocator.of(bytes, encoding.encode(text, bytes, 0, size));
    }

    /** @return -1, 0 or 1, or which argument isn't a Uint8Array */
    private int compare(Args a) {
        if (!a.isUint8Array(0)) return NOT_BYTES_FIRST;
        if (!a.isUint8Array(1)) return NOT_BYTES_SECOND;
        return compare(a.bytes(0).slice(), a.bytes(1).slice());
    }

    private static int compare(ByteSlice left, ByteSlice right) {
        return Integer.signum(Arrays.compareUnsigned(left.array(), left.offset(), left.offset() + left.length(),
                right.array(), right.offset(), right.offset() + right.length()));
    }

    private static ByteSlice part(Args a, int bytes, int start, int end) {
        int from = a.integer(start);
        return a.bytes(bytes).slice(from, a.integer(end) - from);
    }

    /** @return 0 or 1, or which argument isn't a Uint8Array */
    private int equal(Args a) {
        if (!a.isBytes(0)) return NOT_BYTES_FIRST;
        if (!a.isUint8Array(1)) return NOT_BYTES_SECOND;
        ByteSlice left = a.bytes(0).slice();
        ByteSlice right = a.bytes(1).slice();
        return Arrays.equals(left.array(), left.offset(), left.offset() + left.length(),
                right.array(), right.offset(), right.offset() + right.length()) ? 1 : 0;
    }

    private static Object copy(JsBytes source, JsBytes target, int to, int from, int count) {
        if (source.hasArray()) target.put(to, source.array(), source.offset() + from, count);
        else target.put(to, source.slice(from, count).array(), 0, count);
        return null;
    }

    /**
     * Copies argument 1 to position {@code at} of the target, as much as there is room for.
     *
     * @return the position after it, or -1 if it isn't a Uint8Array
     */
    private static int append(JsBytes target, Args a, int at) {
        if (!a.isUint8Array(1)) return -1;
        JsBytes source = a.bytes(1);
        int count = Math.min(source.length(), target.length() - at);
        copy(source, target, at, 0, count);
        return at + count;
    }

    private static Object fillByte(JsBytes target, byte value, int start, int end) {
        if (target.hasArray()) Arrays.fill(target.array(), target.offset() + start, target.offset() + end, value);
        else repeat(target, ByteSlice.of(new byte[] {value}), start, end);
        return null;
    }

    /** {@code (target, string or bytes, start, end, encoding)}: whether there was anything to fill with. */
    private boolean fill(Args a) {
        ByteSlice pattern = a.isString(1) ? Encoding.of(a.integer(4)).bytes(a.raw(1)) : a.bytes(1).slice();
        if (pattern.length() == 0) return false;
        repeat(a.bytes(0), pattern, a.integer(2), a.integer(3));
        return true;
    }

    /** Fills by doubling what is there; a pattern that lies in the target is taken as it becomes. */
    private static void repeat(JsBytes target, ByteSlice pattern, int start, int end) {
        byte[] bytes = target.hasArray() ? target.array() : new byte[end - start];
        int from = target.hasArray() ? target.offset() + start : 0;
        int length = end - start;
        int done = Math.min(pattern.length(), length);
        System.arraycopy(pattern.array(), pattern.offset(), bytes, from, done);
        for (int more; done < length; done += more) {
            more = Math.min(done, length - done);
            System.arraycopy(bytes, from, bytes, from + done, more);
        }
        if (!target.hasArray()) target.put(start, bytes, 0, length);
    }

    /** {@code (bytes, number, string or bytes, offset, encoding, forward)}: the position, or -1. */
    private int indexOf(Args a) {
        ByteSlice hay = a.bytes(0).slice();
        boolean forward = a.bool(4);
        if (a.isNumber(1)) {
            int at = startOf(hay.length(), a.number(2), 1, forward);
            if (at < 0 || hay.length() == 0) return -1;
            byte wanted = (byte) (long) a.number(1);
            return forward ? ByteSearch.indexOf(hay, wanted, at) : ByteSearch.lastIndexOf(hay, wanted, at);
        }
        Encoding encoding = Encoding.of(a.integer(3));
        ByteSlice needle = a.isString(1) ? encoding.bytes(a.raw(1)) : a.bytes(1).slice();
        int at = startOf(hay.length(), a.number(2), needle.length(), forward);
        if (needle.length() == 0) return at;
        if (at < 0 || forward && at + needle.length() > hay.length()) return -1;
        if (encoding != Encoding.UCS2) return ByteSearch.indexOf(hay, needle, at, 1, forward);
        if (hay.length() < 2 || needle.length() < 2) return -1;
        return ByteSearch.indexOf(even(hay), even(needle), at & ~1, 2, forward);
    }

    private static ByteSlice even(ByteSlice bytes) {
        return new ByteSlice(bytes.array(), bytes.offset(), bytes.length() & ~1);
    }

    /** Where a search begins: {@code offset} counts from the end where it is negative. */
    private static int startOf(int length, double offset, int needle, boolean forward) {
        long at = (long) Math.clamp(offset, Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (at < 0) {
            if (at + length >= 0) return (int) at + length;
            return forward || needle == 0 ? 0 : -1;
        }
        if (at + needle <= length) return (int) at;
        if (needle == 0) return length;
        return forward ? -1 : length - 1;
    }

    /** Reverses the bytes of each group of {@code width}. */
    private static Object swap(JsBytes target, int width) {
        byte[] bytes = target.hasArray() ? target.array() : target.copy();
        int first = target.hasArray() ? target.offset() : 0;
        for (int group = first; group < first + target.length(); group += width) {
            for (int i = group, j = group + width - 1; i < j; i++, j--) {
                byte b = bytes[i];
                bytes[i] = bytes[j];
                bytes[j] = b;
            }
        }
        if (!target.hasArray()) target.put(0, bytes, 0, bytes.length);
        return null;
    }

    /** @return the decoded string, or the ordinal of the verdict */
    private static Object atob(Object text) {
        if (!JsText.isLatin1(text)) return Base64Codec.Verdict.INVALID_CHARACTER.ordinal();
        byte[] bytes = Base64Codec.withoutWhitespace(JsText.latin1Bytes(text));
        Base64Codec.Verdict verdict = Base64Codec.judge(bytes);
        if (verdict != Base64Codec.Verdict.VALID) return verdict.ordinal();
        byte[] decoded = new byte[Base64Codec.decodedSize(ByteSlice.of(bytes))];
        return JsText.ofLatin1(decoded, 0, Base64Codec.decode(ByteSlice.of(bytes), decoded, 0, decoded.length));
    }

    /** @return base64, or undefined where a unit is above 255 */
    private static Object btoa(Object text) {
        return JsText.isLatin1(text) ? Encoding.BASE64.decode(JsText.latin1Bytes(text)) : null;
    }
}
