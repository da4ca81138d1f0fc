package dev.barista.loop;

/** Called once an iteration, right after the loop has waited for I/O. Loop thread only. Source: libuv, {@code uv_check_t}. */
public final class CheckHandle extends PhaseHandle {
    public CheckHandle(Loop loop) {
        super(loop, loop.check());
    }

    @Override
    public String kind() {
        return "check";
    }
}
