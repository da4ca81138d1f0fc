package dev.barista.engine;

import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.builtins.JSArgumentsObject;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferObject;
import com.oracle.truffle.js.runtime.builtins.JSArrayObject;
import com.oracle.truffle.js.runtime.builtins.JSAsyncGeneratorObject;
import com.oracle.truffle.js.runtime.builtins.JSBigIntObject;
import com.oracle.truffle.js.runtime.builtins.JSBooleanObject;
import com.oracle.truffle.js.runtime.builtins.JSDataViewObject;
import com.oracle.truffle.js.runtime.builtins.JSDateObject;
import com.oracle.truffle.js.runtime.builtins.JSErrorObject;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSGeneratorObject;
import com.oracle.truffle.js.runtime.builtins.JSMapIteratorObject;
import com.oracle.truffle.js.runtime.builtins.JSMapObject;
import com.oracle.truffle.js.runtime.builtins.JSModuleNamespaceObject;
import com.oracle.truffle.js.runtime.builtins.JSNumberObject;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.builtins.JSProxyObject;
import com.oracle.truffle.js.runtime.builtins.JSRegExpObject;
import com.oracle.truffle.js.runtime.builtins.JSSetIteratorObject;
import com.oracle.truffle.js.runtime.builtins.JSSetObject;
import com.oracle.truffle.js.runtime.builtins.JSStringObject;
import com.oracle.truffle.js.runtime.builtins.JSSymbolObject;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;
import com.oracle.truffle.js.runtime.builtins.JSWeakMapObject;
import com.oracle.truffle.js.runtime.builtins.JSWeakSetObject;
import com.oracle.truffle.js.runtime.objects.JSObject;

/**
 * What an object is by its internal slots, which neither its prototype nor its properties can change. Any thread; no user code runs.
 */
public enum JsKind {
    PRIMITIVE, ORDINARY, FUNCTION, ARRAY, ARGUMENTS, ERROR, MAP, SET, DATE, REGEXP, PROMISE, PROXY, TYPED_ARRAY, ARRAY_BUFFER,
    SHARED_ARRAY_BUFFER, DATA_VIEW, MAP_ITERATOR, SET_ITERATOR, WEAK_MAP, WEAK_SET, GENERATOR, NAMESPACE, NUMBER, STRING, BOOLEAN, SYMBOL,
    BIGINT, FOREIGN;

    /** The kind of an opaque engine value. */
    public static JsKind of(Object value) {
        if (!(value instanceof JSObject)) return value instanceof TruffleObject && !JSRuntime.isJSPrimitive(value) ? FOREIGN : PRIMITIVE;
        if (value instanceof JSArrayObject) return ARRAY;
        if (value instanceof JSFunctionObject) return FUNCTION;
        if (value instanceof JSErrorObject) return ERROR;
        if (value instanceof JSMapObject) return MAP;
        if (value instanceof JSSetObject) return SET;
        if (value instanceof JSDateObject) return DATE;
        if (value instanceof JSRegExpObject) return REGEXP;
        if (value instanceof JSPromiseObject) return PROMISE;
        if (value instanceof JSTypedArrayObject) return TYPED_ARRAY;
        if (value instanceof JSProxyObject) return PROXY;
        if (value instanceof JSArgumentsObject) return ARGUMENTS;
        if (value instanceof JSArrayBufferObject.Shared) return SHARED_ARRAY_BUFFER;
        if (value instanceof JSArrayBufferObject) return ARRAY_BUFFER;
        return rare(value);
    }

    private static JsKind rare(Object value) {
        if (value instanceof JSDataViewObject) return DATA_VIEW;
        if (value instanceof JSMapIteratorObject) return MAP_ITERATOR;
        if (value instanceof JSSetIteratorObject) return SET_ITERATOR;
        if (value instanceof JSWeakMapObject) return WEAK_MAP;
        if (value instanceof JSWeakSetObject) return WEAK_SET;
        if (value instanceof JSGeneratorObject) return GENERATOR;
        if (value instanceof JSAsyncGeneratorObject) return GENERATOR;
        if (value instanceof JSModuleNamespaceObject) return NAMESPACE;
        if (value instanceof JSNumberObject) return NUMBER;
        if (value instanceof JSStringObject) return STRING;
        if (value instanceof JSBooleanObject) return BOOLEAN;
        if (value instanceof JSSymbolObject) return SYMBOL;
        if (value instanceof JSBigIntObject) return BIGINT;
        return ORDINARY;
    }
}
