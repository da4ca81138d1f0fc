package dev.barista.engine;

import com.oracle.truffle.js.runtime.array.TypedArray;
import com.oracle.truffle.js.runtime.array.TypedArrayFactory;
import com.oracle.truffle.js.runtime.builtins.JSArrayBuffer;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferObject;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferView;
import com.oracle.truffle.js.runtime.builtins.JSObjectFactory;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;

/**
 * Makes byte arrays of one JavaScript class, small ones cut from a shared block. Realm's thread only.
 *
 * <p>A block is used up from its start, each piece beginning at a multiple of 8; then a new one replaces it. The pieces keep
 * it alive. A block cannot be transferred, for its pieces belong to different owners.
 */
public final class BufferAllocator {
    private static final TypedArrayFactory FACTORY = TypedArrayFactory.Uint8Array;
    private static final TypedArray AT_START = FACTORY.createArrayType(TypedArray.BUFFER_TYPE_ARRAY, false, true);
    private static final TypedArray WITH_OFFSET = FACTORY.createArrayType(TypedArray.BUFFER_TYPE_ARRAY, true, true);
    private static final int ALIGNMENT = 8;

    private final Realm realm;
    private final JSObjectFactory objects;
    private final JsObject prototype;

    private JSArrayBufferObject block;
    private byte[] blockBytes = {};
    private int used;

    /** @param prototype what the arrays inherit from: a prototype of a subclass of Uint8Array */
    public BufferAllocator(Realm realm, JsObject prototype) {
        this.realm = realm;
        this.prototype = prototype;
        this.objects = realm.context().getArrayBufferViewFactory(FACTORY);
    }

    /**
     * An array of zeros with memory of its own.
     *
     * @throws JsException a RangeError where there isn't so much memory
     */
    public Object allocate(double length) {
        if (length > realm.context().getLanguageOptions().maxTypedArrayLength()) throw failed();
        try {
            return of(new byte[(int) length]);
        } catch (OutOfMemoryError e) {   // the array was refused as a whole: nothing else is harmed
            throw failed();
        }
    }

    private JsException failed() {
        return realm.rangeError("Array buffer allocation failed");
    }

    /** An array on all of {@code bytes}, without a copy. */
    public Object of(byte[] bytes) {
        return of(bytes, bytes.length);
    }

    /** An array on the first {@code length} bytes, without a copy. */
    public Object of(byte[] bytes, int length) {
        return view(buffer(bytes), AT_START, 0, length);
    }

    /**
     * The block that the next piece will be cut from, with room for {@code length} bytes from {@link #position()} on.
     *
     * @param blockSize how large a new block is made, at least {@code length}
     */
    public byte[] room(int length, int blockSize) {
        if (length > blockBytes.length - used) {
            blockBytes = new byte[Math.max(length, blockSize)];
            block = buffer(blockBytes);
            Clones.forbidTransfer(block);
            used = 0;
        }
        return blockBytes;
    }

    /** Where in the block the next piece begins. */
    public int position() {
        return used;
    }

    /** Cuts the piece that {@link #room} made room for, or a shorter one. */
    public Object cut(int length) {
        int start = used;
        used = Math.min(blockBytes.length, start + length + ALIGNMENT - 1 & -ALIGNMENT);
        return view(block, start == 0 ? AT_START : WITH_OFFSET, start, length);
    }

    /** An array on {@code length} bytes of the memory of {@code bytes}, {@code start} bytes into it. */
    public Object part(JsBytes bytes, int start, int length) {
        int offset = bytes.offset() + start;
        if (bytes.hasArray()) return view(bytes.arrayBuffer(), offset == 0 ? AT_START : WITH_OFFSET, offset, length);
        TypedArray type = FACTORY.createArrayType(bytes.bufferType(), offset != 0, true);
        return view(bytes.arrayBuffer(), type, offset, length);
    }

    private JSArrayBufferObject buffer(byte[] bytes) {
        return JSArrayBuffer.createArrayBuffer(realm.context(), realm.realm(), bytes);
    }

    private JSTypedArrayObject view(JSArrayBufferObject buffer, TypedArray type, int offset, int length) {
        return JSArrayBufferView.createArrayBufferViewWithProto(objects, realm.realm(), buffer, type, offset, length, prototype.object);
    }
}
