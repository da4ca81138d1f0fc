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

    // Both run for every value that crosses between the languages, and a switch over types is a call of its own there: hence tests in
    // the order of what crosses most.

    /** The engine's form of a Java value; engine values pass. A {@code long} beyond 2^53 loses precision, as numbers do. */
    static Object toEngine(Object value) {
        if (value == null) return Undefined.instance;
        if (value instanceof JSDynamicObject || value instanceof TruffleString || value instanceof Integer || value instanceof Boolean) return value;
        if (value instanceof JsObject o) return o.object;
        if (value instanceof String s) return Strings.fromJavaString(s);
        if (value instanceof JsBytes b) return b.raw();
        if (value instanceof JsPromise p) return p.raw();
        if (value instanceof Long l) return number(l);
        if (value instanceof BigInteger b) return BigInt.fromBigInteger(b);
        return value;
    }

    static Object number(long l) {
        if (l == (int) l) return (int) l;
        return (double) l;
    }

    /** The Java form of an engine value: {@code null} for undefined and null, else String, Boolean, Integer, Double, JsObject … */
    static Object toJava(Object value) {
        if (value instanceof TruffleString s) return s.toJavaStringUncached();
        if (value instanceof Integer || value instanceof Boolean || value instanceof Double) return value;
        if (value == Undefined.instance || value == Null.instance) return null;
        if (value instanceof JSFunctionObject f) return new JsFunction(f);
        if (value instanceof JSTypedArrayObject t) return new JsBytes(t);
        if (value instanceof JSObject o) return new JsObject(o);
        if (value instanceof SafeInteger i) return i.doubleValue();
        if (value instanceof Long l) return l.doubleValue();
        if (value instanceof BigInt b) return b.bigIntegerValue();
        return value;
    }

    static String string(Object value) {
        if (value instanceof TruffleString s) return s.toJavaStringUncached();
        throw new IllegalArgumentException("not a string: " + describe(value));
    }

    static double number(Object value) {
        // not a switch, which makes a class of its own when it is first met: every start meets this one
        if (value instanceof Integer i) return i;
        if (value instanceof Double d) return d;
        if (value instanceof SafeInteger i) return i.doubleValue();
        if (value instanceof Long l) return l;
        throw new IllegalArgumentException("not a number: " + describe(value));
    }

    static String describe(Object value) {
        return JSRuntime.toDisplayString(value, false).toJavaStringUncached();
    }
}
