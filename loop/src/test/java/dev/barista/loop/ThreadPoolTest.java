package dev.barista.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadPoolTest {
    private final Loop loop = Loop.builder().poolSize(2).create();
    private final ThreadPool pool = loop.pool();
    private final List<Object> calls = new ArrayList<>();

    @AfterEach
    void closeLoop() {
        assertThat(loop.alive()).isFalse();
        loop.close();
    }

    @Test
    void noThreadIsStartedBeforeThereIsWork() {
        assertThat(pool.threads()).isZero();
    }

    @Test
    void theResultComesToTheLoopThreadAndKeepsTheLoopAlive() {
        pool.submit(() -> Thread.currentThread().getName(), (name, error) -> {
            assertThat(loop.inLoop()).isTrue();
            assertThat(error).isNull();
            calls.add(name);
        });
        assertThat(loop.alive()).isTrue();
        assertThat(loop.run(RunMode.DEFAULT)).isFalse();
        assertThat(calls).containsExactly("barista-pool-1");
    }

    @Test
    void whatTheWorkThrowsComesToTheCompletion() {
        IOException thrown = new IOException("no");
        pool.submit(() -> {
            throw thrown;
        }, (result, error) -> calls.add(error));
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactly(thrown);
    }

    @Test
    void workRunsOnAtMostTheGivenNumberOfThreads() {
        CyclicBarrier both = new CyclicBarrier(2);
        for (int i = 0; i < 10; i++) pool.submit(both::await, (result, error) -> calls.add(result));
        loop.run(RunMode.DEFAULT);
        assertThat(calls).hasSize(10).doesNotContainNull();
        assertThat(pool.threads()).isEqualTo(2);
        assertThat(pool.active()).isZero();
    }

    @Test
    void slowWorkLeavesThreadsFree() {
        CountDownLatch release = new CountDownLatch(1);
        for (int i = 0; i < 2; i++) {
            pool.submitSlow(() -> {
                release.await();
                return "slow";
            }, (result, error) -> calls.add(result));
        }
        pool.submit(() -> "fast", (result, error) -> {
            calls.add(result);
            release.countDown();
        });
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactly("fast", "slow", "slow");
    }

    @Test
    void workThatHasNotBegunIsCancelledAndToldSoLater() {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(2);
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int number = i;
            requests.add(pool.submit(() -> {
                begun.countDown();
                release.await();
                return number;
            }, (result, error) -> calls.add(error == null ? result : error.getClass())));
        }
        await(begun);
        assertThat(loop.metrics().poolQueued()).isEqualTo(1);
        assertThat(loop.metrics().poolActive()).isEqualTo(2);
        assertThat(requests.get(0).cancel()).isEqualTo(Errno.EBUSY.code());
        assertThat(requests.get(2).cancel()).isZero();
        assertThat(requests.get(2).cancel()).isEqualTo(Errno.EBUSY.code());
        assertThat(calls).isEmpty();
        assertThat(pool.queued()).isZero();
        loop.run(RunMode.ONCE);
        assertThat(calls).containsExactly(CancellationException.class);
        release.countDown();
        loop.run(RunMode.DEFAULT);
        assertThat(calls).contains(0, 1).hasSize(3);
    }

    @Test
    void aRequestOfAnotherKindKeepsTheLoopAliveUntilItIsCompleted() {
        Completion<String> completion = loop.request((result, error) -> calls.add(result));
        Thread.ofPlatform().start(() -> completion.done("elsewhere", null));
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactly("elsewhere");
    }

    @Test
    void closingTheLoopEndsThePoolsThreads() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        pool.submit(Thread::currentThread, (thread, error) -> threads.add(thread));
        loop.run(RunMode.DEFAULT);
        loop.close();
        threads.getFirst().join();
        assertThat(threads.getFirst().isDaemon()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
