package dev.barista.engine;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.JSErrorType;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.PrepareStackTraceCallback;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.builtins.JSError;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;

/**
 * Makes the stacks of marked errors begin with {@code Name [CODE]: message}, and lets the host change the text of a stack that the program
 * does not make itself. Realm's thread only.
 */
final class StackHeaders implements PrepareStackTraceCallback {
    private static final TruffleString CODE = Strings.constant("code");
    private static final TruffleString NAME = Strings.constant("name");

    private static final TruffleString PREPARE = Strings.constant("prepareStackTrace");

    private final Symbol mark;
    private JsFunction mapper;

    /** @param mark the key of a property that marked errors have */
    StackHeaders(Symbol mark) {
        this.mark = mark;
    }

    /** @param function {@code text → text}, or {@code null} */
    void mapper(JsFunction function) {
        mapper = function;
    }

    @Override
    public Object prepareStackTrace(JSRealm realm, JSDynamicObject error, JSDynamicObject callSites) {
        JSObject object = (JSObject) error;
        Object stack = JSError.prepareStackNoCallback(realm, error, JSError.getException(object).getJSStackTrace());
        if (!(stack instanceof TruffleString text)) return stack;
        Object named = named(object, text);
        if (mapper == null || JSRuntime.isCallable(JSObject.get(realm.getErrorConstructor(JSErrorType.Error), PREPARE))) return named;
        return mapper.call(null, named);
    }

    private Object named(JSObject object, TruffleString stack) {
        if (!JSRuntime.toBoolean(JSObject.get(object, mark))) return stack;
        if (!(JSObject.get(object, NAME) instanceof TruffleString name) || !(JSObject.get(object, CODE) instanceof TruffleString code)) return stack;
        String header = name.toJavaStringUncached();
        String rest = stack.toJavaStringUncached();
        if (!rest.startsWith(header)) return stack;
        return Strings.fromJavaString(header + " [" + code.toJavaStringUncached() + "]" + rest.substring(header.length()));
    }
}
