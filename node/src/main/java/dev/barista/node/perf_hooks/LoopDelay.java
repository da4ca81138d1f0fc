package dev.barista.node.perf_hooks;

import dev.barista.loop.Loop;
import dev.barista.loop.TimerHandle;

/**
 * Measures how late the loop is: a repeating timer records the time between its calls, in nanoseconds. It does not keep the loop alive.
 * Loop thread only.
 */
final class LoopDelay extends RecordedHistogram {
    private static final long HIGHEST = 3_600_000_000_000L;
    private static final int FIGURES = 3;

    private final Loop loop;
    private final int resolution;
    private TimerHandle timer;

    /** @param resolution milliseconds between two calls of the timer */
    LoopDelay(Loop loop, int resolution) {
        super(1, HIGHEST, FIGURES);
        this.loop = loop;
        this.resolution = resolution;
    }

    /** @return whether it was not running before */
    boolean start(boolean reset) {
        if (timer != null) return false;
        if (reset) reset();
        timer = new TimerHandle(loop);
        timer.unref();
        timer.start(() -> recordDelta(loop.hrtime()), resolution, resolution);
        return true;
    }

    /** @return whether it was running before */
    boolean stop() {
        if (timer == null) return false;
        timer.close();
        timer = null;
        return true;
    }
}
