package dev.barista.node;

import dev.barista.engine.AsyncScope;
import dev.barista.engine.JsFunction;

/** A JavaScript function to be called later from the loop, in the async context it was given in. Loop thread only. */
public final class Callback {
    private final Ticks ticks;
    private final JsFunction function;
    private final AsyncScope scope;

    Callback(Ticks ticks, JsFunction function, AsyncScope scope) {
        this.ticks = ticks;
        this.function = function;
        this.scope = scope;
    }

    /** Calls without a receiver, then drains nextTick queue and microtasks. What it throws becomes {@code uncaughtException}. */
    public void call(Object... arguments) {
        ticks.call(scope, function, null, arguments);
    }

    /** As {@link #call}, with a receiver. */
    public void callOn(Object receiver, Object... arguments) {
        ticks.call(scope, function, receiver, arguments);
    }
}
