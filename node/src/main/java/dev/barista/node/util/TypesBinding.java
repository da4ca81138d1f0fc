package dev.barista.node.util;

import dev.barista.engine.Args;
import dev.barista.engine.External;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsInside;
import dev.barista.engine.JsKind;
import dev.barista.engine.JsObject;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;

/** What {@code util.types} and inspection ask about values that JavaScript cannot tell by itself. Loop thread only. */
public final class TypesBinding implements Binding {
    private final Environment env;
    private final JsObject notPlain;

    public TypesBinding(Environment env) {
        this.env = env;
        this.notPlain = env.realm().object();
    }

    @Override
    public void define(Exports x) {
        x.value("kinds", kinds());
        x.fn("kindOf",                   a -> JsKind.of(a.raw(0)).ordinal());
        kind(x, "isArgumentsObject",     JsKind.ARGUMENTS);
        kind(x, "isArrayBuffer",         JsKind.ARRAY_BUFFER);
        x.fn("isAsyncFunction",          a -> JsInside.isAsync(a.raw(0)));
        kind(x, "isBigIntObject",        JsKind.BIGINT);
        kind(x, "isBooleanObject",       JsKind.BOOLEAN);
        kind(x, "isDataView",            JsKind.DATA_VIEW);
        kind(x, "isDate",                JsKind.DATE);
        x.fn("isExternal",               a -> External.in(a.raw(0)) != null);
        x.fn("isGeneratorFunction",      a -> JsInside.isGenerator(a.raw(0)));
        kind(x, "isGeneratorObject",     JsKind.GENERATOR);
        kind(x, "isMap",                 JsKind.MAP);
        kind(x, "isMapIterator",         JsKind.MAP_ITERATOR);
        kind(x, "isModuleNamespaceObject", JsKind.NAMESPACE);
        kind(x, "isNativeError",         JsKind.ERROR);
        kind(x, "isNumberObject",        JsKind.NUMBER);
        kind(x, "isPromise",             JsKind.PROMISE);
        kind(x, "isProxy",               JsKind.PROXY);
        kind(x, "isRegExp",              JsKind.REGEXP);
        kind(x, "isSet",                 JsKind.SET);
        kind(x, "isSetIterator",         JsKind.SET_ITERATOR);
        kind(x, "isSharedArrayBuffer",   JsKind.SHARED_ARRAY_BUFFER);
        kind(x, "isStringObject",        JsKind.STRING);
        kind(x, "isSymbolObject",        JsKind.SYMBOL);
        kind(x, "isWeakMap",             JsKind.WEAK_MAP);
        kind(x, "isWeakSet",             JsKind.WEAK_SET);
        x.fn("isAnyArrayBuffer",         a -> isAnyArrayBuffer(JsKind.of(a.raw(0))));
        x.fn("isBoxedPrimitive",         a -> isBoxed(JsKind.of(a.raw(0))));
        x.fn("isClass",                  a -> JsInside.isClass(a.raw(0)));
        x.fn("constructorName",          a -> JsInside.constructorName(a.raw(0)));
        x.fn("keysOf",                   a -> array(JsInside.keys(a.raw(0), a.bool(1))));
        x.value("notPlain", notPlain);
        x.fn("dataValue",                a -> dataValue(a.raw(0), a.raw(1)));
        x.fn("quote",                    a -> Quoting.quote(a.string(0)));
        x.fn("escape",                   a -> Quoting.escape(a.string(0)));
        x.fn("isName",                   a -> Quoting.isName(a.string(0)));
        x.fn("terminalWidth",            a -> TerminalWidth.of(a.string(0)));
        x.fn("defineLazy",               this::defineLazy);
        x.fn("nonIndexKeys",             a -> array(JsInside.nonIndexKeys(a.raw(0), a.bool(1))));
        x.fn("proxyTarget",              a -> JsInside.proxyTarget(a.raw(0)));
        x.fn("proxyHandler",             a -> JsInside.proxyHandler(a.raw(0)));
        x.fn("promiseState",             a -> JsInside.promiseState(a.raw(0)));
        x.fn("promiseResult",            a -> JsInside.promiseResult(a.raw(0)));
        x.fn("givesPairs",               a -> JsInside.givesPairs(a.raw(0)));
        x.fn("entries",                  a -> array(JsInside.entries(a.raw(0))));
    }

    private static void kind(Exports x, String name, JsKind kind) {
        x.fn(name, a -> JsKind.of(a.raw(0)) == kind);
    }

    private static boolean isAnyArrayBuffer(JsKind kind) {
        return kind == JsKind.ARRAY_BUFFER || kind == JsKind.SHARED_ARRAY_BUFFER;
    }

    private static boolean isBoxed(JsKind kind) {
        return switch (kind) {
            case NUMBER, STRING, BOOLEAN, SYMBOL, BIGINT -> true;
            default -> false;
        };
    }

    /** Defines what looks like a plain enumerable property and is made by argument 2 when it is first read. */
    private Object defineLazy(Args a) {
        JsFunction value = a.function(2);
        a.object(0).defineLazy(a.string(1), true, value::call);
        return null;
    }

    /** @return the value of an enumerable data property, or the object {@code notPlain} for accessors, absent and hidden ones */
    private Object dataValue(Object object, Object key) {
        Object value = JsInside.dataValue(object, key);
        return value == null ? notPlain : value;
    }

    /** @return the numbers that {@code kindOf} gives, by their names */
    private JsObject kinds() {
        JsObject kinds = env.realm().object();
        for (JsKind kind : JsKind.values()) kinds.set(kind.name(), kind.ordinal());
        return kinds;
    }

    private JsObject array(Object[] values) {
        return env.realm().array(values);
    }
}
