package dev.barista.engine;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.BigInt;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferObject;
import com.oracle.truffle.js.runtime.builtins.JSDataViewObject;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.js.runtime.objects.Undefined;

/**
 * The arguments of one call from JavaScript to a {@link NativeFn}. Realm's thread only; not to be kept after the call.
 *
 * <p>Absent arguments read as {@code undefined}. The typed accessors assert: a value of another type is an
 * {@link IllegalArgumentException}, which means that the JavaScript half did not validate.
 */
public final class Args {
    private static final int FIRST = 2;   // a frame is [this, function, argument 0, …]

    private final Realm realm;
    private final Object[] frame;
    private final Object newTarget;

    Args(Realm realm, Object[] frame, Object newTarget) {
        this.realm = realm;
        this.frame = frame;
        this.newTarget = newTarget;
    }

    public int length() {
        return frame.length - FIRST;
    }

    public Realm realm() {
        return realm;
    }

    /** The receiver, as an opaque engine value. */
    public Object thisValue() {
        return frame[0];
    }

    /** {@code new.target}, as an opaque engine value: undefined unless a {@link Realm#constructor} was called by {@code new}. */
    public Object newTarget() {
        return newTarget;
    }

    public JsObject thisObject() {
        return new JsObject((JSObject) frame[0]);
    }

    /** Argument {@code i} as an opaque engine value: to keep, or to hand back to JavaScript. */
    public Object raw(int i) {
        return i + FIRST < frame.length ? frame[i + FIRST] : Undefined.instance;
    }

    /** All arguments from {@code from} on, as opaque engine values. */
    public Object[] rest(int from) {
        int start = Math.min(from + FIRST, frame.length);
        Object[] rest = new Object[frame.length - start];
        System.arraycopy(frame, start, rest, 0, rest.length);
        return rest;
    }

    /** Argument {@code i} in Java's form: String, Boolean, Integer, Double, JsObject …; {@code null} for undefined and null. */
    public Object java(int i) {
        return Values.toJava(raw(i));
    }

    public boolean isUndefined(int i) {
        return raw(i) == Undefined.instance;
    }

    /** Whether argument {@code i} is {@code undefined} or {@code null}. */
    public boolean isNullish(int i) {
        Object v = raw(i);
        return v == Undefined.instance || v == Null.instance;
    }

    public boolean isString(int i) {
        return raw(i) instanceof TruffleString;
    }

    public boolean isNumber(int i) {
        return Js.isNumber(raw(i));
    }

    public boolean isFunction(int i) {
        return raw(i) instanceof JSFunctionObject;
    }

    public boolean isObject(int i) {
        return raw(i) instanceof JSObject;
    }

    public boolean isBytes(int i) {
        return raw(i) instanceof JSTypedArrayObject;
    }

    public String string(int i) {
        return Values.string(raw(i));
    }

    /** Argument {@code i}, a string, or {@code null} where it is undefined or null. */
    public String stringOrNull(int i) {
        return isNullish(i) ? null : string(i);
    }

    public int integer(int i) {
        Object v = raw(i);
        return v instanceof Integer n ? n : (int) Values.number(v);
    }

    /** Argument {@code i} as a long; a BigInt gives its low 64 bits. */
    public long longValue(int i) {
        return switch (raw(i)) {
            case Integer n -> n;
            case BigInt b -> b.longValue();
            case Object v -> (long) Values.number(v);
        };
    }

    public double number(int i) {
        return Values.number(raw(i));
    }

    /** Argument {@code i} as JavaScript's {@code Number(value)} has it; may run user code and throw {@link JsException}. */
    public double coerced(int i) {
        Object v = raw(i);
        return v instanceof Integer n ? n : JsException.guard(() -> JSRuntime.toDouble(v));
    }

    public boolean bool(int i) {
        if (raw(i) instanceof Boolean b) return b;
        throw wrong(i, "a boolean");
    }

    public JsFunction function(int i) {
        if (raw(i) instanceof JSFunctionObject f) return new JsFunction(f);
        throw wrong(i, "a function");
    }

    /** Argument {@code i}, a function, or {@code null} where it is undefined or null. */
    public JsFunction functionOrNull(int i) {
        return isNullish(i) ? null : function(i);
    }

    public JsObject object(int i) {
        if (raw(i) instanceof JSObject o) return new JsObject(o);
        throw wrong(i, "an object");
    }

    /** A view, without a copy, of the memory of argument {@code i}: a typed array, DataView or (Shared)ArrayBuffer. */
    public JsBytes bytes(int i) {
        return JsBytes.of(raw(i));
    }

    /** Whether argument {@code i} is a Uint8Array or an object of a subclass, such as Buffer. */
    public boolean isUint8Array(int i) {
        return raw(i) instanceof JSTypedArrayObject t && JsBytes.isUint8Array(t);
    }

    /** Whether argument {@code i} is an ArrayBuffer or SharedArrayBuffer. */
    public boolean isArrayBuffer(int i) {
        return raw(i) instanceof JSArrayBufferObject;
    }

    /** Whether the receiver is a typed array or DataView. */
    public boolean isThisView() {
        return frame[0] instanceof JSTypedArrayObject || frame[0] instanceof JSDataViewObject;
    }

    /** A view, without a copy, of the memory of the receiver. */
    public JsBytes thisBytes() {
        return JsBytes.of(frame[0]);
    }

    /** The Java object that {@link Realm#wrap} put into argument {@code i}. */
    public <T> T host(int i, Class<T> type) {
        return hostOf(raw(i), i, type);
    }

    /** The Java object that {@link Realm#wrap} or {@link JsObject#host(Object)} put into the receiver. */
    public <T> T thisHost(Class<T> type) {
        return hostOf(frame[0], -1, type);
    }

    private <T> T hostOf(Object value, int i, Class<T> type) {
        Object host = value instanceof JSDynamicObject o ? JsObject.hostOf(o) : null;
        if (type.isInstance(host)) return type.cast(host);
        throw wrong(i, "a " + type.getSimpleName());
    }

    private IllegalArgumentException wrong(int i, String wanted) {
        Object value = i < 0 ? frame[0] : raw(i);
        return new IllegalArgumentException("argument " + i + " is not " + wanted + ": " + Values.describe(value));
    }
}
