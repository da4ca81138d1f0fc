package dev.barista.loop;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets any thread have a callback run on the loop thread. It is active from the start, so it keeps the loop alive until it
 * is closed or unreferenced. Loop thread only, but for {@link #send}. Source: libuv, {@code uv_async_t}.
 */
public final class AsyncHandle extends Handle {
    private final Runnable callback;
    private final AtomicBoolean sent = new AtomicBoolean();
    private final Inbox.Item item = new Inbox.Item() {
        @Override
        void run() {
            sent.set(false);
            if (!closing()) callback.run();
        }
    };

    public AsyncHandle(Loop loop, Runnable callback) {
        super(loop);
        this.callback = callback;
        activate();
    }

    @Override
    public String kind() {
        return "async";
    }

    /** Has the callback run in the loop's next poll phase, once for all sends before it. Any thread; harmless once closed. */
    public void send() {
        if (sent.compareAndSet(false, true)) loop().post(item);
    }
}
