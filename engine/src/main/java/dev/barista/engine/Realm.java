package dev.barista.engine;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.FrameInstance;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.js.runtime.Errors;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSException;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.PromiseHook;
import com.oracle.truffle.js.runtime.PromiseRejectionTracker;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.builtins.JSArray;
import com.oracle.truffle.js.runtime.builtins.JSArrayBuffer;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionData;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.JSObjectUtil;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.runtime.OptimizedTruffleRuntime;
import dev.barista.engine.json.JsonFunctions;
import dev.barista.engine.prototype.PrototypeFunction;
import dev.barista.engine.words.V8Words;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;
import java.util.zip.CRC32;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotAccess;

/**
 * One JavaScript world: its globals, its microtask queue, its async context. It belongs to the thread that made it, which stays
 * inside it until {@link #close()}; every method is for that thread.
 *
 * <p>Microtasks run only in {@link #drainMicrotasks}: calls between Java and JavaScript never drain them by themselves.
 */
public final class Realm implements AutoCloseable {
    private StackHeaders stackHeaders;
    private final Context polyglot;
    private final JSRealm realm;
    private final JSContext context;
    private final WaitingAgent agent;
    private final Scripts scripts;
    private final Owners owners = new Owners();
    private final Disposal disposal;
    private final NewerSyntax newerSyntax = new NewerSyntax(this);
    private Shape hostShape;
    private Shape externalShape;
    private PromiseRejectionTracker rejections;
    private volatile boolean terminated;

    public Realm(RealmOptions options) {
        V8Words.install();
        Context.Builder builder = Context.newBuilder(JavaScriptLanguage.ID, JavaScriptLanguage.WASM_LANGUAGE_ID)
                .allowPolyglotAccess(PolyglotAccess.ALL).allowExperimentalOptions(true);
        boolean compiles = Truffle.getRuntime() instanceof OptimizedTruffleRuntime;
        builder.options(options.engineOptions(Runtime.getRuntime().availableProcessors(), compiles));
        this.polyglot = builder.build();
        polyglot.initialize(JavaScriptLanguage.ID);
        polyglot.enter();
        this.realm = JavaScriptLanguage.getJSRealm(polyglot);
        this.context = realm.getContext();
        LazyRegexes.install(realm);
        this.agent = new WaitingAgent();
        realm.setAgent(agent);
        this.scripts = new Scripts(this);
        this.disposal = Disposal.define(this, realm, null);
        JsonFunctions.install(context);
        PrototypeFunction.install(context);
        LoopsFirst.install();
        agent.setCanBlock(true);
        agent.interopBoundaryEnter();   // held for good: the outermost call would otherwise drain microtasks
        rehearseStackOverflow();
    }

    /**
     * Goes the way of a stack overflow once while there is stack: a class that is first needed at its end could not be initialised
     * there, and would fail for good.
     */
    private void rehearseStackOverflow() {
        Objects.requireNonNull(FrameInstance.FrameAccess.READ_ONLY);
        new CRC32().update(0);   // classes that come from a jar are checked with it
        JsFunction overflowing = function("overflow", a -> {
            throw new StackOverflowError();
        });
        try {
            overflowing.call();
            throw new AssertionError("nothing was thrown");
        } catch (JsException rehearsed) {
            rehearsed.location();
        }
    }

    Owners owners() {
        return owners;
    }

    Disposal disposal() {
        return disposal;
    }

    JSContext context() {
        return context;
    }

    JSRealm realm() {
        return realm;
    }

    WaitingAgent agent() {
        return agent;
    }

    /** An agent for a {@link Sandbox} with microtasks of its own; rejections are told to whom the realm's are told. */
    WaitingAgent agentOfSandbox() {
        WaitingAgent own = new WaitingAgent();
        own.setCanBlock(true);
        own.interopBoundaryEnter();
        if (rejections != null) context.setPromiseRejectionTracker(own, rejections);
        return own;
    }

    TruffleLanguage.Env env() {
        return realm.getEnv();
    }

    public Scripts scripts() {
        return scripts;
    }

    public NewerSyntax newerSyntax() {
        return newerSyntax;
    }

    public JsObject global() {
        return new JsObject((JSObject) realm.getGlobalObject());
    }

    /** The namespace {@code WebAssembly}; what it stands on is loaded with the first call. */
    public JsObject webAssembly() {
        return new JsObject(WebAssembly.of(realm));
    }

    // Values

    /** An ordinary empty object. */
    public JsObject object() {
        return new JsObject(JSOrdinary.create(context, realm));
    }

    /** An empty object with the given prototype; {@code null} for none. */
    public JsObject object(JsObject prototype) {
        return new JsObject(prototype == null ? JSOrdinary.createWithNullPrototype(context) : JSObjectUtil.createOrdinaryPrototypeObject(realm, prototype.object));
    }

    public JsObject array(Object... elements) {
        Object[] values = new Object[elements.length];
        for (int i = 0; i < values.length; i++) values[i] = Values.toEngine(elements[i]);
        return new JsObject(JSArray.createConstant(context, realm, values));
    }

    /** A function that Java implements; it is no constructor and its {@code length} is 0. */
    public JsFunction function(String name, NativeFn body) {
        return function(name, 0, body);
    }

    public JsFunction function(String name, int length, NativeFn body) {
        NativeRoot root = new NativeRoot(context.getLanguage(), this, name, body);
        JSFunctionData data = JSFunctionData.createCallOnly(context, root.getCallTarget(), length, Strings.fromJavaString(name));
        return new JsFunction(JSFunction.create(realm, data));
    }

    /** A function that Java implements and that {@code new} and {@code extends} take; its {@code length} is 0. */
    public JsFunction constructor(String name, NativeFn body) {
        return new JsFunction(NativeConstructor.create(this, name, body));
    }

    /** An ArrayBuffer on the remaining part of a direct buffer, without a copy, as an opaque engine value. */
    public Object arrayBuffer(ByteBuffer direct) {
        return JSArrayBuffer.createDirectArrayBuffer(context, realm, direct.slice().order(ByteOrder.nativeOrder()));
    }

    /** A Uint8Array on the array itself, without a copy. */
    public JsBytes bytes(byte[] bytes) {
        return bytes(bytes, 0, bytes.length);
    }

    /** A Uint8Array on a part of the array, without a copy. */
    public JsBytes bytes(byte[] bytes, int offset, int length) {
        return JsBytes.of(JsBytes.uint8Array(this, bytes, offset, length));
    }

    /** A Uint8Array on the remaining part of a direct buffer, without a copy. */
    public JsBytes bytes(ByteBuffer direct) {
        return JsBytes.of(JsBytes.uint8Array(this, direct));
    }

    public JsPromise promise() {
        return new JsPromise(realm);
    }

    /** An object that carries a Java object through JavaScript, which sees nothing of it; {@link Args#host} takes it out. */
    public JsObject wrap(Object host) {
        if (hostShape == null) hostShape = HostObject.shape(context, realm.getObjectPrototype());
        return new JsObject(new HostObject(hostShape, realm.getObjectPrototype(), host));
    }

    /** A new {@link External}, as an opaque engine value. */
    public Object external(long address) {
        if (externalShape == null) externalShape = HostObject.shape(context, Null.instance);
        return new HostObject(externalShape, Null.instance, new External(address));
    }

    /** An {@code Error} to throw or to hand over as {@link JsException#value}. */
    public JsException error(String message) {
        return made(Errors.createError(message));
    }

    public JsException typeError(String message) {
        return made(Errors.createTypeError(message));
    }

    public JsException rangeError(String message) {
        return made(Errors.createRangeError(message));
    }

    public JsException syntaxError(String message) {
        return made(Errors.createSyntaxError(message));
    }

    /** The engine collects an error's frames when its stack is first read; those of an error made here are collected while they are there. */
    private static JsException made(JSException error) {
        error.getJSStackTrace();
        return JsException.of(error);
    }

    /**
     * Sets the time zone of dates; {@code null} for the system's.
     *
     * @return false, and nothing changes, if there is no such zone
     */
    public boolean timeZone(String id) {
        try {
            if (id != null) ZoneId.of(id);
            realm.setLocalTimeZone(id);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /**
     * Makes the stacks of errors that have a true property under a symbol begin with {@code Name [CODE]: message}.
     *
     * @param symbol an opaque engine value
     */
    public void codedErrors(Object symbol) {
        stackHeaders = new StackHeaders((Symbol) symbol);
        context.setPrepareStackTraceCallback(stackHeaders);
    }

    /**
     * Passes the text of stacks through a function, once {@link #codedErrors} was called; where the program makes them itself, it is not asked.
     *
     * @param mapper {@code text → text}; {@code null} ends it
     */
    public void mapStacks(JsFunction mapper) {
        stackHeaders.mapper(mapper);
    }

    // Microtasks and promises

    /**
     * Runs microtasks until there are none.
     *
     * @param endOfMacrotask whether weak references may be cleared and finalization callbacks may run after it
     */
    public void drainMicrotasks(boolean endOfMacrotask) {
        JsException.guard(() -> {
            agent.drain(endOfMacrotask);
            return null;
        });
    }

    /** Tells {@code listener} of {@code Atomics.waitAsync} and {@code Atomics.notify} from now on. */
    public void onAsyncWaits(AsyncWaits listener) {
        agent.listener(listener);
        JsObject atomics = global().object("Atomics");
        JsFunction notify = atomics.function("notify");
        atomics.defineHidden("notify", function("notify", 3, a -> {
            Object woken = notify.call(a.thisValue(), a.rest(0));
            listener.notified();   // the engine tells only those that wait without a time limit
            return woken;
        }));
    }

    /** Milliseconds until the first {@code Atomics.waitAsync} ends by its time limit; −1 if there is none. */
    public long millisToAsyncWaitEnd() {
        return agent.millisLeft();
    }

    /** Puts a function into the microtask queue. It must not throw: what escapes it clears the whole queue. */
    public void enqueueMicrotask(JsFunction job) {
        context.enqueuePromiseJob(realm, (JSFunctionObject) job.object);
    }

    public void onRejection(RejectionListener listener) {
        rejections = new PromiseRejectionTracker() {
            @Override
            public void promiseRejected(JSDynamicObject promise, Object value) {
                listener.rejected(promise, value);
            }

            @Override
            public void promiseRejectionHandled(JSDynamicObject promise) {
                listener.handled(promise);
            }

            @Override
            public void promiseRejectedAfterResolved(JSDynamicObject promise, Object value) {
                listener.settledAgain(promise, value, true);
            }

            @Override
            public void promiseResolvedAfterResolved(JSDynamicObject promise, Object value) {
                listener.settledAgain(promise, value, false);
            }
        };
        context.setPromiseRejectionTracker(agent, rejections);
    }

    /** Tells {@code listener} of every promise in this realm from now on; {@code null} ends it. */
    public void onPromise(PromiseListener listener) {
        context.setPromiseHook(listener == null ? null : (type, promise, parent) -> {
            switch (type) {
                case PromiseHook.TYPE_INIT -> listener.created(promise, parent);
                case PromiseHook.TYPE_RESOLVE -> listener.resolved(promise);
                case PromiseHook.TYPE_BEFORE -> listener.reactionBegins(promise);
                case PromiseHook.TYPE_AFTER -> listener.reactionEnds(promise);
                default -> throw new IllegalStateException("promise hook " + type);
            }
        });
    }

    // Async context

    /** The async context as it is now. */
    public AsyncScope scope() {
        return AsyncScope.current(agent);
    }

    /** Makes {@code scope} current and returns the one before, to be put back. */
    public AsyncScope swap(AsyncScope scope) {
        return scope.swap(agent);
    }

    /**
     * Defines the functions of the async context on {@code target}: {@code current()}, {@code enter(scope)}, {@code get(key, fallback)},
     * {@code set(key, value)} and {@code leave(change)}. Keys are symbols. A scope is an opaque object, {@code undefined} where nothing
     * is set; {@code enter} returns the one before. {@code leave} undoes the {@code set} whose result it is given, for that key alone.
     */
    public void defineAsyncContext(JsObject target) {
        new AsyncContextFunctions(this).defineOn(target);
    }

    /** JavaScript's {@code null}, opaque. */
    public Object nullValue() {
        return Null.instance;
    }

    /**
     * Stops whatever runs in this realm, for good: the call from Java that it was in ends with an Error, and {@link #terminated()} is
     * true. Any thread; waits until the realm's own thread is out of it.
     *
     * @param wake has that thread come back if it waits in Java
     */
    public void terminate(Runnable wake) {
        terminated = true;
        wake.run();
        polyglot.close(true);
    }

    /** Whether {@link #terminate} was called. Any thread. */
    public boolean terminated() {
        return terminated;
    }

    /** Leaves and ends the world; running code on other threads is not waited for. */
    @Override
    public void close() {
        polyglot.leave();   // whoever called terminate() waits until this thread is out
        if (!terminated) polyglot.close(true);
    }
}
