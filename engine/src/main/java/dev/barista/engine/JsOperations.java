package dev.barista.engine;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.BigInt;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.builtins.JSArray;
import com.oracle.truffle.js.runtime.builtins.JSArrayObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.PropertyDescriptor;
import java.math.BigInteger;
import java.util.function.Supplier;

/**
 * The language's operations on opaque engine values, for code that gets values of any type from elsewhere. What may run user code
 * throws {@link JsException}. Realm's thread only. Source: ECMAScript, "Abstract Operations".
 */
public final class JsOperations {
    private JsOperations() {}

    private static <T> T guard(Supplier<T> body) {
        try {
            return JsException.guard(body);
        } catch (StackOverflowError e) {
            throw JsException.of(e);
        }
    }

    /** An object for any value but undefined and null, for which it is {@code null}. */
    public static Object toObject(Object value) {
        if (value instanceof JSObject) return value;
        return Js.isNullish(value) ? null : JSRuntime.toObject(value);
    }

    public static Object toNumber(Object value) {
        return guard(() -> JSRuntime.toNumber(value));
    }

    public static Object toText(Object value) {
        return guard(() -> JSRuntime.toString(value));
    }

    public static boolean strictlyEqual(Object left, Object right) {
        return JSRuntime.identical(left, right);
    }

    /** A number as a double. */
    public static double number(Object value) {
        return Values.number(value);
    }

    /** The number that a double is, in the form that the engine likes best. */
    public static Object number(double value) {
        return JSRuntime.doubleToNarrowestNumber(value);
    }

    public static BigInteger bigInteger(Object bigInt) {
        return ((BigInt) bigInt).bigIntegerValue();
    }

    public static Object bigInt(BigInteger value) {
        return BigInt.fromBigInteger(value);
    }

    /** Whether a value names properties as it is: a string or symbol. */
    public static boolean isName(Object value) {
        return value instanceof TruffleString || value instanceof Symbol;
    }

    // Properties; the object is an opaque engine value that Js.isObject() holds of

    public static Object get(Object object, Object key) {
        return guard(() -> key instanceof Integer i && i >= 0 ? JSObject.get(of(object), (long) i) : JSObject.get(of(object), JSRuntime.toPropertyKey(key)));
    }

    /** Assigns as sloppy code does: what cannot be assigned stays as it is. */
    public static void set(Object object, Object key, Object value) {
        guard(() -> key instanceof Integer i && i >= 0
                ? JSObject.set(of(object), (long) i, value) : JSObject.set(of(object), JSRuntime.toPropertyKey(key), value));
    }

    public static boolean has(Object object, Object key) {
        return guard(() -> JSObject.hasProperty(of(object), JSRuntime.toPropertyKey(key)));
    }

    public static boolean hasOwn(Object object, Object key) {
        return guard(() -> JSObject.hasOwnProperty(of(object), JSRuntime.toPropertyKey(key)));
    }

    /** @return false: it cannot be deleted */
    public static boolean delete(Object object, Object key) {
        return guard(() -> JSObject.delete(of(object), JSRuntime.toPropertyKey(key)));
    }

    public static Object get(Object object, long index) {
        return guard(() -> JSObject.get(of(object), index));
    }

    public static void set(Object object, long index, Object value) {
        guard(() -> JSObject.set(of(object), index, value));
    }

    public static boolean has(Object object, long index) {
        return guard(() -> JSObject.hasProperty(of(object), index));
    }

    public static boolean delete(Object object, long index) {
        return guard(() -> JSObject.delete(of(object), index));
    }

    /** @return false: the object does not take it */
    public static boolean define(Object object, Object key, Object value, boolean writable, boolean enumerable, boolean configurable) {
        PropertyDescriptor property = PropertyDescriptor.createData(value, enumerable, writable, configurable);
        return guard(() -> JSObject.defineOwnProperty(of(object), key, property));
    }

    /**
     * @param getter a function or undefined, as {@code setter}
     * @return false: the object does not take it
     */
    public static boolean define(Object object, Object key, Object getter, Object setter, boolean enumerable, boolean configurable) {
        PropertyDescriptor property = PropertyDescriptor.createAccessor(getter, setter, enumerable, configurable);
        return guard(() -> JSObject.defineOwnProperty(of(object), key, property));
    }

    /** The prototype of an object: an object or null. */
    public static Object prototype(Object object) {
        return guard(() -> JSObject.getPrototype(of(object)));
    }

    private static JSDynamicObject of(Object object) {
        return (JSDynamicObject) object;
    }

    // Functions and arrays

    public static Object call(Object function, Object receiver, Object[] arguments) {
        return guard(() -> JSRuntime.call(function, receiver, arguments));
    }

    public static Object construct(Object constructor, Object[] arguments) {
        return guard(() -> JSRuntime.construct(constructor, arguments));
    }

    /** An array of holes; a RangeError if there is no array so long. */
    public static Object array(Realm realm, long length) {
        return guard(() -> JSArray.createEmptyChecked(realm.context(), realm.realm(), length));
    }

    /** Whether a value is an array and no proxy of one. */
    public static boolean isArrayItself(Object value) {
        return value instanceof JSArrayObject;
    }

    /** The length of an array that is no proxy. */
    public static long length(Object array) {
        return JSArray.arrayGetLength((JSDynamicObject) array);
    }
}
