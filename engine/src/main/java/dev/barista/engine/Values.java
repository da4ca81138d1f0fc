package dev.barista.engine;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.BigInt;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.SafeInteger;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.math.BigInteger;

/** Conversions between Java's values and the engine's. Realm's thread only. */
final class Values {
    private Values() {}

    /** The engine's form of a Java value; engine values pass. A {@code long} beyond 2^53 loses precision, as numbers do. */
    static Object toEngine(Object value) {
        return switch (value) {
            case null -> Undefined.instance;
            case JsObject o -> o.object;
            case String s -> Strings.fromJavaString(s);
            case Integer i -> i;
            case Boolean b -> b;
            case Double d -> d;
            case Long l -> number(l);
            case BigInteger b -> BigInt.fromBigInteger(b);
            case JsBytes b -> b.raw();
            case JsPromise p -> p.raw();
            default -> value;
        };
    }

    static Object number(long l) {
        if (l == (int) l) return (int) l;
        return (double) l;
    }

    /** The Java form of an engine value: {@code null} for undefined and null, else String, Boolean, Integer, Double, JsObject … */
    static Object toJava(Object value) {
        return switch (value) {
            case TruffleString s -> s.toJavaStringUncached();
            case SafeInteger i -> i.doubleValue();
            case Long l -> l.doubleValue();
            case BigInt b -> b.bigIntegerValue();
            case JSDynamicObject o when o == Undefined.instance || o == Null.instance -> null;
            case JSFunctionObject f -> new JsFunction(f);
            case JSTypedArrayObject t -> new JsBytes(t);
            case JSObject o -> new JsObject(o);
            default -> value;
        };
    }

    static String string(Object value) {
        if (value instanceof TruffleString s) return s.toJavaStringUncached();
        throw new IllegalArgumentException("not a string: " + describe(value));
    }

    static double number(Object value) {
        return switch (value) {
            case Integer i -> i;
            case Double d -> d;
            case SafeInteger i -> i.doubleValue();
            case Long l -> l;
            default -> throw new IllegalArgumentException("not a number: " + describe(value));
        };
    }

    static String describe(Object value) {
        return JSRuntime.toDisplayString(value, false).toJavaStringUncached();
    }
}
