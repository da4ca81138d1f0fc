package dev.barista.loop;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/**
 * What a loop has done so far. Kept always; the loop writes a few plain fields an iteration. Any thread may read, and sees
 * recent, not exact, numbers; {@link #handles} is for the loop thread only. Times are nanoseconds.
 */
public final class LoopMetrics {
    private static final Phase[] PHASES = Phase.values();

    private final Loop loop;
    private final long[] times = new long[PHASES.length];
    private long iterations;
    private long events;
    private long waits;
    private long busySince;

    /** Nanoseconds waited so far. */
    private volatile long idle;

    /** When the wait under way began. */
    private volatile long waitingSince;

    private volatile boolean waiting;
    private volatile AtomicHistogram lag;

    LoopMetrics(Loop loop) {
        this.loop = loop;
    }

    /** Iterations begun. Source: libuv, {@code uv_metrics_t.loop_count}. */
    public long iterations() {
        return iterations;
    }

    /** Events handled in the poll phase: ready sockets, pool completions, calls from other threads. */
    public long events() {
        return events;
    }

    /** Polls that had to wait. */
    public long waits() {
        return waits;
    }

    /** Time spent in that phase's callbacks. */
    public long time(Phase phase) {
        return times[phase.ordinal()];
    }

    /** Time spent waiting, the wait under way included. Source: libuv, {@code uv_metrics_idle_time}. */
    public long idleTime() {
        return waiting ? idle + Math.max(0, loop.hrtime() - waitingSince) : idle;
    }

    /**
     * The lag so far: for each iteration, the time from the end of one wait to the start of the next, which is how long an
     * event may have had to wait for its callback. Recording starts with the first call of this method.
     *
     * @return a copy, in nanoseconds, with three digits of precision up to one hour
     */
    public Histogram lag() {
        if (lag == null) lag = new AtomicHistogram(TimeUnit.HOURS.toNanos(1), 3);
        return lag.copy();
    }

    /** How many handles of each kind are open. Loop thread only. */
    public Map<String, Integer> handles() {
        Map<String, Integer> kinds = new TreeMap<>();
        for (Handle handle : loop.handles()) kinds.merge(handle.kind(), 1, Integer::sum);
        return kinds;
    }

    /** Pool work that has not begun. */
    public int poolQueued() {
        return loop.pool().queued();
    }

    /** Pool work that is being done. */
    public int poolActive() {
        return loop.pool().active();
    }

    void iteration() {
        iterations++;
    }

    void events(int count) {
        events += count;
    }

    void add(Phase phase, long nanos) {
        times[phase.ordinal()] += nanos;
    }

    void waitBegins(long time) {
        AtomicHistogram histogram = lag;
        if (histogram != null && waits > 0) histogram.recordValue(clamp(time - busySince, histogram));
        waits++;
        waitingSince = time;
        waiting = true;
    }

    void waitEnds(long time) {
        idle += time - waitingSince;
        waiting = false;
        busySince = time;
    }

    private static long clamp(long nanos, AtomicHistogram histogram) {
        return Math.clamp(nanos, 0, histogram.getHighestTrackableValue());
    }
}
