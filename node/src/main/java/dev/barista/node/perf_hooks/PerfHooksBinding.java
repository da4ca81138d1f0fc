package dev.barista.node.perf_hooks;

import dev.barista.engine.Args;
import dev.barista.engine.JsObject;
import dev.barista.loop.LoopMetrics;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.Milestone;
import java.math.BigInteger;
import java.util.stream.Stream;

/**
 * Clocks, the loop's metrics, histograms and garbage collections for {@code perf_hooks}. Times are milliseconds with a fraction since
 * the program began, unless a name says otherwise. Loop thread only.
 */
public final class PerfHooksBinding implements Binding {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Environment env;
    private GarbageCollections collections;

    public PerfHooksBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("now",              a -> now());
        x.fn("timeOrigin",       a -> env.thread().program().timeOrigin());
        x.fn("milestone",        a -> milestone(Milestone.valueOf(a.string(0))));
        x.fn("loopIdle",         a -> env.loop().metrics().idleTime() / NANOS_PER_MILLI);
        x.fn("loopMetrics",      a -> loopMetrics());
        x.fn("watchCollections", this::watchCollections);
        x.fn("createHistogram",  a -> env.realm().wrap(new RecordedHistogram(a.longValue(0), a.longValue(1), a.integer(2))));
        x.fn("createLoopDelay",  a -> env.realm().wrap(new LoopDelay(env.loop(), a.integer(0))));
        x.fn("startLoopDelay",   a -> a.host(0, LoopDelay.class).start(a.bool(1)));
        x.fn("stopLoopDelay",    a -> a.host(0, LoopDelay.class).stop());
        x.fn("record",           a -> histogram(a).record(a.longValue(1)));
        x.fn("recordDelta",      a -> histogram(a).recordDelta(System.nanoTime()));
        x.fn("add",              a -> histogram(a).add(a.host(1, RecordedHistogram.class)));
        x.fn("reset",            a -> histogram(a).reset());
        x.fn("count",            a -> integer(a, 1, histogram(a).count()));
        x.fn("min",              a -> integer(a, 1, histogram(a).min()));
        x.fn("max",              a -> integer(a, 1, histogram(a).max()));
        x.fn("exceeds",          a -> integer(a, 1, histogram(a).exceeds()));
        x.fn("mean",             a -> histogram(a).mean());
        x.fn("stddev",           a -> histogram(a).deviation());
        x.fn("percentile",       a -> integer(a, 2, histogram(a).percentile(a.number(1))));
        x.fn("percentiles",      a -> percentiles(histogram(a), a.bool(1)));
    }

    private double now() {
        return (System.nanoTime() - env.startedNanos()) / NANOS_PER_MILLI;
    }

    /** @return when it was reached, -1 if it has not been yet */
    private double milestone(Milestone milestone) {
        long nanos = env.milestoneNanos(milestone);
        return nanos == 0 ? -1 : (nanos - env.startedNanos()) / NANOS_PER_MILLI;
    }

    /** @return iterations, events and waits of the loop */
    private JsObject loopMetrics() {
        LoopMetrics metrics = env.loop().metrics();
        return env.realm().array(metrics.iterations(), metrics.events(), metrics.waits());
    }

    /** (function or undefined) is called with (kind, start, duration, forced) of each collection from now on; undefined ends it. */
    private Object watchCollections(Args a) {
        if (collections != null) collections.close();
        collections = a.isUndefined(0) ? null : new GarbageCollections(env, a.function(0));
        return null;
    }

    private static RecordedHistogram histogram(Args a) {
        return a.host(0, RecordedHistogram.class);
    }

    /** The value as a BigInt where argument {@code i} is true, else as a number. */
    private static Object integer(Args a, int i, long value) {
        return a.bool(i) ? BigInteger.valueOf(value) : (double) value;
    }

    /** @return an array of percentile, value, percentile, value … */
    private JsObject percentiles(RecordedHistogram histogram, boolean big) {
        return env.realm().array(histogram.percentiles().stream()
                .flatMap(p -> Stream.of(p.level(), big ? BigInteger.valueOf(p.value()) : (Object) (double) p.value()))
                .toArray());
    }
}
