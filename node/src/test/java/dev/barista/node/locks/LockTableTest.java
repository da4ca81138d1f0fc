package dev.barista.node.locks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockTableTest {
    private final LockTable table = new LockTable();
    private final List<String> told = new ArrayList<>();

    private LockRequest lock(String client, String name, boolean shared) {
        return new LockRequest(name, shared, client, Runnable::run, () -> told.add(client + " has " + name), () -> told.add(client + " lost " + name));
    }

    @Test
    void whatAThreadHeldOrWaitedForWhenItEndedGoesToTheNext() {
        assertThat(table.request(lock("a", "x", false), false)).isEqualTo(LockTable.Answer.GRANTED);
        assertThat(table.request(lock("b", "x", false), false)).isEqualTo(LockTable.Answer.WAITS);
        assertThat(table.request(lock("c", "x", true), false)).isEqualTo(LockTable.Answer.WAITS);
        assertThat(table.request(lock("d", "x", true), false)).isEqualTo(LockTable.Answer.WAITS);
        table.leave("b");
        assertThat(told).isEmpty();
        table.leave("a");
        assertThat(told).containsExactly("c has x", "d has x");
    }

    @Test
    void aSharedRequestWaitsBehindAnExclusiveOneThatWaits() {
        table.request(lock("a", "x", true), false);
        table.request(lock("b", "x", false), false);
        assertThat(table.request(lock("c", "x", true), false)).isEqualTo(LockTable.Answer.WAITS);
        assertThat(table.request(lock("d", "x", true), true)).isEqualTo(LockTable.Answer.UNAVAILABLE);
    }

    @Test
    void aRequestThatIsWithdrawnLetsThoseBehindItThrough() {
        table.request(lock("a", "x", true), false);
        LockRequest exclusive = lock("b", "x", false);
        table.request(exclusive, false);
        table.request(lock("c", "x", true), false);
        assertThat(table.withdraw(exclusive)).isTrue();
        assertThat(table.withdraw(exclusive)).isFalse();
        assertThat(told).containsExactly("c has x");
    }

    @Test
    void aStolenLockIsNotThereToBeGivenBack() {
        LockRequest first = lock("a", "x", false);
        table.request(first, false);
        table.steal(lock("b", "x", false));
        assertThat(told).containsExactly("a lost x");
        assertThat(table.release(first)).isFalse();
        assertThat(table.held(request -> request.clientId)).containsExactly("b");
    }
}
