package dev.barista.node.process;

import dev.barista.engine.Js;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.engine.RejectionListener;
import dev.barista.node.Environment;
import dev.barista.node.Ticks;

/**
 * Rejected promises without a handler, reported by {@code internal/process/promises.js} once the queues are empty. That file is
 * loaded at the first one. Loop thread only.
 */
public final class Rejections implements RejectionListener, Ticks.Rejections {
    private static final String PROMISES = "internal/process/promises";

    private final Environment env;
    private JsFunction rejected;
    private JsFunction handled;
    private JsFunction process;
    private boolean pending;

    public Rejections(Environment env) {
        this.env = env;
    }

    @Override
    public void rejected(Object promise, Object reason) {
        if (rejected == null) load();
        pending = true;
        rejected.call(null, promise, reason);
    }

    @Override
    public void handled(Object promise) {
        if (handled == null) return;
        pending = true;
        handled.call(null, promise);
    }

    @Override
    public void settledAgain(Object promise, Object value, boolean rejection) {
        env.builtins().function(PROMISES, "settledAgain").call(null, promise, value, rejection);
    }

    @Override
    public boolean process() {
        if (!pending) return false;
        pending = false;
        return Js.isTrue(process.call());
    }

    private void load() {
        JsObject promises = env.builtins().requireObject(PROMISES);
        rejected = promises.function("rejected");
        handled = promises.function("handled");
        process = promises.function("processRejections");
    }
}
