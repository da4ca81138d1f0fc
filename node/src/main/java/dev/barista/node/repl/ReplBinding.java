package dev.barista.node.repl;

import dev.barista.engine.Args;
import dev.barista.engine.Sandbox;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;

/** What {@code repl.js} asks of the engine. Loop thread only. */
public final class ReplBinding implements Binding {
    private final Environment env;

    public ReplBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("declaredNames", this::declaredNames);
        x.fn("syntaxLocation", a -> env.syntaxLocationOf(a.raw(0)));
        x.fn("isLazy",        a -> a.object(0).isLazy(a.string(1)));
    }

    /** (context or null) → names. */
    private Object declaredNames(Args a) {
        return env.realm().array(env.realm().scripts().declaredNames(a.isNullish(0) ? null : a.host(0, Sandbox.class)).toArray());
    }
}
