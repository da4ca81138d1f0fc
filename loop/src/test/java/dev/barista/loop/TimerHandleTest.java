package dev.barista.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimerHandleTest {
    private long time;
    private final Loop loop = Loop.builder().clock(() -> TimeUnit.MILLISECONDS.toNanos(time)).create();
    private final List<Object> calls = new ArrayList<>();

    @AfterEach
    void closeAll() {
        loop.handles().forEach(Handle::close);
        assertThat(loop.run(RunMode.DEFAULT)).isFalse();
        assertThat(loop.handles()).isEmpty();
        loop.close();
    }

    /** Moves the clock, and lets the loop see it. */
    private void pass(long millis) {
        time += millis;
        loop.run(RunMode.NOWAIT);
    }

    @Test
    void timersFireInDueOrder() {
        for (int timeout : new int[] {30, 10, 20}) new TimerHandle(loop).start(() -> calls.add(timeout), timeout, 0);
        pass(15);
        assertThat(calls).containsExactly(10);
        pass(15);
        assertThat(calls).containsExactly(10, 20, 30);
    }

    @Test
    void timersDueTogetherFireInStartOrder() {
        var first = new TimerHandle(loop);
        var second = new TimerHandle(loop);
        second.start(() -> calls.add("second"), 10, 0);
        first.start(() -> calls.add("first"), 10, 0);
        pass(10);
        assertThat(calls).containsExactly("second", "first");
    }

    @Test
    void aTimerOfNoTimeStartedByATimerWaitsForTheNextIteration() {
        var timer = new TimerHandle(loop);
        timer.start(() -> {
            calls.add("first");
            timer.start(() -> calls.add("second"), 0, 0);
        }, 0, 0);
        loop.run(RunMode.NOWAIT);
        assertThat(calls).containsExactly("first");
        loop.run(RunMode.NOWAIT);
        assertThat(calls).containsExactly("first", "second");
    }

    @Test
    void aRepeatingTimerIsRearmedRelativeToTheLoopsTime() {
        var timer = new TimerHandle(loop);
        timer.start(() -> calls.add(loop.now()), 10, 20);
        pass(15);
        assertThat(timer.dueIn()).isEqualTo(20);
        pass(19);
        pass(1);
        assertThat(calls).containsExactly(15L, 35L);
    }

    @Test
    void aRepeatingTimerMayStopItself() {
        var timer = new TimerHandle(loop);
        timer.start(() -> {
            calls.add("once");
            timer.stop();
        }, 1, 1);
        pass(1);
        pass(1);
        assertThat(calls).containsExactly("once");
        assertThat(timer.active()).isFalse();
    }

    @Test
    void aDueTimerStoppedByAnotherDoesNotFire() {
        var first = new TimerHandle(loop);
        var second = new TimerHandle(loop);
        first.start(second::stop, 1, 0);
        second.start(() -> calls.add("second"), 1, 0);
        pass(1);
        assertThat(calls).isEmpty();
    }

    @Test
    void aDueTimerClosedByAnotherDoesNotFire() {
        var first = new TimerHandle(loop);
        var second = new TimerHandle(loop);
        first.start(second::close, 1, 0);
        second.start(() -> calls.add("second"), 1, 5);
        pass(1);
        pass(5);
        assertThat(calls).isEmpty();
        assertThat(second.closed()).isTrue();
    }

    @Test
    void againRestartsARepeatingTimerOnly() {
        var timer = new TimerHandle(loop);
        assertThat(timer.again()).isEqualTo(Errno.EINVAL.code());
        timer.start(() -> calls.add("fired"), 10, 0);
        pass(5);
        assertThat(timer.again()).isZero();
        assertThat(timer.dueIn()).isEqualTo(5);
        timer.repeat(10);
        assertThat(timer.again()).isZero();
        assertThat(timer.dueIn()).isEqualTo(10);
    }

    @Test
    void aTimeoutBeyondAllTimeNeverFires() {
        var timer = new TimerHandle(loop);
        time = 1000;
        loop.updateTime();
        timer.start(() -> calls.add("fired"), Long.MAX_VALUE, 0);
        pass(1_000_000);
        assertThat(calls).isEmpty();
    }

    @Test
    void manyTimersKeepTheirOrderThroughStopsAndRestarts() {
        Random random = new Random(7);
        List<TimerHandle> timers = new ArrayList<>();
        for (int i = 0; i < 500; i++) timers.add(new TimerHandle(loop));
        for (int i = 0; i < 2000; i++) {
            var timer = timers.get(random.nextInt(500));
            if (random.nextInt(3) == 0) timer.stop();
            else timer.start(() -> calls.add(timer), random.nextInt(100), 0);
        }
        List<TimerHandle> expected = timers.stream()
                .filter(Handle::active)
                .sorted((a, b) -> a.due != b.due ? Long.compare(a.due, b.due) : Long.compare(a.startId, b.startId))
                .toList();
        pass(100);
        assertThat(calls).isEqualTo(expected);
    }

    @Test
    void theLoopsTimeStandsStillInsideACallback() {
        var timer = new TimerHandle(loop);
        timer.start(() -> {
            time += 50;
            calls.add(loop.now());
            loop.updateTime();
            calls.add(loop.now());
        }, 1, 0);
        pass(1);
        assertThat(calls).containsExactly(1L, 51L);
    }
}
