package dev.barista.node;

import dev.barista.engine.AsyncScope;
import dev.barista.engine.JsException;
import dev.barista.engine.JsFunction;
import dev.barista.engine.Realm;
import java.util.ArrayDeque;
import java.util.function.Predicate;

/**
 * The one way from the loop into JavaScript. Loop thread only.
 *
 * <p>A call restores the async context, runs, and then empties the queue of {@code process.nextTick} and the queue of microtasks, in
 * this order, until both are empty and no unhandled rejection is left to report. What is thrown goes to {@link #onUncaught}. Calls made
 * while another is on the stack drain nothing: the outermost one does.
 */
public final class Ticks {
    /** Reports rejections that nobody handled; see Node's {@code --unhandled-rejections}. */
    @FunctionalInterface
    public interface Rejections {
        /** @return whether something ran, so that the queues must be drained again */
        boolean process();
    }

    private record Microtask(JsFunction function, AsyncScope scope) {}

    private record Tick(JsFunction function, Object[] arguments, AsyncScope scope) {}

    private final Realm realm;
    private final ArrayDeque<Tick> queue = new ArrayDeque<>();
    private final ArrayDeque<Microtask> microtasks = new ArrayDeque<>();
    private JsFunction nextMicrotask;
    private Predicate<JsException> onUncaught = e -> {
        throw e;
    };
    private Rejections rejections = () -> false;
    private int depth;
    private boolean drainingMicrotasks;
    private boolean stopped;

    Ticks(Realm realm) {
        this.realm = realm;
    }

    /** Whether the handler dealt with it; if not, it has begun to end the program. */
    void onUncaught(Predicate<JsException> handler) {
        this.onUncaught = handler;
    }

    void rejections(Rejections rejections) {
        this.rejections = rejections;
    }

    /** Appends to the queue of {@code process.nextTick}, in the current async context. */
    public void nextTick(JsFunction function, Object... arguments) {
        queue.add(new Tick(function, arguments, realm.scope()));
    }

    /** Appends to the queue of microtasks, in the current async context. */
    public void queueMicrotask(JsFunction function) {
        if (nextMicrotask == null) nextMicrotask = realm.function("runMicrotask", a -> runMicrotask(microtasks.remove()));
        microtasks.add(new Microtask(function, realm.scope()));
        realm.enqueueMicrotask(nextMicrotask);
    }

    /** It must not throw: that would clear the engine's queue. */
    private Object runMicrotask(Microtask task) {
        AsyncScope before = realm.swap(task.scope);
        try {
            task.function.call();
        } catch (JsException e) {
            uncaught(e);
        } finally {
            realm.swap(before);
        }
        return null;
    }

    /**
     * Calls a function from the loop.
     *
     * @param receiver {@code this}; {@code null} for undefined
     * @return what it returned, an opaque engine value; {@code null} if it threw
     */
    public Object call(AsyncScope scope, JsFunction function, Object receiver, Object... arguments) {
        AsyncScope before = realm.swap(scope);
        depth++;
        try {
            return function.call(receiver, arguments);
        } catch (JsException e) {
            uncaught(e);
            return null;
        } finally {
            realm.swap(before);
            if (--depth == 0) drain();
        }
    }

    /** Runs Java code that calls into JavaScript, with the same duties as {@link #call}. */
    public void run(Runnable body) {
        depth++;
        try {
            body.run();
        } catch (JsException e) {
            uncaught(e);
        } finally {
            realm.swap(AsyncScope.EMPTY);
            if (--depth == 0) drain();
        }
    }

    /** Something begins that calls JavaScript, and lets what is thrown there pass; it ends with {@link #end}. */
    public void begin() {
        depth++;
    }

    /** What {@link #begin} began is over: if nothing else is under way, both queues are emptied. */
    public void end() {
        if (--depth == 0) drain();
    }

    /**
     * Empties both queues in the middle of a call, for a room that runs several callbacks in one call from the loop. The async context
     * is empty afterwards.
     */
    public void drainWithin() {
        assert depth > 0;
        drain();
    }

    /** Routes something thrown to {@code uncaughtException}. */
    public void uncaught(JsException e) {
        onUncaught.test(e);
    }

    /** The program has exited: nothing that waits in the queues runs any more. */
    void stop() {
        stopped = true;
        queue.clear();
    }

    /** Whether something waits in the queue of {@code process.nextTick}. */
    public boolean pending() {
        return !queue.isEmpty();
    }

    /** Runs microtasks only, as {@code node:vm} and tests ask for; within a drain it does nothing. */
    public void microtasks() {
        if (drainingMicrotasks) return;
        drainingMicrotasks = true;
        try {
            realm.drainMicrotasks(false);
        } catch (JsException e) {
            uncaught(e);
        } finally {
            drainingMicrotasks = false;
        }
    }

    private void drain() {
        if (stopped) return;
        depth++;
        try {
            emptyQueues();
            if (depth == 1) {
                finalizers();
                emptyQueues();
            }
        } finally {
            realm.swap(AsyncScope.EMPTY);
            depth--;
        }
    }

    private void emptyQueues() {
        do {
            for (Tick tick; (tick = queue.poll()) != null; ) runTick(tick);
            microtasks();
        } while (!queue.isEmpty() || rejections.process());
    }

    /** Lets go of what weak references have given out, and calls back for what was collected. */
    private void finalizers() {
        try {
            realm.drainMicrotasks(true);
        } catch (JsException e) {
            uncaught(e);
        }
    }

    private void runTick(Tick tick) {
        realm.swap(tick.scope);
        try {
            tick.function.call(null, tick.arguments);
        } catch (JsException e) {
            uncaught(e);
        }
    }
}
