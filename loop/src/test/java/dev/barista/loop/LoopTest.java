package dev.barista.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {
    private final Loop loop = Loop.create();
    private final List<String> calls = new ArrayList<>();

    @AfterEach
    void nothingIsLeft() {
        assertThat(loop.handles()).isEmpty();
        loop.close();
    }

    @Test
    void phasesRunInOrder() {
        var timer = new TimerHandle(loop);
        var idle = new IdleHandle(loop);
        var prepare = new PrepareHandle(loop);
        var check = new CheckHandle(loop);
        var closed = new TimerHandle(loop);
        timer.start(() -> {
            calls.add("timer");
            loop.defer(() -> calls.add("pending"));
            idle.start(() -> calls.add("idle"));
            prepare.start(() -> calls.add("prepare"));
            check.start(() -> calls.add("check"));
            loop.execute(() -> calls.add("poll"));
            closed.close(() -> {
                calls.add("closing");
                timer.start(() -> {
                    calls.add("timer");
                    for (Handle handle : List.of(timer, idle, prepare, check)) handle.close();
                }, 0, 0);
            });
        }, 0, 0);

        loop.run(RunMode.DEFAULT);

        assertThat(calls).startsWith("timer", "pending", "idle", "prepare", "poll", "check", "closing", "timer");
    }

    @Test
    void aLoopWithoutWorkReturnsAtOnce() {
        assertThat(loop.run(RunMode.DEFAULT)).isFalse();
        assertThat(loop.alive()).isFalse();
    }

    @Test
    void anUnreferencedHandleDoesNotKeepTheLoopAlive() {
        var timer = new TimerHandle(loop);
        timer.start(() -> calls.add("timer"), 60_000, 0);
        timer.unref();
        assertThat(loop.run(RunMode.DEFAULT)).isFalse();
        assertThat(timer.active()).isTrue();

        timer.ref();
        assertThat(loop.alive()).isTrue();

        timer.close();
        loop.run(RunMode.DEFAULT);
        assertThat(calls).isEmpty();
    }

    @Test
    void theHandleClosedLastIsCalledBackFirst() {
        for (String name : List.of("a", "b", "c")) new IdleHandle(loop).close(() -> calls.add(name));
        assertThat(loop.alive()).isTrue();
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactly("c", "b", "a");
    }

    @Test
    void aHandleClosesOnce() {
        var idle = new IdleHandle(loop);
        idle.close();
        assertThat(idle.closing()).isTrue();
        assertThatThrownBy(idle::close).isInstanceOf(IllegalStateException.class);
        assertThat(idle.start(() -> {})).isEqualTo(Errno.EINVAL.code());
        loop.run(RunMode.NOWAIT);
        assertThat(idle.closed()).isTrue();
    }

    @Test
    void stopEndsTheRunAfterTheIteration() {
        var check = new CheckHandle(loop);
        check.start(() -> calls.add("check"));
        var prepare = new PrepareHandle(loop);
        prepare.start(loop::stop);
        assertThat(loop.run(RunMode.DEFAULT)).isTrue();
        assertThat(calls).containsExactly("check");
        check.close();
        prepare.close();
        assertThat(loop.run(RunMode.DEFAULT)).isFalse();
    }

    @Test
    void anotherThreadStopsAWaitingLoop() {
        var timer = new TimerHandle(loop);
        timer.start(() -> calls.add("timer"), 60_000, 0);
        Thread.ofPlatform().start(loop::stop);
        assertThat(loop.run(RunMode.DEFAULT)).isTrue();
        timer.close();
        loop.run(RunMode.DEFAULT);
        assertThat(calls).isEmpty();
    }

    @Test
    void tasksOfOtherThreadsWakeTheLoopAndKeepTheirOrder() {
        var timer = new TimerHandle(loop);
        timer.start(() -> calls.add("too late"), 60_000, 0);
        Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 1000; i++) {
                int number = i;
                loop.execute(() -> calls.add("" + number));
            }
            loop.execute(timer::close);
        });
        loop.run(RunMode.DEFAULT);
        assertThat(calls).hasSize(1000).first().isEqualTo("0");
        assertThat(calls).isSortedAccordingTo((a, b) -> Integer.parseInt(a) - Integer.parseInt(b));
    }

    @Test
    void nothingWakesAClosedLoop() {
        var woken = new AtomicInteger();
        loop.poller(new Poller() {
            @Override
            public int poll(long millis) {
                return 0;
            }

            @Override
            public void wakeup() {
                woken.incrementAndGet();
            }

            @Override
            public void close() {}
        });
        loop.execute(() -> calls.add("before"));
        loop.close();
        loop.execute(() -> calls.add("after"));
        loop.stop();
        assertThat(woken).hasValue(1);
        assertThat(calls).isEmpty();
    }

    @Test
    void asyncSendsAreJoined() {
        List<AsyncHandle> handle = new ArrayList<>();
        handle.add(new AsyncHandle(loop, () -> {
            calls.add("async");
            if (calls.size() == 2) handle.getFirst().close();
            else handle.getFirst().send();
        }));
        handle.getFirst().send();
        handle.getFirst().send();
        loop.run(RunMode.DEFAULT);
        handle.getFirst().send();
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactly("async", "async");
    }

    @Test
    void aCallbackThatThrowsEndsTheRunAndTheNextRunGoesOnAfterIt() {
        for (int i = 0; i < 3; i++) {
            var timer = new TimerHandle(loop);
            int number = i;
            timer.start(() -> {
                timer.close(() -> calls.add("closed " + number));
                if (number == 1) throw new IllegalStateException("thrown by a callback");
                calls.add("timer " + number);
            }, 0, 0);
        }
        assertThatThrownBy(() -> loop.run(RunMode.DEFAULT)).hasMessage("thrown by a callback");
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactly("timer 0", "timer 2", "closed 2", "closed 1", "closed 0");
    }

    @Test
    void runIsNotReentrant() {
        var idle = new IdleHandle(loop);
        idle.start(() -> {
            idle.close();
            loop.run(RunMode.NOWAIT);
        });
        assertThatThrownBy(() -> loop.run(RunMode.DEFAULT)).hasMessage("loop is running");
        loop.run(RunMode.DEFAULT);
    }

    @Test
    void aHandleStartedLastInItsPhaseIsCalledFirst() {
        List<CheckHandle> handles = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            var check = new CheckHandle(loop);
            check.start(() -> calls.add(name));
            handles.add(check);
        }
        var late = new CheckHandle(loop);
        handles.get(0).stop();
        handles.get(0).start(() -> {
            calls.add("a");
            late.start(() -> calls.add("late"));
        });
        loop.run(RunMode.NOWAIT);
        assertThat(calls).containsExactly("a", "b");
        handles.forEach(Handle::close);
        late.close();
        loop.run(RunMode.NOWAIT);
        assertThat(calls).containsExactly("a", "b");
    }

    @Test
    void closingTheLoopClosesWhatIsOpenWithoutCallbacks() {
        var timer = new TimerHandle(loop);
        timer.start(() -> calls.add("timer"), 0, 0);
        new IdleHandle(loop).close(() -> calls.add("closed"));
        loop.close();
        assertThat(timer.closed()).isTrue();
        assertThat(calls).isEmpty();
        assertThatThrownBy(() -> loop.run(RunMode.DEFAULT)).hasMessage("loop is closed");
    }
}
