package dev.barista.node.timers;

import dev.barista.engine.Args;
import dev.barista.engine.AsyncScope;
import dev.barista.engine.JsFunction;
import dev.barista.loop.CheckHandle;
import dev.barista.loop.IdleHandle;
import dev.barista.loop.Loop;
import dev.barista.loop.TimerHandle;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;

/**
 * The loop's side of all JavaScript timers and immediates: one timer handle for the list that is due next, one check handle for the
 * immediates, and an idle handle that keeps the loop from waiting while one of them is referenced. Loop thread only.
 *
 * <p>JavaScript keeps the lists. It is called once for everything that is due and called again where a callback threw, so that an
 * error in one timer loses none of the others. What that callback left in the queues of nextTick and microtasks runs after the next
 * callback, as in Node.
 */
public final class TimersBinding implements Binding {
    private final Environment env;
    private final Loop loop;
    private final long origin;
    private final TimerHandle timer;
    private final CheckHandle check;
    private final IdleHandle idle;
    private JsFunction processTimers;
    private JsFunction processImmediates;

    public TimersBinding(Environment env) {
        this.env = env;
        this.loop = env.loop();
        this.origin = loop.now();
        this.timer = new TimerHandle(loop);
        this.check = new CheckHandle(loop);
        this.idle = new IdleHandle(loop);
        timer.unref();
        check.unref();
    }

    @Override
    public void define(Exports x) {
        x.fn("onTimers",        this::onTimers);
        x.fn("onImmediates",    this::onImmediates);
        x.fn("now",             a -> now());
        x.fn("schedule",        this::schedule);
        x.fn("refTimer",        this::refTimer);
        x.fn("refImmediates",   this::refImmediates);
        x.fn("startImmediates", this::startImmediates);
        x.fn("drain",           this::drain);
    }

    /** Takes the function that runs the timers that are due; see {@link #runTimers}. */
    private Object onTimers(Args a) {
        processTimers = a.function(0);
        return null;
    }

    /** Takes the function that runs the immediates; it returns true when all have run. */
    private Object onImmediates(Args a) {
        processImmediates = a.function(0);
        return null;
    }

    /** Milliseconds on the loop's clock, brought up to date, since the first timer was made. */
    private long now() {
        loop.updateTime();
        return loop.now() - origin;
    }

    /** (milliseconds) Starts the timer anew. */
    private Object schedule(Args a) {
        timer.start(this::runTimers, a.longValue(0), 0);
        return null;
    }

    /** (boolean) Whether timers keep the loop alive. */
    private Object refTimer(Args a) {
        if (a.bool(0)) timer.ref();
        else timer.unref();
        return null;
    }

    /** (boolean) Whether immediates keep the loop alive and from waiting. */
    private Object refImmediates(Args a) {
        if (a.bool(0)) idle.start(() -> { });
        else idle.stop();
        return null;
    }

    /** Has immediates run in every check phase from now on. */
    private Object startImmediates(Args a) {
        check.start(this::runImmediates);
        return null;
    }

    /** Empties the queues of nextTick and microtasks between two callbacks of one call from the loop. */
    private Object drain(Args a) {
        env.ticks().drainWithin();
        return null;
    }

    /**
     * JavaScript answers when it wants to be called next, in milliseconds on the scale of {@link #now}: 0 for never, negative where
     * only unreferenced timers are left; undefined means that a callback threw.
     */
    private void runTimers() {
        env.ticks().run(this::callTimers);
    }

    private void callTimers() {
        Object next;
        do {
            next = env.ticks().call(AsyncScope.EMPTY, processTimers, null, now());
        } while (next == null);
        long due = ((Number) next).longValue();
        if (due == 0) return;
        timer.start(this::runTimers, Math.max(1, Math.abs(due) - now()), 0);
        if (due > 0) timer.ref();
        else timer.unref();
    }

    private void runImmediates() {
        env.ticks().run(this::callImmediates);
    }

    private void callImmediates() {
        while (env.ticks().call(AsyncScope.EMPTY, processImmediates, null) == null) {
            // a callback threw: those after it are still to run
        }
    }
}
