package dev.barista.loop;

/**
 * A long-lived thing that a loop watches: a timer, a socket, a signal. Loop thread only.
 *
 * <p>While a handle is active and referenced it keeps its loop alive. A handle must be closed; it is forgotten by the
 * loop when its close callback has run. Source: libuv, {@code uv_handle_t}.
 */
public abstract class Handle {
    private static final int REFERENCED = 1;
    private static final int ACTIVE = 2;
    private static final int CLOSING = 4;
    private static final int CLOSED = 8;

    private final Loop loop;
    private int flags = REFERENCED;
    private Runnable onClosed;
    private Object data;

    /** Neighbours in the loop's list of handles. */
    Handle previous;

    Handle next;

    /** The handle whose {@link #close} came before this one's, while both wait for the closing phase. */
    Handle nextClosing;

    /** Makes an inactive, referenced handle. The loop only lists it: it calls nothing before the handle is started. */
    @SuppressWarnings("this-escape")
    protected Handle(Loop loop) {
        assert loop.inLoop();
        this.loop = loop;
        loop.add(this);
    }

    /** The kind of handle in libuv's words: {@code timer}, {@code tcp}, {@code fs_event} … */
    public abstract String kind();

    /** The loop that this handle belongs to. */
    public final Loop loop() {
        return loop;
    }

    /** What the handle's user has put there, or null. The loop does not look at it. */
    public final Object data() {
        return data;
    }

    public final void data(Object data) {
        this.data = data;
    }

    /** Lets the handle keep the loop alive while it is active. Handles start out referenced; calling it again is harmless. */
    public final void ref() {
        assert loop.inLoop();
        if (is(REFERENCED)) return;
        flags |= REFERENCED;
        if (is(ACTIVE)) loop.countActive(1);
    }

    /** Lets the loop end although the handle is active. Calling it again is harmless. */
    public final void unref() {
        assert loop.inLoop();
        if (!is(REFERENCED)) return;
        flags &= ~REFERENCED;
        if (is(ACTIVE)) loop.countActive(-1);
    }

    /** Whether the handle is referenced, active or not. */
    public final boolean hasRef() {
        return is(REFERENCED);
    }

    /** Whether the handle is doing something: a started timer, a socket that reads, listens or connects. */
    public final boolean active() {
        return is(ACTIVE);
    }

    /** Whether {@link #close} was called. */
    public final boolean closing() {
        return (flags & (CLOSING | CLOSED)) != 0;
    }

    /** Whether the handle is closed and its callback has run. */
    public final boolean closed() {
        return is(CLOSED);
    }

    /** Closes the handle without telling anyone. */
    public final void close() {
        close(null);
    }

    /**
     * Stops the handle and releases what it holds. The loop stays alive until the callback has run. As in libuv, of the
     * handles closed since the last closing phase, the last one closed is called back first.
     *
     * @param onClosed called in the closing phase; null for nothing
     * @throws IllegalStateException if it is closing already
     */
    public final void close(Runnable onClosed) {
        assert loop.inLoop();
        if (closing()) throw new IllegalStateException(kind() + " handle is closed twice");
        flags |= CLOSING;
        this.onClosed = onClosed;
        loop.closeLater(this);
        onClose();
        deactivate();
    }

    /** Marks the handle as doing something. */
    protected final void activate() {
        assert loop.inLoop() && !closing();
        if (is(ACTIVE)) return;
        flags |= ACTIVE;
        if (is(REFERENCED)) loop.countActive(1);
    }

    /** Marks the handle as idle. */
    protected final void deactivate() {
        assert loop.inLoop();
        if (!is(ACTIVE)) return;
        flags &= ~ACTIVE;
        if (is(REFERENCED)) loop.countActive(-1);
    }

    /** Stops the handle's activity at once: no callback other than the close callback and those of requests comes after it. */
    protected void onClose() {}

    /** Calls back the requests that are still under way, in the closing phase, just before the close callback. */
    protected void onFinish() {}

    /** Does what is left to do in the closing phase. */
    void finishClose() {
        onFinish();
        forget();
        Runnable callback = onClosed;
        onClosed = null;
        if (callback != null) callback.run();
    }

    /** Closes the handle without any callback, because the loop is being closed. */
    void discard() {
        if (!closing()) {
            flags |= CLOSING;
            onClose();
            deactivate();
        }
        forget();
    }

    private void forget() {
        flags = flags & ~CLOSING | CLOSED;
        loop.remove(this);
    }

    private boolean is(int flag) {
        return (flags & flag) != 0;
    }

    @Override
    public String toString() {
        return kind() + (closing() ? " closing" : active() ? " active" : " idle") + (hasRef() ? "" : " unref");
    }
}
