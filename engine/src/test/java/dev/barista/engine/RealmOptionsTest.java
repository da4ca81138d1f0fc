package dev.barista.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RealmOptionsTest {
    private static final String THRESHOLD = "engine.LastTierCompilationThreshold";

    private final RealmOptions options = new RealmOptions();

    @Test
    void compilesForTheSecondTimeLaterWhereTheProgramHasOneProcessor() {
        assertThat(options.engineOptions(1, true)).containsEntry(THRESHOLD, "50000");
        assertThat(options.engineOptions(2, true)).doesNotContainKey(THRESHOLD);
    }

    @Test
    void leavesTheCompilersOptionsOutWhereThereIsNone() {
        assertThat(options.engineOptions(1, false)).doesNotContainKey(THRESHOLD);
    }

    @Test
    void keepsWhatWasSet() {
        assertThat(options.engineOption(THRESHOLD, "7").engineOptions(1, true)).containsEntry(THRESHOLD, "7");
    }
}
