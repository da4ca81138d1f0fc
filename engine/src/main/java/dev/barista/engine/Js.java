package dev.barista.engine;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.BigInt;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.js.runtime.objects.Undefined;

/** What Java may ask of an opaque engine value. */
public final class Js {
    public static final Object UNDEFINED = Undefined.instance;
    public static final Object NULL = Null.instance;

    private Js() {}

    public static boolean isNullish(Object value) {
        return value == Undefined.instance || value == Null.instance;
    }

    public static boolean isString(Object value) {
        return value instanceof TruffleString;
    }

    public static boolean isNumber(Object value) {
        return JSRuntime.isNumber(value);
    }

    public static boolean isFunction(Object value) {
        return value instanceof JSFunctionObject;
    }

    public static boolean isObject(Object value) {
        return value instanceof JSObject;
    }

    public static boolean isArray(Object value) {
        return JSRuntime.isArray(value);
    }

    public static boolean isPromise(Object value) {
        return value instanceof JSPromiseObject;
    }

    /** A BigInt, as an opaque engine value. */
    public static Object bigInt(long value) {
        return BigInt.valueOf(value);
    }

    /** JavaScript's truth of a value. */
    public static boolean isTrue(Object value) {
        return JSRuntime.toBoolean(value);
    }

    /** Java's form of a value, see {@link Args#java}. */
    public static Object java(Object value) {
        return Values.toJava(value);
    }

    public static JsObject object(Object value) {
        return new JsObject((JSObject) value);
    }

    public static JsFunction function(Object value) {
        return new JsFunction((JSFunctionObject) value);
    }

    /** A view, without a copy, of the memory of a typed array, DataView or (Shared)ArrayBuffer. */
    public static JsBytes bytes(Object value) {
        return JsBytes.of(value);
    }

    /** A short text of any value for messages, without running user code. */
    public static String describe(Object value) {
        return value instanceof JSDynamicObject || value instanceof TruffleString ? Values.describe(value) : String.valueOf(value);
    }

    /** JavaScript's {@code String(value)}; may run user code and throw {@link JsException}. */
    public static String string(Object value) {
        return JsException.guard(() -> JSRuntime.toString(Values.toEngine(value)).toJavaStringUncached());
    }
}
