package dev.barista.engine;

import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.objects.AsyncContext;

/**
 * A snapshot of the async context: what every {@link Key} holds. Promise reactions carry it by themselves; the host captures it
 * when it takes a callback and restores it when it calls. Immutable.
 */
public final class AsyncScope {
    /** The scope in which nothing is set. */
    public static final AsyncScope EMPTY = new AsyncScope(AsyncContext.empty());

    /** The name under which one AsyncLocalStorage keeps its store. */
    public static final class Key {
        private final Symbol symbol;

        public Key(String name) {
            this.symbol = Symbol.create(Strings.fromJavaString(name));
        }
    }

    private final AsyncContext context;

    private AsyncScope(AsyncContext context) {
        this.context = context;
    }

    static AsyncScope current(WaitingAgent agent) {
        AsyncContext context = agent.getAsyncContextMapping();
        return context == EMPTY.context ? EMPTY : new AsyncScope(context);
    }

    /** Makes this the current scope and returns the one before. */
    AsyncScope swap(WaitingAgent agent) {
        AsyncContext previous = agent.enter(context);
        if (previous == context) return this;
        return previous == EMPTY.context ? EMPTY : new AsyncScope(previous);
    }

    /** This scope with {@code key} set to an opaque engine value. */
    public AsyncScope with(Key key, Object value) {
        return new AsyncScope(context.withMapping(key.symbol, Values.toEngine(value)));
    }

    /** What {@code key} holds here, an opaque engine value, or {@code fallback}. */
    public Object get(Key key, Object fallback) {
        return context.getOrDefault(key.symbol, fallback);
    }
}
