package dev.barista.node.async_hooks;

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
        x.fn("mainRunning", a -> env.mainRunning());
        env.realm().defineAsyncContext(x.object());
    }
}
