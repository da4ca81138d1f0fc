package dev.barista.node.vm;

import dev.barista.engine.Args;
import dev.barista.engine.Caller;
import dev.barista.engine.CompiledScript;
import dev.barista.engine.Js;
import dev.barista.engine.JsException;
import dev.barista.engine.JsObject;
import dev.barista.engine.Modules;
import dev.barista.engine.Sandbox;
import dev.barista.engine.Scripts;
import dev.barista.engine.Stoppable;
import dev.barista.loop.ProcessSignals;
import dev.barista.loop.Signum;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Scripts and contexts for {@code vm.js}. Loop thread only.
 *
 * <p>The owner of code is an object with the function {@code importModule(specifier, attributes, source, file name)}, which gives what
 * its {@code import()} gives, and for a module {@code initializeMeta(meta)}.
 */
public final class VmBinding implements Binding {
    private final Environment env;
    private final VmModules modules;

    public VmBinding(Environment env) {
        this.env = env;
        this.modules = new VmModules(env, this);
    }

    @Override
    public void define(Exports x) {
        x.fn("compile",         this::compile);
        x.fn("compileFunction", this::compileFunction);
        x.fn("context",         this::context);
        x.fn("globalOf",        a -> a.host(0, Sandbox.class).global());
        x.fn("hasOwnQueue",     a -> a.host(0, Sandbox.class).hasOwnQueue());
        x.fn("isPending",       a -> Modules.isPending(a.raw(0)));
        x.fn("run",             this::run);
        x.fn("locationOf",      a -> env.locationOf(JsException.thrown(a.raw(0))));
        x.fn("isStrictCaller",  a -> Caller.isStrict());
        x.fn("isCalledByIn",    a -> Caller.usesIn());
        x.fn("memory",          a -> env.realm().array((double) usedMemory(), (double) Runtime.getRuntime().totalMemory()));
        modules.define(x);
    }

    /** (text, file name, owner) → script; throws the SyntaxError. */
    private Object compile(Args a) {
        try {
            return env.realm().wrap(env.realm().scripts().compile(a.string(0), a.string(1), a.object(2)));
        } catch (Scripts.SyntaxException e) {
            throw env.syntaxError(e);
        }
    }

    /** (text, file name, parameter names, context or null, scopes, owner) → function; throws the SyntaxError. */
    private Object compileFunction(Args a) {
        List<String> parameters = Arrays.stream(a.object(2).elements()).map(Js::string).toList();
        List<JsObject> scopes = Arrays.stream(a.object(4).elements()).map(Js::object).toList();
        try {
            return env.realm().scripts().function(a.string(0), a.string(1), parameters, sandbox(a, 3), scopes, a.object(5));
        } catch (Scripts.SyntaxException e) {
            throw env.syntaxError(e);
        }
    }

    /** (function that makes the global's traps or null, whether microtasks are its own, owner of what eval is given) → context. */
    private Object context(Args a) {
        return env.realm().wrap(new Sandbox(env.realm(), a.bool(1), a.functionOrNull(0), a.object(2)));
    }

    /** (script, context or null, milliseconds or 0, whether SIGINT ends it) → {@code [value]}, or why it was ended. */
    private Object run(Args a) {
        CompiledScript script = a.host(0, CompiledScript.class);
        Sandbox sandbox = sandbox(a, 1);
        return run(sandbox, () -> script.run(sandbox), a.longValue(2), a.bool(3));
    }

    /** @return {@code [value]}, or the name of a {@link Stoppable.Reason} */
    Object run(Sandbox sandbox, Supplier<Object> body, long millis, boolean breakOnSigint) {
        Supplier<Object> whole = sandbox == null ? body : () -> sandbox.thenMicrotasks(body);
        boolean takesSignal = breakOnSigint && env.options().ownsProcess();
        if (millis == 0 && !takesSignal) return env.realm().array(whole.get());
        Stoppable run = new Stoppable(env.realm());
        try {
            if (!takesSignal) return env.realm().array(run.run(whole, millis));
            try (ProcessSignals.Taken _ = ProcessSignals.take(Signum.SIGINT, () -> run.stop(Stoppable.Reason.INTERRUPTED))) {
                return env.realm().array(run.run(whole, millis));
            }
        } catch (Stoppable.StoppedException e) {
            return e.reason().name();
        }
    }

    static Sandbox sandbox(Args a, int i) {
        return a.isNullish(i) ? null : a.host(i, Sandbox.class);
    }

    private static long usedMemory() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
