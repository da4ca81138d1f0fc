package dev.barista.node;

import dev.barista.engine.AsyncScope;
import dev.barista.engine.JsFunction;

/** A JavaScript function to be called later from the loop, in the async context it was given in. Loop thread only. */
public final class Callback {
    private final Ticks ticks;
    private final JsFunction function;
    private final AsyncScope scope;
    private final Requests requests;
    /** What the requests count this as until it is called; {@code null} for what is none. */
    private String request;

    Callback(Ticks ticks, JsFunction function, AsyncScope scope) {
        this(ticks, function, scope, null, null);
    }

    Callback(Ticks ticks, JsFunction function, AsyncScope scope, Requests requests, String request) {
        this.ticks = ticks;
        this.function = function;
        this.scope = scope;
        this.requests = requests;
        this.request = request;
        if (request != null) requests.begin(request);
    }

    /** Calls without a receiver, then drains nextTick queue and microtasks. What it throws becomes {@code uncaughtException}. */
    public void call(Object... arguments) {
        finish();
        ticks.call(scope, function, null, arguments);
    }

    /** As {@link #call}, with a receiver. */
    public void callOn(Object receiver, Object... arguments) {
        finish();
        ticks.call(scope, function, receiver, arguments);
    }

    private void finish() {
        if (request == null) return;
        requests.end(request);
        request = null;
    }
}
