package dev.barista.loop;

/** Called once an iteration, right before the loop waits for I/O. Loop thread only. Source: libuv, {@code uv_prepare_t}. */
public final class PrepareHandle extends PhaseHandle {
    public PrepareHandle(Loop loop) {
        super(loop, loop.prepare());
    }

    @Override
    public String kind() {
        return "prepare";
    }
}
