package dev.barista.node.async_hooks;

import dev.barista.engine.Args;
import dev.barista.engine.JsFunction;
import dev.barista.engine.PromiseListener;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;

/**
 * The async context for JavaScript. A scope is a value that JavaScript only keeps and hands back; {@code undefined} is the empty one.
 * Loop thread only.
 */
public final class AsyncHooksBinding implements Binding {
    private final Environment env;

    public AsyncHooksBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("mainRunning",     a -> env.mainRunning());
        x.fn("setPromiseHooks", this::setPromiseHooks);
        x.fn("trackRequests",   this::trackRequests);
        env.realm().defineAsyncContext(x.object());
    }

    /** ((type, function) → function) is given the callbacks of one-shot operations; without it, none is any more. */
    private Object trackRequests(Args a) {
        env.trackRequests(a.functionOrNull(0));
        return null;
    }

    /** (created, resolved, reactionBegins, reactionEnds) are called for every promise; without them, none is any more. */
    private Object setPromiseHooks(Args a) {
        env.realm().onPromise(a.isUndefined(0) ? null : new Hooks(a.function(0), a.function(1), a.function(2), a.function(3)));
        return null;
    }

    private record Hooks(JsFunction onCreated, JsFunction onResolved, JsFunction onBegin, JsFunction onEnd) implements PromiseListener {
        @Override
        public void created(Object promise, Object parent) {
            onCreated.call(null, promise, parent);
        }

        @Override
        public void resolved(Object promise) {
            onResolved.call(null, promise);
        }

        @Override
        public void reactionBegins(Object promise) {
            onBegin.call(null, promise);
        }

        @Override
        public void reactionEnds(Object promise) {
            onEnd.call(null, promise);
        }
    }
}
