package dev.barista.engine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.js.runtime.JavaScriptRootNode;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionData;
import com.oracle.truffle.js.runtime.objects.AsyncContext;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.Undefined;

/**
 * The functions by which JavaScript reads and changes the async context. Realm's thread only.
 *
 * <p>A scope is an object that JavaScript only keeps and hands back; {@code undefined} is the empty one. Keys are symbols.
 */
final class AsyncContextFunctions {
    /** What a key holds that held nothing before a change which is undone: there is no taking keys away. */
    private static final Object ABSENT = new Object();

    private final Realm realm;
    private final WaitingAgent agent;
    private final Shape shape;
    private final JSDynamicObject prototype;

    /** The scope object made last: callbacks that are taken in one context share theirs. */
    private AsyncScopeObject latest;

    AsyncContextFunctions(Realm realm) {
        this.realm = realm;
        this.agent = realm.agent();
        this.prototype = realm.realm().getObjectPrototype();
        this.shape = AsyncScopeObject.shape(realm.context(), prototype);
    }

    private enum Operation { CURRENT, ENTER, GET, SET, LEAVE }

    void defineOn(JsObject target) {
        define(target, "current", 0, Operation.CURRENT);
        define(target, "enter", 1, Operation.ENTER);
        define(target, "get", 2, Operation.GET);
        define(target, "set", 2, Operation.SET);
        define(target, "leave", 1, Operation.LEAVE);
    }

    private void define(JsObject target, String name, int length, Operation operation) {
        var root = new Root(operation, name);
        var data = JSFunctionData.createCallOnly(realm.context(), root.getCallTarget(), length, Strings.fromJavaString(name));
        target.set(name, new JsFunction(JSFunction.create(realm.realm(), data)));
    }

    private Object scope(AsyncContext context) {
        if (context == AsyncContext.empty()) return Undefined.instance;
        if (latest == null || latest.context != context) {
            latest = AsyncScopeObject.create(realm.context(), shape, prototype, context, null);
        }
        return latest;
    }

    /** () → the current scope. */
    @TruffleBoundary
    private Object current() {
        return scope(agent.getAsyncContextMapping());
    }

    /** (scope) makes it current → the one before. */
    @TruffleBoundary
    private Object enter(Object scope) {
        AsyncContext next = scope instanceof AsyncScopeObject s ? s.context : AsyncContext.empty();
        return scope(agent.enter(next));
    }

    /** (key, fallback) → what the key holds in the current scope. */
    @TruffleBoundary
    private Object get(Object key, Object fallback) {
        Object value = agent.getAsyncContextMapping().getOrDefault((Symbol) key, fallback);
        return value == ABSENT ? fallback : value;
    }

    /** (key, value) sets what the key holds in the current scope → what {@link #leave} takes to undo it. */
    @TruffleBoundary
    private Object set(Object key, Object value) {
        AsyncContext before = agent.getAsyncContextMapping();
        AsyncContext after = before.withMapping((Symbol) key, value);
        agent.enter(after);
        return AsyncScopeObject.create(realm.context(), shape, prototype, before, new Change(before, after, (Symbol) key));
    }

    /** (what {@link #set} returned) gives the key what it held before; other keys keep what they were set to meanwhile. */
    @TruffleBoundary
    private Object leave(Object scope) {
        Change change = ((AsyncScopeObject) scope).change;
        AsyncContext now = agent.getAsyncContextMapping();
        agent.enter(now == change.after
                ? change.before
                : now.withMapping(change.key, change.before.getOrDefault(change.key, ABSENT)));
        return Undefined.instance;
    }

    /** What one {@link #set} did. */
    record Change(AsyncContext before, AsyncContext after, Symbol key) {}

    private final class Root extends JavaScriptRootNode {
        private static final int FIRST = 2;   // a frame is [this, function, argument 0, …]

        private final Operation operation;
        private final String name;

        Root(Operation operation, String name) {
            super(realm.context().getLanguage());
            this.operation = operation;
            this.name = name;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            Object[] arguments = frame.getArguments();
            return switch (operation) {
                case CURRENT -> current();
                case ENTER -> enter(argument(arguments, 0));
                case GET -> get(argument(arguments, 0), argument(arguments, 1));
                case SET -> set(argument(arguments, 0), argument(arguments, 1));
                case LEAVE -> leave(argument(arguments, 0));
            };
        }

        private static Object argument(Object[] frame, int i) {
            return i + FIRST < frame.length ? frame[i + FIRST] : Undefined.instance;
        }

        @Override
        public String getName() {
            return name;
        }
    }
}
