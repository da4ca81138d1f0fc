package dev.barista.node.perf_hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.barista.node.perf_hooks.RecordedHistogram.Percentile;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedHistogramTest {
    private final RecordedHistogram histogram = new RecordedHistogram(1, 1000, 3);

    @Test
    void anEmptyOneHasNoMean() {
        assertEquals(Long.MAX_VALUE, histogram.min());
        assertEquals(0, histogram.max());
        assertTrue(Double.isNaN(histogram.mean()));
        assertTrue(Double.isNaN(histogram.deviation()));
        assertEquals(List.of(new Percentile(100, 0)), histogram.percentiles());
    }

    @Test
    void valuesAboveTheHighestAreOnlyCounted() {
        histogram.record(1000);
        histogram.record(1001);
        assertEquals(1, histogram.count());
        assertEquals(1, histogram.exceeds());
        assertEquals(1000, histogram.max());
    }

    @Test
    void theFirstDeltaRecordsNothing() {
        histogram.recordDelta(5);
        assertEquals(0, histogram.count());
        histogram.recordDelta(12);
        assertEquals(7, histogram.min());
        histogram.reset();
        assertEquals(0, histogram.count());
    }

    @Test
    void addsAnother() {
        RecordedHistogram other = new RecordedHistogram(1, Long.MAX_VALUE / 2, 3);
        other.record(1_000_000);
        histogram.record(1);
        histogram.add(other);
        assertEquals(2, histogram.count());
        assertEquals(1, histogram.min());
        assertEquals(1, histogram.percentile(50));
        assertEquals(List.of(new Percentile(0, 1)), histogram.percentiles().subList(0, 1));
    }
}
