package dev.barista.engine;

import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.objects.JSAttributes;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.JSObjectUtil;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What Explicit Resource Management adds to a set of globals, which the engine lacks: two symbols, three classes, a method of
 * iterators. The classes are JavaScript ({@code disposal.js}), run when the first of them is read. Realm's thread only. Source: TC39.
 */
final class Disposal {
    // Well-known symbols are the same in every realm.
    private static final Symbol DISPOSE = Symbol.create(Strings.constant("Symbol.dispose"));
    private static final Symbol ASYNC_DISPOSE = Symbol.create(Strings.constant("Symbol.asyncDispose"));

    private final Realm realm;
    private final Sandbox sandbox;
    private JsObject library;

    /** @param sandbox whose globals they are; {@code null} for the realm's */
    private Disposal(Realm realm, Sandbox sandbox) {
        this.realm = realm;
        this.sandbox = sandbox;
    }

    /** Defines all of it. */
    static Disposal define(Realm realm, JSRealm globals, Sandbox sandbox) {
        Disposal disposal = new Disposal(realm, sandbox);
        JSDynamicObject symbol = globals.getSymbolConstructor();
        int flags = JSAttributes.notConfigurableNotEnumerableNotWritable();
        JSObjectUtil.defineDataProperty(realm.context(), symbol, Strings.constant("dispose"), DISPOSE, flags);
        JSObjectUtil.defineDataProperty(realm.context(), symbol, Strings.constant("asyncDispose"), ASYNC_DISPOSE, flags);
        JsObject global = new JsObject((JSObject) globals.getGlobalObject());
        for (String name : new String[] {"AsyncDisposableStack", "DisposableStack", "SuppressedError"}) {
            global.defineLazy(name, false, () -> disposal.library().get(name));
        }
        new JsObject((JSObject) globals.getIteratorPrototype()).defineLazy(DISPOSE, () -> disposal.library().get("iteratorDispose"));
        new JsObject((JSObject) globals.getAsyncIteratorPrototype())
                .defineLazy(ASYNC_DISPOSE, () -> disposal.library().get("asyncIteratorDispose"));
        return disposal;
    }

    /** What {@code disposal.js} gives. */
    JsObject library() {
        if (library == null) library = Js.object(realm.scripts().compile(text(), "node:internal/disposal").run(sandbox));
        return library;
    }

    private static String text() {
        try (InputStream in = Disposal.class.getResourceAsStream("disposal.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
