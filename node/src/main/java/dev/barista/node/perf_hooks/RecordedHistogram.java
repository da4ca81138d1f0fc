package dev.barista.node.perf_hooks;

import dev.barista.engine.StructuredClone;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * A histogram as {@code perf_hooks} shows it: values up to a highest one, those above only counted. It grows with what it records. Any
 * thread; methods exclude each other, because a histogram may be given to a worker.
 */
class RecordedHistogram implements StructuredClone.Portable {
    /** A value below or at which {@code level} percent of all values are. */
    record Percentile(double level, long value) {}

    private final Histogram histogram;
    private final long highest;
    private long exceeds;
    private long lastDelta;

    RecordedHistogram(long lowest, long highest, int figures) {
        this.histogram = new Histogram(lowest, Math.max(2 * lowest, 2), figures);
        this.histogram.setAutoResize(true);
        this.highest = highest;
    }

    synchronized Object record(long value) {
        if (value > highest) exceeds++;
        else histogram.recordValue(value);
        return null;
    }

    /** Records the time since the call before, and nothing in the first call. */
    synchronized Object recordDelta(long nanos) {
        if (lastDelta != 0) record(nanos - lastDelta);
        lastDelta = nanos;
        return null;
    }

    /** Adds what another one has recorded. */
    Object add(RecordedHistogram other) {
        Histogram recorded;
        long exceeded;
        synchronized (other) {
            recorded = other.histogram.copy();
            exceeded = other.exceeds;
        }
        synchronized (this) {
            histogram.add(recorded);
            exceeds += exceeded;
        }
        return null;
    }

    synchronized Object reset() {
        histogram.reset();
        exceeds = 0;
        lastDelta = 0;
        return null;
    }

    synchronized long count() {
        return histogram.getTotalCount();
    }

    /** The greatest long where nothing was recorded. */
    synchronized long min() {
        return count() == 0 ? Long.MAX_VALUE : histogram.getMinValue();
    }

    synchronized long max() {
        return histogram.getMaxValue();
    }

    synchronized long exceeds() {
        return exceeds;
    }

    synchronized double mean() {
        return count() == 0 ? Double.NaN : histogram.getMean();
    }

    synchronized double deviation() {
        return count() == 0 ? Double.NaN : histogram.getStdDeviation();
    }

    synchronized long percentile(double level) {
        return histogram.getValueAtPercentile(level);
    }

    /** Percentiles at ever finer steps towards 100, the first at 0. */
    synchronized List<Percentile> percentiles() {
        List<Percentile> list = new ArrayList<>();
        for (HistogramIterationValue v : histogram.percentiles(1)) {
            list.add(new Percentile(v.getPercentileLevelIteratedTo(), v.getValueIteratedTo()));
        }
        if (list.isEmpty()) list.add(new Percentile(100, 0));
        return list;
    }
}
