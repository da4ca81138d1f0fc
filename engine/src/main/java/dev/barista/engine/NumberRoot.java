package dev.barista.engine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.JavaScriptRootNode;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.array.ByteArrayAccess;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferObject;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;
import com.oracle.truffle.js.runtime.objects.Undefined;

/** The code of a function of {@link ByteNumbers}. Realm's thread only. */
final class NumberRoot extends JavaScriptRootNode {
    private static final int FIRST = 2;   // a frame is [this, function, argument 0, …]
    private static final int MAX_WIDTH = 6;

    private final String name;
    private final TruffleString jsName;
    private final JSFunctionObject fallback;
    private final NumberFormat.Reader reader;
    private final NumberFormat.Writer writer;
    private final ByteArrayAccess memory;
    private final int fixedWidth;
    private final int offsetIndex;
    private final boolean writes;

    NumberRoot(Realm realm, JSFunctionObject fallback, String name, NumberFormat format, boolean littleEndian, boolean writes) {
        super(realm.context().getLanguage());
        this.fallback = fallback;
        this.name = name;
        this.jsName = Strings.fromJavaString(name);
        this.reader = format.reader;
        this.writer = format.writer;
        this.memory = ByteArrayAccess.forOrder(littleEndian);
        this.fixedWidth = format.width;
        this.offsetIndex = writes ? FIRST + 1 : FIRST;
        this.writes = writes;
    }

    @Override
    public Object execute(VirtualFrame virtualFrame) {
        Object[] frame = virtualFrame.getArguments();
        Object result = null;
        int offset = offset(frame);
        int width = fixedWidth == 0 ? width(frame) : fixedWidth;
        if (offset >= 0 && width > 0 && frame[0] instanceof JSTypedArrayObject array) {
            if (array.getArrayBuffer() instanceof JSArrayBufferObject.Heap heap) {
                byte[] bytes = heap.getByteArray();
                if (bytes != null && offset <= JsBytes.byteLength(array, heap) - width) {
                    result = apply(frame, bytes, array.getByteOffset() + offset, width, offset);
                }
            } else {
                result = outside(frame, array, width, offset);
            }
        }
        return result == null ? fallback(frame) : result;
    }

    private int offset(Object[] frame) {
        if (offsetIndex >= frame.length) return fixedWidth == 0 ? -1 : 0;
        Object value = frame[offsetIndex];
        if (value instanceof Integer n) return n;
        if (value instanceof Double d) return integral(d);
        return value == Undefined.instance && fixedWidth != 0 ? 0 : -1;
    }

    private int width(Object[] frame) {
        int i = offsetIndex + 1;
        if (i >= frame.length) return 0;
        int width = frame[i] instanceof Integer n ? n : frame[i] instanceof Double d ? integral(d) : 0;
        return width <= MAX_WIDTH ? width : 0;
    }

    /** The value as an int where it is one that isn't negative, else -1. */
    private static int integral(double d) {
        return d >= 0 && d == (int) d ? (int) d : -1;
    }

    /** The function's result, or {@code null} where that is the fallback's affair. */
    private Object apply(Object[] frame, byte[] bytes, int at, int width, int offset) {
        if (!writes) return reader.read(memory, bytes, at, width);
        Object value = frame.length > FIRST ? frame[FIRST] : Undefined.instance;
        return writer.write(memory, bytes, at, width, value) ? offset + width : null;
    }

    /** {@link #apply} for memory that is no Java array. */
    @TruffleBoundary
    private Object outside(Object[] frame, JSTypedArrayObject array, int width, int offset) {
        JsBytes view = new JsBytes(array);
        if (offset > view.length() - width) return null;
        byte[] bytes = new byte[width];
        view.get(offset, bytes, 0, width);
        Object result = apply(frame, bytes, 0, width, offset);
        if (writes && result != null) view.put(offset, bytes, 0, width);
        return result;
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private Object fallback(Object[] frame) {
        Object[] call = new Object[frame.length + 1];
        call[0] = frame[0];
        call[1] = fallback;
        call[FIRST] = jsName;
        System.arraycopy(frame, FIRST, call, FIRST + 1, frame.length - FIRST);
        return JSFunction.getCallTarget(fallback).call(call);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String toString() {
        return "native " + name;
    }
}
