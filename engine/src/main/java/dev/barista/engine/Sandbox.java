package dev.barista.engine;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.builtins.JSProxy;
import com.oracle.truffle.js.runtime.builtins.JSProxyObject;
import com.oracle.truffle.js.runtime.builtins.JSUncheckedProxyHandler;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;

/**
 * A second set of globals inside a realm, whose global object shows a program's own object: what {@code vm.createContext} makes. It
 * shares the realm's microtask queue. Realm's thread only.
 */
public final class Sandbox {
    private static final TruffleString GLOBAL_THIS = Strings.constant("globalThis");

    private final JSRealm child;
    private final JSObject global;

    /**
     * @param handlerOf makes the traps of the global object: gets the real global object, whose properties are JavaScript's own, and
     *     gives an object of functions as {@code Proxy} takes them
     */
    public Sandbox(Realm realm, JsFunction handlerOf) {
        JSContext context = realm.context();
        this.child = realm.realm().createChildRealm();
        JSDynamicObject real = child.getGlobalObject();
        JsObject properties = new JsObject((JSObject) real);
        properties.defineLazy("WebAssembly", false, () -> new JsObject(WebAssembly.of(child)));
        JsObject traps = Js.object(handlerOf.call(null, properties));
        // The checks that a proxy's answers must pass would forbid what a program's object may do.
        JSDynamicObject handler = JSUncheckedProxyHandler.create(context, realm.realm());
        for (String trap : traps.keys()) JSObject.set(handler, Strings.fromJavaString(trap), traps.get(trap));
        JSProxyObject proxy = JSProxy.create(context, realm.realm(), JSOrdinary.create(context, child), handler);
        child.setGlobalObject(proxy);
        JSObject.set(real, GLOBAL_THIS, proxy);
        this.global = proxy;
    }

    JSRealm realm() {
        return child;
    }

    /** What {@code globalThis} is inside. */
    public JsObject global() {
        return new JsObject(global);
    }
}
