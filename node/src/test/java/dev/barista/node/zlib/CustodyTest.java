package dev.barista.node.zlib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CustodyTest {
    private final AtomicInteger freed = new AtomicInteger();
    private final Set<Custody> all = ConcurrentHashMap.newKeySet();
    private final Custody custody = new Custody(new Codec() {
        @Override
        public Failure step(Flow flow, int flush) {
            return null;
        }

        @Override
        public Failure reset() {
            return null;
        }

        @Override
        public void free() {
            freed.incrementAndGet();
        }
    }, all);

    @Test
    void itIsFreedOnceAndNotUsedAfterwards() {
        assertThat(all).containsExactly(custody);
        custody.end();
        custody.end();
        assertThat(freed).hasValue(1);
        assertThat(all).isEmpty();
        AtomicInteger used = new AtomicInteger();
        custody.use(() -> {
            used.incrementAndGet();
            return null;
        });
        assertThat(used).hasValue(0);
        assertThat(freed).hasValue(1);
    }

    @Test
    void whoUsesItFreesItWhenItEndsMeanwhile() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread user = new Thread(() -> custody.use(() -> {
            inside.countDown();
            await(ended);
            assertThat(freed).hasValue(0);
            return null;
        }));
        user.start();
        inside.await();
        custody.end();
        ended.countDown();
        user.join();
        assertThat(freed).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
