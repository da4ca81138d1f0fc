package dev.barista.engine;

import com.oracle.truffle.api.object.Property;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.builtins.JSArrayObject;
import com.oracle.truffle.js.runtime.builtins.JSCollectionIteratorObject;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionData;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSMapIteratorObject;
import com.oracle.truffle.js.runtime.builtins.JSMapObject;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.builtins.JSProxyObject;
import com.oracle.truffle.js.runtime.builtins.JSSetObject;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;
import com.oracle.truffle.js.runtime.objects.JSAttributes;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.JSProperty;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.js.runtime.objects.PropertyDescriptor;
import com.oracle.truffle.js.runtime.objects.Undefined;
import com.oracle.truffle.js.runtime.util.JSHashMap;
import java.util.ArrayList;
import java.util.List;

/**
 * What an object holds that JavaScript cannot reach: for inspection and comparison. Realm's thread only; values are opaque engine
 * values, and no user code runs.
 */
public final class JsInside {
    private static final int KEYS = 1;
    private static final int VALUES = 2;

    private JsInside() {}

    /** The target of a proxy, {@code null} once it is revoked. */
    public static Object proxyTarget(Object proxy) {
        return ((JSProxyObject) proxy).getProxyTarget() instanceof JSDynamicObject target && target != Null.instance ? target : null;
    }

    /** The handler of a proxy that is not revoked. */
    public static Object proxyHandler(Object proxy) {
        return ((JSProxyObject) proxy).getProxyHandler();
    }

    /** 0 while a promise is pending, 1 once it is fulfilled, 2 once it is rejected. */
    public static int promiseState(Object promise) {
        return ((JSPromiseObject) promise).getPromiseState();
    }

    /** What a settled promise was settled with. */
    public static Object promiseResult(Object promise) {
        Object result = ((JSPromiseObject) promise).getPromiseResult();
        return result == null ? Undefined.instance : result;
    }

    /** Whether an iterator of a Map or Set gives pairs. */
    public static boolean givesPairs(Object iterator) {
        int kind = ((JSCollectionIteratorObject) iterator).getIterationKind();
        return kind != KEYS && kind != VALUES;
    }

    /**
     * What a Map or Set holds, or what an iterator of one has yet to give: keys and values in turn for maps and for iterators that give
     * pairs, else one after the other. The iterator does not move.
     */
    public static Object[] entries(Object collection) {
        List<Object> entries = new ArrayList<>();
        switch (collection) {
            case JSMapObject m -> collect(m.getMap().getEntries(), true, true, entries);
            case JSSetObject s -> collect(s.getMap().getEntries(), true, false, entries);
            case JSCollectionIteratorObject i -> collectRest(i, entries);
            default -> throw new IllegalArgumentException("not a collection: " + Js.describe(collection));
        }
        return entries.toArray();
    }

    private static void collectRest(JSCollectionIteratorObject iterator, List<Object> entries) {
        if (iterator.getIteratedObject() == Undefined.instance) return;
        boolean pairs = givesPairs(iterator);
        boolean map = iterator instanceof JSMapIteratorObject;
        boolean keys = pairs || !map || iterator.getIterationKind() == KEYS;
        JSHashMap.Cursor cursor = iterator.getNextIndex().copy();
        if (map) collect(cursor, keys, pairs || !keys, entries);
        else while (cursor.advance()) {
            entries.add(cursor.getKey());
            if (pairs) entries.add(cursor.getKey());
        }
    }

    private static void collect(JSHashMap.Cursor cursor, boolean keys, boolean values, List<Object> entries) {
        while (cursor.advance()) {
            if (keys) entries.add(cursor.getKey());
            if (values) entries.add(cursor.getValue());
        }
    }

    /** Whether a function is {@code async}; false for other values. */
    public static boolean isAsync(Object function) {
        return data(function) instanceof JSFunctionData d && d.isAsync();
    }

    /** Whether a function is a generator; false for other values. */
    public static boolean isGenerator(Object function) {
        return data(function) instanceof JSFunctionData d && d.isGenerator();
    }

    /** Whether a function is a class; false for other values. */
    public static boolean isClass(Object function) {
        return data(function) instanceof JSFunctionData d && d.isClassConstructor();
    }

    private static JSFunctionData data(Object function) {
        return function instanceof JSFunctionObject f ? JSFunction.getFunctionData(f) : null;
    }

    /** The own keys, strings before symbols, of an object other than a proxy. */
    public static Object[] keys(Object object, boolean onlyEnumerable) {
        JSObject o = (JSObject) object;
        List<Object> keys = JSObject.ownPropertyKeys(o);
        if (!onlyEnumerable) return keys.toArray();
        List<Object> shown = new ArrayList<>(keys.size());
        for (Object key : keys) if (isEnumerable(o, key)) shown.add(key);
        return shown.toArray();
    }

    /**
     * The value of an own property of an object other than a proxy.
     *
     * @param key a string or symbol, or the number of an element
     * @return {@code null} where there is no such property, or where it is an accessor or not enumerable
     */
    public static Object dataValue(Object object, Object key) {
        JSObject o = (JSObject) object;
        PropertyDescriptor property = JSObject.getOwnProperty(o, key instanceof Integer i ? Strings.fromInt(i) : key);
        return property != null && property.isDataDescriptor() && property.getEnumerable() ? property.getValue() : null;
    }

    /** The own keys, strings before symbols, of an object other than a proxy that are not array indices. */
    public static Object[] nonIndexKeys(Object object, boolean onlyEnumerable) {
        JSObject o = (JSObject) object;
        boolean fast = o instanceof JSArrayObject || o instanceof JSTypedArrayObject;
        List<Object> keys = new ArrayList<>();
        for (Object key : fast ? shapeKeys(o) : JSObject.ownPropertyKeys(o)) {
            if (key instanceof TruffleString s && JSRuntime.isArrayIndexString(s)) continue;
            if (onlyEnumerable && !isEnumerable(o, key)) continue;
            keys.add(key);
        }
        return keys.toArray();
    }

    /** Own keys without those of the elements of an array, which may be many. */
    private static List<Object> shapeKeys(JSObject array) {
        List<Object> keys = new ArrayList<>(array.getShape().getKeyList());
        keys.removeIf(key -> !(key instanceof TruffleString) && !(key instanceof Symbol));
        keys.sort((a, b) -> Boolean.compare(a instanceof Symbol, b instanceof Symbol));
        return keys;
    }

    private static boolean isEnumerable(JSObject object, Object key) {
        Property inShape = object.getShape().getProperty(key);
        if (inShape != null) return JSProperty.isEnumerable(inShape);
        PropertyDescriptor property = JSObject.getOwnProperty(object, key);
        return property != null && property.getEnumerable();
    }

    /**
     * The name of an object's constructor where that takes no user code to find out: the first {@code constructor} on the
     * prototype chain is a named function in whose instances the object is.
     *
     * @return {@code null} where it is not as simple as that
     */
    public static Object constructorName(Object object) {
        JSDynamicObject at = (JSDynamicObject) object;
        while (at instanceof JSObject o && !(o instanceof JSProxyObject)) {
            PropertyDescriptor found = JSObject.getOwnProperty(o, JSObject.CONSTRUCTOR);
            if (found == null) {
                at = JSObject.getPrototype(o);
                continue;
            }
            if (!(found.isDataDescriptor() && found.getValue() instanceof JSFunctionObject.Unbound constructor)) return null;
            return isInstance((JSObject) object, constructor) ? functionName(constructor) : null;
        }
        return null;
    }

    private static Object functionName(JSFunctionObject function) {
        PropertyDescriptor name = JSObject.getOwnProperty(function, JSFunction.NAME);
        boolean named = name != null && name.isDataDescriptor() && name.getValue() instanceof TruffleString s && !s.isEmpty();
        return named ? name.getValue() : null;
    }

    private static boolean isInstance(JSObject object, JSFunctionObject constructor) {
        if (JSObject.getPrototype(constructor) instanceof JSProxyObject) return false;
        PropertyDescriptor prototype = JSObject.getOwnProperty(constructor, JSObject.PROTOTYPE);
        if (prototype == null || !prototype.isDataDescriptor() || hasOwnTest(constructor)) return false;
        JSDynamicObject at = JSObject.getPrototype(object);
        while (at instanceof JSObject o && !(o instanceof JSProxyObject)) {
            if (o == prototype.getValue()) return true;
            at = JSObject.getPrototype(o);
        }
        return false;
    }

    /** Whether a constructor, or a class that it extends, has its own {@code Symbol.hasInstance}. */
    private static boolean hasOwnTest(JSFunctionObject constructor) {
        JSDynamicObject at = constructor;
        while (at instanceof JSFunctionObject f) {
            PropertyDescriptor test = JSObject.getOwnProperty(f, Symbol.SYMBOL_HAS_INSTANCE);
            if (test != null && test.getFlags() != JSAttributes.notConfigurableNotEnumerableNotWritable()) return true;
            at = JSObject.getPrototype(f);
        }
        return false;
    }
}
