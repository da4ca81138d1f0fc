package dev.barista.node.node_api;

import dev.barista.loop.Request;
import dev.barista.node.Environment;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Work of an addon's that is done on a thread of the loop's pool: {@code napi_async_work}. Loop thread only. */
final class AsyncWork {
    private final Addon addon;
    private final Object context;
    private final long execute;
    private final long complete;
    private final long data;
    private Request request;

    /**
     * @param context what {@link AsyncContexts#create} gave
     * @param execute {@code void (*)(napi_env, data)}, on a thread of the pool
     * @param complete {@code void (*)(napi_env, napi_status, data)}, on the loop thread; 0 for none
     */
    AsyncWork(Addon addon, Object context, long execute, long complete, long data) {
        this.addon = addon;
        this.context = context;
        this.execute = execute;
        this.complete = complete;
        this.data = data;
    }

    void queue() {
        Environment env = addon.api().environment();
        List<Mirror> kept = addon.api().mirrors().keepShown();
        request = env.loop().pool().submit(() -> NativeCalls.call(execute, addon.address(), data, 0, 0), (_, error) -> {
            request = null;
            kept.forEach(Mirror::release);
            env.ticks().run(() -> completed(error instanceof CancellationException ? Status.CANCELLED : Status.OK));
        });
    }

    /** @return false: it has begun, or was not queued */
    boolean cancel() {
        return request != null && request.cancel() == 0;
    }

    void delete() {
        addon.api().destroyContext(context);
    }

    private void completed(int status) {
        addon.api().runIn(context, () -> {
            if (complete == 0) addon.api().mirrors().exchange();
            else addon.call(complete, status, data, 0);
        });
    }
}
