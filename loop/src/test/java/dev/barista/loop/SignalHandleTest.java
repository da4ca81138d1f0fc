package dev.barista.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignalHandleTest {
    private static final int WINCH = Signum.SIGWINCH.number();

    private final Loop loop = Loop.create();
    private final List<String> calls = new ArrayList<>();

    @AfterEach
    void nothingIsLeft() {
        assertThat(loop.handles()).isEmpty();
        loop.close();
        assertThat(JdkSignal.handle(Signum.SIGWINCH, JdkSignal.DEFAULT)).isSameAs(JdkSignal.DEFAULT);
    }

    private static void raise() throws Exception {
        Class<?> signal = Class.forName("sun.misc.Signal");
        signal.getMethod("raise", signal).invoke(null, signal.getConstructor(String.class).newInstance("WINCH"));
    }

    @Test
    void everyHandleOfASignalIsCalledOnItsLoop() throws Exception {
        var first = new SignalHandle(loop);
        var second = new SignalHandle(loop);
        first.start(WINCH, number -> {
            assertThat(loop.inLoop()).isTrue();
            calls.add("first " + number);
            first.close();
        });
        second.start(WINCH, number -> {
            calls.add("second " + number);
            second.close();
        });
        raise();
        assertThat(calls).isEmpty();
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactly("first 28", "second 28");
    }

    @Test
    void aSignalThatIsTakenReachesTheLastTakerOnlyUntilItIsGivenBack() throws Exception {
        var handle = new SignalHandle(loop);
        handle.start(WINCH, number -> {
            calls.add("handle");
            handle.close();
        });
        var taken = new Semaphore(0);
        try (ProcessSignals.Taken _ = ProcessSignals.take(Signum.SIGWINCH, () -> calls.add("first taker"))) {
            try (ProcessSignals.Taken _ = ProcessSignals.take(Signum.SIGWINCH, taken::release)) {
                raise();
                taken.acquire();
            }
        }
        raise();
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactly("handle");
    }

    @Test
    void anUnreferencedHandleDoesNotKeepTheLoopAlive() {
        var handle = new SignalHandle(loop);
        handle.start(WINCH, number -> calls.add("called"));
        assertThat(loop.alive()).isTrue();
        handle.unref();
        assertThat(loop.run(RunMode.DEFAULT)).isFalse();
        handle.close();
        loop.run(RunMode.DEFAULT);
    }

    @Test
    void aOneShotHandleStopsBeforeItsCall() throws Exception {
        var handle = new SignalHandle(loop);
        handle.startOneShot(WINCH, number -> {
            assertThat(handle.active()).isFalse();
            calls.add("called");
            handle.close();
        });
        raise();
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactly("called");
    }

    @Test
    void whatCannotBeCaughtIsRefused() {
        var handle = new SignalHandle(loop);
        assertThat(handle.start(Signum.SIGKILL.number(), number -> {})).isEqualTo(Errno.EINVAL.code());
        assertThat(handle.start(0, number -> {})).isEqualTo(Errno.EINVAL.code());
        assertThat(handle.start(1234, number -> {})).isEqualTo(Errno.EINVAL.code());
        assertThat(handle.start(Signum.SIGSEGV.number(), number -> {})).isEqualTo(Errno.ENOTSUP.code());
        assertThat(handle.active()).isFalse();
        handle.close();
        assertThat(handle.start(WINCH, number -> {})).isEqualTo(Errno.EINVAL.code());
        loop.run(RunMode.DEFAULT);
    }
}
