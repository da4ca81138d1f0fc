package dev.barista.node.vm;

import dev.barista.engine.Args;
import dev.barista.engine.CompiledScript;
import dev.barista.engine.Sandbox;
import dev.barista.engine.Scripts;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;

/** Scripts and contexts for {@code vm.js}. Loop thread only. */
public final class VmBinding implements Binding {
    private final Environment env;

    public VmBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("compile",   this::compile);
        x.fn("context",   a -> env.realm().wrap(new Sandbox(env.realm(), a.function(0))));
        x.fn("globalOf",  a -> a.host(0, Sandbox.class).global());
        x.fn("run",       this::run);
    }

    /** (text, file name) → script; throws the SyntaxError. */
    private Object compile(Args a) {
        try {
            return env.realm().wrap(env.realm().scripts().compile(a.string(0), a.string(1)));
        } catch (Scripts.SyntaxException e) {
            throw env.syntaxError(e);
        }
    }

    /** (script, context or null, milliseconds or 0) → {@code [value]}, or undefined when the time is over. */
    private Object run(Args a) {
        CompiledScript script = a.host(0, CompiledScript.class);
        Sandbox sandbox = a.isNullish(1) ? null : a.host(1, Sandbox.class);
        long millis = a.longValue(2);
        try {
            return env.realm().array(millis == 0 ? script.run(sandbox) : script.run(sandbox, millis));
        } catch (CompiledScript.TimeoutException e) {
            return null;
        }
    }
}
