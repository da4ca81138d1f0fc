package dev.barista.loop;

/** Work that was given to a {@link ThreadPool} and whose outcome will come once. Source: libuv, {@code uv_req_t}. */
public interface Request {
    /**
     * Takes the work back if it has not begun. Its completion then comes with a
     * {@link java.util.concurrent.CancellationException}, later, from the loop. Loop thread only. Source: libuv,
     * {@code uv_cancel}.
     *
     * @return 0, or {@code EBUSY} if the work has begun or is done
     */
    int cancel();
}
