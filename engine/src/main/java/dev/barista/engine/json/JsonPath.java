package dev.barista.engine.json;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.Errors;
import com.oracle.truffle.js.runtime.JSException;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSProxy;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.js.runtime.objects.PropertyDescriptor;
import java.util.Arrays;

/** The objects that are being written, from the outermost to the innermost. Realm's thread only. */
final class JsonPath {
    /** V8 runs out of stack somewhat earlier. */
    private static final int MAX_DEPTH = 10_000;

    /** How many objects of a long circle an error tells of after the first, and how many before its end. */
    private static final int TOLD_FIRST = 2;
    private static final int TOLD_LAST = 1;

    private JSObject[] objects = new JSObject[8];

    /** Under which key each object was found; {@code null} for an element, whose index is in {@link #indexes}. */
    private TruffleString[] keys = new TruffleString[8];
    private long[] indexes = new long[8];
    private int depth;

    private TruffleString key;
    private long index;

    int depth() {
        return depth;
    }

    /** What is written next is the value of the member {@code key}, or for {@code null} of the element {@code index}, of the innermost object. */
    void at(TruffleString key, long index) {
        this.key = key;
        this.index = index;
    }

    void enter(JSObject object) {
        for (int i = depth - 1; i >= 0; i--) {
            if (objects[i] == object) throw circle(i);
        }
        if (depth == objects.length) grow();
        objects[depth] = object;
        keys[depth] = key;
        indexes[depth] = index;
        depth++;
    }

    void leave() {
        depth--;
    }

    private void grow() {
        if (depth >= MAX_DEPTH) throw Errors.createRangeError("Maximum call stack size exceeded");
        int size = Math.min(2 * depth, MAX_DEPTH);
        objects = Arrays.copyOf(objects, size);
        keys = Arrays.copyOf(keys, size);
        indexes = Arrays.copyOf(indexes, size);
    }

    private JSException circle(int start) {
        StringBuilder text = new StringBuilder("Converting circular structure to JSON\n    --> starting at object with constructor ");
        text.append(constructor(objects[start]));
        int told = Math.min(depth, start + TOLD_FIRST + 1);
        for (int i = start + 1; i < told; i++) tell(text, i);
        if (depth > told + TOLD_LAST) text.append("\n    |     ...");
        for (int i = Math.max(told, depth - TOLD_LAST); i < depth; i++) tell(text, i);
        text.append("\n    --- ").append(place(key, index)).append(" closes the circle");
        return Errors.createTypeError(text.toString());
    }

    private void tell(StringBuilder text, int i) {
        text.append("\n    |     ").append(place(keys[i], indexes[i])).append(" -> object with constructor ").append(constructor(objects[i]));
    }

    private static String place(TruffleString key, long index) {
        if (key == null) return "index " + index;
        return key.isEmpty() ? "<anonymous>" : "property '" + key.toJavaStringUncached() + "'";
    }

    /** The name in quotes of the function that made the object, without running anything of the program's. */
    private static String constructor(JSObject object) {
        JSDynamicObject o = object;
        while (!JSProxy.isJSProxy(o)) {
            o = JSObject.getPrototype(o);
            if (o == Null.instance || JSProxy.isJSProxy(o)) break;
            PropertyDescriptor property = JSObject.getOwnProperty(o, JSObject.CONSTRUCTOR);
            if (property != null && property.isDataDescriptor() && property.getValue() instanceof JSFunctionObject function) {
                TruffleString name = JSFunction.getName(function);
                if (!name.isEmpty()) return "'" + name.toJavaStringUncached() + "'";
            }
        }
        return "'Object'";
    }
}
