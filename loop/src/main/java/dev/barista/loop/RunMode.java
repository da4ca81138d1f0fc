package dev.barista.loop;

/** How long {@link Loop#run} runs. Source: libuv, {@code uv_run_mode}. */
public enum RunMode {
    /** Until nothing keeps the loop alive, or {@link Loop#stop}. */
    DEFAULT,
    /** One iteration, which blocks when nothing is pending. */
    ONCE,
    /** One iteration, which never blocks. */
    NOWAIT
}
