package dev.barista.engine;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.builtins.JSProxy;
import com.oracle.truffle.js.runtime.builtins.JSProxyObject;
import com.oracle.truffle.js.runtime.builtins.JSUncheckedProxyHandler;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import java.util.function.Supplier;

/**
 * A second set of globals inside a realm: what {@code vm.createContext} makes. Its global object is one of its own or shows an object
 * of the program's. Realm's thread only.
 */
public final class Sandbox {
    private static final TruffleString GLOBAL_THIS = Strings.constant("globalThis");

    /** V8's: it shows what it is given to an inspector alone. */
    private static final String CONSOLE = """
            ({ debug() {}, error() {}, info() {}, log() {}, warn() {}, dir() {}, dirxml() {}, table() {}, trace() {}, group() {},
              groupCollapsed() {}, groupEnd() {}, clear() {}, count() {}, countReset() {}, assert() {}, profile() {}, profileEnd() {},
              time() {}, timeLog() {}, timeEnd() {}, context() {}, timeStamp() {}, [Symbol.toStringTag]: 'console' })""";

    private final JSRealm child;
    private final JSObject global;
    private final WaitingAgent agent;

    /**
     * @param ownQueue whether it has microtasks of its own, which run in {@link #thenMicrotasks}; else they are the realm's
     * @param handlerOf makes the traps of the global object: gets the real global object, whose properties are JavaScript's own, and
     *     gives an object of functions as {@code Proxy} takes them; {@code null} for no other global object than the real one
     * @param owner answers for {@code import()} in code that belongs to nobody, such as what {@code eval} is given
     */
    public Sandbox(Realm realm, boolean ownQueue, JsFunction handlerOf, JsObject owner) {
        JSContext context = realm.context();
        this.child = realm.realm().createChildRealm();
        LazyRegexes.install(child);
        this.agent = ownQueue ? realm.agentOfSandbox() : null;
        if (ownQueue) child.setAgent(agent);
        JSObject real = (JSObject) child.getGlobalObject();
        JsObject properties = new JsObject(real);
        JSObject.delete(real, Symbol.SYMBOL_TO_STRING_TAG);
        properties.defineLazy("console", false, () -> realm.scripts().compile(CONSOLE, "node:vm").run(this));
        Disposal.define(realm, child, this);
        properties.defineLazy("WebAssembly", false, () -> new JsObject(WebAssembly.of(child)));
        this.global = handlerOf == null ? real : proxy(realm, context, real, Js.object(handlerOf.call(null, properties)));
        new JsObject(global).host(owner);
    }

    private JSObject proxy(Realm realm, JSContext context, JSObject real, JsObject traps) {
        // The checks that a proxy's answers must pass would forbid what a program's object may do.
        JSDynamicObject handler = JSUncheckedProxyHandler.create(context, realm.realm());
        for (String trap : traps.keys()) JSObject.set(handler, Strings.fromJavaString(trap), traps.get(trap));
        JSProxyObject proxy = JSProxy.create(context, realm.realm(), JSOrdinary.create(context, child), handler);
        child.setGlobalObject(proxy);
        JSObject.set(real, GLOBAL_THIS, proxy);
        return proxy;
    }

    /** Who answers for code in a sandbox that belongs to nobody. */
    static JsObject ownerOf(JSRealm child) {
        return (JsObject) JsObject.hostOf(child.getGlobalObject());
    }

    JSRealm realm() {
        return child;
    }

    /** What {@code globalThis} is inside. */
    public JsObject global() {
        return new JsObject(global);
    }

    /** Whether it has microtasks of its own. */
    public boolean hasOwnQueue() {
        return agent != null;
    }

    /** Runs {@code body} and then the microtasks that are the sandbox's own, if it has any. */
    public <T> T thenMicrotasks(Supplier<T> body) {
        T result;
        try {
            result = body.get();
        } catch (JsException e) {
            drainMicrotasks();
            throw e;
        }
        drainMicrotasks();
        return result;
    }

    private void drainMicrotasks() {
        if (agent == null) return;
        JsException.guard(() -> {
            agent.drain(false);
            return null;
        });
    }
}
