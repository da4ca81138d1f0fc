package dev.barista.engine;

import com.oracle.truffle.js.runtime.array.TypedArray;
import com.oracle.truffle.js.runtime.array.TypedArrayFactory;
import com.oracle.truffle.js.runtime.builtins.JSArrayBuffer;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferObject;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferView;
import com.oracle.truffle.js.runtime.builtins.JSDataViewObject;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A view of JavaScript's bytes without a copy: the memory of a typed array, DataView, ArrayBuffer or SharedArrayBuffer.
 *
 * <p>Made and used on the realm's thread. Its memory may be handed to another thread while JavaScript promises to leave it
 * alone, as for an asynchronous read. Detached buffers have length 0.
 */
public final class JsBytes {
    private static final byte[] EMPTY = {};

    private final Object value;
    private final JSArrayBufferObject buffer;
    private final int offset;
    private final int length;
    /** A WebAssembly memory, which only the realm's thread can ask for; {@code null} where the bytes are JavaScript's own. */
    private final ByteBuffer foreign;

    private JsBytes(Object value, JSArrayBufferObject buffer, int offset, int length) {
        this.value = value;
        this.buffer = buffer;
        this.offset = offset;
        this.length = length;
        this.foreign = buffer instanceof JSArrayBufferObject.Interop memory && !memory.isDetached() ? WebAssembly.bytes(memory) : null;
    }

    JsBytes(JSTypedArrayObject array) {
        this(array, array.getArrayBuffer(), array.getByteOffset(), byteLength(array));
    }

    static JsBytes of(Object value) {
        return switch (value) {
            case JSTypedArrayObject t -> new JsBytes(t);
            case JSArrayBufferObject b -> new JsBytes(b, b, 0, b.isDetached() ? 0 : b.getByteLength());
            case JSDataViewObject d -> ofDataView(d);
            default -> throw new IllegalArgumentException("not bytes: " + Values.describe(value));
        };
    }

    private static JsBytes ofDataView(JSDataViewObject view) {
        JSArrayBufferObject b = view.getArrayBuffer();
        if (b.isDetached()) return new JsBytes(view, b, 0, 0);
        int length = view.hasAutoLength() ? Math.max(0, b.getByteLength() - view.getByteOffset()) : view.getByteLengthFixed();
        return new JsBytes(view, b, view.getByteOffset(), length);
    }

    private static int byteLength(JSTypedArrayObject array) {
        JSArrayBufferObject b = array.getArrayBuffer();
        return b.isDetached() ? 0 : byteLength(array, b);
    }

    /** The length in bytes of an array on a buffer that is not detached: 0 where the buffer has shrunk below it. */
    static int byteLength(JSTypedArrayObject array, JSArrayBufferObject b) {
        if (array.hasAutoLength()) return Math.max(0, b.getByteLength() - array.getByteOffset());
        return array.getByteOffset() + array.getByteLength() > b.getByteLength() ? 0 : array.getByteLength();
    }

    static JSTypedArrayObject uint8Array(Realm realm, byte[] bytes, int offset, int length) {
        var buffer = JSArrayBuffer.createArrayBuffer(realm.context(), realm.realm(), bytes);
        return view(realm, buffer, TypedArray.BUFFER_TYPE_ARRAY, offset, length);
    }

    static JSTypedArrayObject uint8Array(Realm realm, ByteBuffer direct) {
        ByteBuffer memory = direct.slice().order(ByteOrder.nativeOrder());
        var buffer = JSArrayBuffer.createDirectArrayBuffer(realm.context(), realm.realm(), memory);
        return view(realm, buffer, TypedArray.BUFFER_TYPE_DIRECT, 0, memory.capacity());
    }

    private static JSTypedArrayObject view(Realm realm, JSArrayBufferObject buffer, byte kind, int offset, int length) {
        TypedArrayFactory factory = TypedArrayFactory.Uint8Array;
        return JSArrayBufferView.createArrayBufferView(realm.context(), realm.realm(), buffer, factory,
                factory.createArrayType(kind, offset != 0, true), offset, length);
    }

    /** In bytes. */
    public int length() {
        return length;
    }

    /** Whether the memory is a Java array: then {@link #array()} and {@link #offset()} are it. */
    public boolean hasArray() {
        return buffer instanceof JSArrayBufferObject.Heap;
    }

    /** The Java array under the view, of which {@link #offset()} to {@code offset() + length()} belongs to it. */
    public byte[] array() {
        byte[] array = ((JSArrayBufferObject.Heap) buffer).getByteArray();
        return array == null ? EMPTY : array;
    }

    /** Where the view begins in {@link #array()} or in its ArrayBuffer. */
    public int offset() {
        return offset;
    }

    /** The memory as a buffer from 0 to {@link #length()}, in native byte order. */
    public ByteBuffer buffer() {
        if (buffer.isDetached()) return ByteBuffer.wrap(EMPTY);
        ByteBuffer whole = switch (buffer) {
            case JSArrayBufferObject.Heap h -> ByteBuffer.wrap(h.getByteArray(), offset, length).slice();
            case JSArrayBufferObject.DirectBase d -> d.getByteBuffer().slice(offset, length);
            case JSArrayBufferObject.Interop _ -> foreign.slice(offset, length);
        };
        return whole.order(ByteOrder.nativeOrder());
    }

    /** A copy of the bytes. */
    public byte[] copy() {
        byte[] copy = new byte[length];
        if (length == 0) return copy;
        if (hasArray()) System.arraycopy(array(), offset, copy, 0, length);
        else buffer().get(copy);
        return copy;
    }

    /** The bytes as they are now: the memory itself where it is a Java array, else a copy. */
    public ByteSlice slice(int start, int count) {
        if (hasArray()) return new ByteSlice(array(), offset + start, count);
        byte[] copy = new byte[count];
        get(start, copy, 0, count);
        return ByteSlice.of(copy);
    }

    /** All of them, as {@link #slice(int, int)}. */
    public ByteSlice slice() {
        return slice(0, length);
    }

    /** Copies {@code length} bytes from {@code source} to position {@code at} of the view. */
    public void put(int at, byte[] source, int from, int count) {
        if (hasArray()) System.arraycopy(source, from, array(), offset + at, count);
        else buffer().put(at, source, from, count);
    }

    /** Copies {@code count} bytes from position {@code at} of the view into {@code target}. */
    public void get(int at, byte[] target, int to, int count) {
        if (hasArray()) System.arraycopy(array(), offset + at, target, to, count);
        else buffer().get(at, target, to, count);
    }

    static boolean isUint8Array(JSTypedArrayObject array) {
        return array.getArrayType().getFactory() == TypedArrayFactory.Uint8Array;
    }

    JSArrayBufferObject arrayBuffer() {
        return buffer;
    }

    byte bufferType() {
        return switch (buffer) {
            case JSArrayBufferObject.Heap _ -> TypedArray.BUFFER_TYPE_ARRAY;
            case JSArrayBufferObject.Shared _ -> TypedArray.BUFFER_TYPE_SHARED;
            case JSArrayBufferObject.Direct _ -> TypedArray.BUFFER_TYPE_DIRECT;
            case JSArrayBufferObject.Interop _ -> TypedArray.BUFFER_TYPE_INTEROP;
        };
    }

    /** The ArrayBuffer or SharedArrayBuffer that holds the bytes, opaque. */
    public Object holder() {
        return buffer;
    }

    /** Whether the buffer that held the bytes has been detached. */
    public boolean isDetached() {
        return buffer.isDetached();
    }

    /** Takes the memory away from the ArrayBuffer and from all views of it. */
    public void detach() {
        JSArrayBuffer.detachArrayBuffer(buffer);
    }

    /** Whether {@link #detach} can be called: not for memory that is WebAssembly's or shared. */
    public boolean isDetachable() {
        return buffer instanceof JSArrayBufferObject.Heap || buffer instanceof JSArrayBufferObject.Direct;
    }

    /** The name of the class of a typed array: {@code Uint8Array}, … */
    public String typeName() {
        return ((JSTypedArrayObject) value).getArrayType().getFactory().getName().toJavaStringUncached();
    }

    /** The JavaScript value that is viewed, opaque. */
    public Object raw() {
        return value;
    }

}
