package dev.barista.loop;

/** Called once an iteration, before prepare handles; while one is active the loop never waits for I/O. Loop thread only. Source: libuv, {@code uv_idle_t}. */
public final class IdleHandle extends PhaseHandle {
    public IdleHandle(Loop loop) {
        super(loop, loop.idle());
    }

    @Override
    public String kind() {
        return "idle";
    }
}
