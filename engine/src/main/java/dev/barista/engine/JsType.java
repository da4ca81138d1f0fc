package dev.barista.engine;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.BigInt;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.js.runtime.objects.Undefined;

/** The types of {@code typeof}, {@code null} and externals apart from other objects. Any thread; no user code runs. */
public enum JsType {
    UNDEFINED, NULL, BOOLEAN, NUMBER, STRING, SYMBOL, OBJECT, FUNCTION, EXTERNAL, BIGINT;

    /** The type of an opaque engine value. */
    public static JsType of(Object value) {
        if (value instanceof TruffleString) return STRING;
        if (JSRuntime.isNumber(value)) return NUMBER;
        if (value instanceof Boolean) return BOOLEAN;
        if (value == Undefined.instance) return UNDEFINED;
        if (value == Null.instance) return NULL;
        if (value instanceof Symbol) return SYMBOL;
        if (value instanceof BigInt) return BIGINT;
        if (JSRuntime.isCallable(value)) return FUNCTION;
        return External.in(value) == null ? OBJECT : EXTERNAL;
    }
}
