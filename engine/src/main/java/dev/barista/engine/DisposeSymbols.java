package dev.barista.engine;

import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.objects.JSAttributes;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObjectUtil;

/**
 * {@code Symbol.dispose} and {@code Symbol.asyncDispose}, which the engine lacks. Well-known symbols are the same in every realm.
 * Source: TC39, Explicit Resource Management.
 */
final class DisposeSymbols {
    private static final Symbol DISPOSE = Symbol.create(Strings.constant("Symbol.dispose"));
    private static final Symbol ASYNC_DISPOSE = Symbol.create(Strings.constant("Symbol.asyncDispose"));

    private DisposeSymbols() {}

    static void define(JSContext context, JSRealm realm) {
        JSDynamicObject constructor = realm.getSymbolConstructor();
        int flags = JSAttributes.notConfigurableNotEnumerableNotWritable();
        JSObjectUtil.defineDataProperty(context, constructor, Strings.constant("dispose"), DISPOSE, flags);
        JSObjectUtil.defineDataProperty(context, constructor, Strings.constant("asyncDispose"), ASYNC_DISPOSE, flags);
    }
}
