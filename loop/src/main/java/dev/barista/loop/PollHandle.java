package dev.barista.loop;

import java.util.function.IntConsumer;

/**
 * Watches a descriptor that somebody else reads and writes, in ways that streams know nothing of. It keeps the loop alive, while
 * referenced, as long as it watches. Loop thread only. Source: libuv, {@code uv_poll_t}.
 *
 * <p>Readiness is level-triggered: what is not done about it is told again.
 */
public final class PollHandle extends Handle implements LoopSocket.Owner {
    /** Bits of {@link #start}: there is something to read, or the other side is gone. */
    public static final int READABLE = LoopSocket.READ;

    /** There is room to write, or the other side is gone. */
    public static final int WRITABLE = LoopSocket.WRITE;

    private LoopSocket socket;
    private IntConsumer onReady;

    public PollHandle(Loop loop) {
        super(loop);
    }

    @Override
    public String kind() {
        return "poll";
    }

    /** Takes a descriptor, which the handle makes non-blocking, owns and closes. @return 0 or an errno */
    public int open(int fd) {
        if (socket != null) return Errno.EBUSY.code();
        try {
            socket = Sockets.open(NetPoller.of(loop()), fd);
            socket.owner = this;
            return 0;
        } catch (ErrnoException e) {
            return e.errno();
        }
    }

    /**
     * Watches for other events from now on.
     *
     * @param events {@link #READABLE}, {@link #WRITABLE} or both; 0 for none
     * @param onReady gets those of them that have come
     */
    public void start(int events, IntConsumer onReady) {
        assert !closing();
        this.onReady = onReady;
        socket.watch(events);
        if (events == 0) deactivate();
        else activate();
    }

    /** The descriptor; −1 when there is none. */
    public int fd() {
        return socket == null ? -1 : socket.descriptor();
    }

    @Override
    public void ready(int ops) {
        onReady.accept(ops);
    }

    @Override
    protected void onClose() {
        if (socket != null) socket.close();
    }
}
