package dev.barista.node.vm;

import dev.barista.engine.Args;
import dev.barista.engine.CompiledScript;
import dev.barista.engine.Sandbox;
import dev.barista.engine.ScriptStop;
import dev.barista.engine.Scripts;
import dev.barista.loop.ProcessSignals;
import dev.barista.loop.Signum;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

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

    /**
     * (script, context or null, milliseconds or 0, whether SIGINT ends it) → {@code [value]}, or what ended it: {@code timeout} or
     * {@code SIGINT}.
     */
    private Object run(Args a) {
        CompiledScript script = a.host(0, CompiledScript.class);
        Sandbox sandbox = a.isNullish(1) ? null : a.host(1, Sandbox.class);
        long millis = a.longValue(2);
        boolean signals = a.bool(3) && env.options().ownsProcess();
        try {
            return env.realm().array(millis == 0 && !signals ? script.run(sandbox) : run(script, sandbox, millis, signals));
        } catch (StoppedRun e) {
            return e.getMessage();
        }
    }

    private Object run(CompiledScript script, Sandbox sandbox, long millis, boolean signals) throws StoppedRun {
        ScriptStop stop = new ScriptStop(env.realm());
        AtomicBoolean interrupted = new AtomicBoolean();
        ProcessSignals.Taken taken = !signals ? null : ProcessSignals.take(Signum.SIGINT, () -> {
            interrupted.set(true);
            stop.stop();
        });
        try {
            return millis == 0 ? script.run(sandbox, stop) : run(script, sandbox, millis, stop);
        } catch (ScriptStop.StoppedException e) {
            throw new StoppedRun(interrupted.get() ? "SIGINT" : "timeout");
        } finally {
            if (taken != null) taken.close();
        }
    }

    private static Object run(CompiledScript script, Sandbox sandbox, long millis, ScriptStop stop) throws ScriptStop.StoppedException {
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())) {
            Future<?> alarm = clock.schedule(stop::stop, millis, TimeUnit.MILLISECONDS);
            try {
                return script.run(sandbox, stop);
            } finally {
                alarm.cancel(false);
                clock.shutdownNow();
            }
        }
    }

    /** Carries what ended a run. */
    private static final class StoppedRun extends Exception {
        private static final long serialVersionUID = 1L;

        StoppedRun(String by) {
            super(by, null, false, false);
        }
    }
}
