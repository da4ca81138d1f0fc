package dev.barista.node.node_api;

import dev.barista.engine.Js;
import dev.barista.engine.JsException;
import dev.barista.engine.JsOperations;
import dev.barista.loop.AsyncHandle;
import dev.barista.node.Option;
import dev.barista.node.OptionValues;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A function of an addon's that any thread may have called on the loop thread, with a queue of what it is called with:
 * {@code napi_threadsafe_function}. Loop thread only, but for what says "any thread".
 *
 * <p>It keeps the loop alive until it is closed: when the last of the threads that use it has let go and the queue is empty, when one of
 * them aborts it, or with the environment. Threads that still use it then learn so by their next call.
 */
final class ThreadsafeFunction {
    /** How many calls are made in a row before the loop has its turn. */
    private static final int CALLS_AT_ONCE = 1000;

    private static final int VERSION_WITH_UNCAUGHT_EXCEPTIONS = 10;

    /**
     * What it was made with.
     *
     * @param function an opaque engine value; {@code null} for none
     * @param asyncContext what {@link AsyncContexts#create} gave
     * @param queueSize 0 for no limit
     * @param finalizer {@code void (*)(napi_env, finalizeData, context)}; 0 for none
     * @param callJs {@code void (*)(napi_env, napi_value function, context, data)}; 0 to call the function without arguments
     */
    record Description(Object function, Object asyncContext, long queueSize, long finalizeData, long finalizer, long context, long callJs) {}

    private final Addon addon;
    private final Description description;
    private final AsyncHandle async;
    private final long address;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();

    // Guarded by the lock.
    private final ArrayDeque<Long> queue = new ArrayDeque<>();
    private long threads;
    private boolean closing;
    private boolean closed;

    ThreadsafeFunction(Addon addon, Description description, long threads) {
        this.addon = addon;
        this.description = description;
        this.threads = threads;
        this.async = new AsyncHandle(addon.api().environment().loop(), this::dispatch);
        this.address = addon.api().share(this);
        addon.api().cleanupHooks().add(this::end);
    }

    /** What threads know it by. */
    long address() {
        return address;
    }

    void ref(boolean referenced) {
        if (async.closing()) return;
        if (referenced) async.ref();
        else async.unref();
    }

    /** Any thread. */
    long context() {
        return description.context;
    }

    /** Puts something into the queue, or waits for room there. Any thread. @return a status */
    int call(long data, boolean blocking) {
        lock.lock();
        try {
            while (!closing && description.queueSize > 0 && queue.size() >= description.queueSize) {
                if (!blocking) return Status.QUEUE_FULL;
                room.awaitUninterruptibly();
            }
            if (closing) {
                if (threads == 0) return Status.INVALID_ARG;
                threads--;
                forgetIfUnused();
                return Status.CLOSING;
            }
            queue.add(data);
        } finally {
            lock.unlock();
        }
        async.send();
        return Status.OK;
    }

    /** One thread more uses it. Any thread. @return a status */
    int acquire() {
        lock.lock();
        try {
            if (closing) return Status.CLOSING;
            threads++;
            return Status.OK;
        } finally {
            lock.unlock();
        }
    }

    /** One thread less. Any thread. @return a status */
    int release(boolean abort) {
        lock.lock();
        try {
            if (threads == 0) return Status.INVALID_ARG;
            threads--;
            if ((threads == 0 || abort) && !closing) {
                closing = abort;
                if (closing) room.signalAll();
                async.send();
            }
            forgetIfUnused();
            return Status.OK;
        } finally {
            lock.unlock();
        }
    }

    private void forgetIfUnused() {
        if (closed && threads == 0) addon.api().forget(address);
    }

    private void dispatch() {
        for (int i = 0; i < CALLS_AT_ONCE; i++) {
            Long data = next();
            if (data != null) addon.api().environment().ticks().run(() -> callJs(data));
            if (isClosing()) {
                if (!async.closing()) async.close(() -> addon.api().environment().ticks().run(this::finish));
                return;
            }
            if (data == null) return;
        }
        async.send();
    }

    private boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    /** What it is to be called with; {@code null} if there is nothing, or if it is closing. */
    private Long next() {
        lock.lock();
        try {
            if (closing) return null;
            Long data = queue.poll();
            if (data != null && queue.size() + 1 == description.queueSize) room.signal();
            if (queue.isEmpty() && threads == 0) {
                closing = true;
                room.signalAll();
            }
            return data;
        } finally {
            lock.unlock();
        }
    }

    private void callJs(long data) {
        addon.api().runIn(description.asyncContext, () -> orWarn(() -> {
            if (description.callJs == 0) {
                JsOperations.call(description.function, Js.UNDEFINED, new Object[0]);
                return;
            }
            addon.enter(() -> NativeCalls.call(description.callJs, addon.address(), description.function == null ? 0 : addon.handle(description.function),
                    description.context, data));
        }));
    }

    /** What addons for older versions of Node-API leave uncaught is told by a warning, as Node has it, unless the program wants to know. */
    private void orWarn(Runnable body) {
        try {
            body.run();
        } catch (JsException e) {
            OptionValues options = addon.api().environment().options().options();
            if (addon.version() >= VERSION_WITH_UNCAUGHT_EXCEPTIONS || options.is(Option.FORCE_NODE_API_UNCAUGHT_EXCEPTIONS_POLICY)) throw e;
            addon.api().call("warnOfUncaught");
        }
    }

    /** The environment ends. */
    private void end() {
        lock.lock();
        try {
            if (closed) return;
            closing = true;
            room.signalAll();
        } finally {
            lock.unlock();
        }
        finish();
    }

    /** Tells the addon that there will be no more calls, and hands back what was not called with. */
    private void finish() {
        lock.lock();
        try {
            if (closed) return;
            closed = true;
        } finally {
            lock.unlock();
        }
        try {
            if (description.finalizer != 0) orWarn(() -> addon.call(description.finalizer, description.finalizeData, description.context, 0));
        } finally {
            for (Long data; (data = queue.poll()) != null; ) {
                if (description.callJs != 0) NativeCalls.call(description.callJs, 0, 0, description.context, data);
            }
            addon.api().destroyContext(description.asyncContext);
            lock.lock();
            try {
                forgetIfUnused();
            } finally {
                lock.unlock();
            }
        }
    }
}
