package dev.barista.node.node_api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.barista.node.posix.Memory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A mirror between an array on the heap and native memory. */
class MirrorTest {
    private final byte[] heap = "0123456789".getBytes(StandardCharsets.US_ASCII);
    private final Mirror mirror = new Mirror(heap);

    private void write(int at, char octet) {
        Memory.octet(mirror.address() + at, octet);
    }

    private String memory(int from, int to) {
        return new String(Memory.bytes(mirror.address() + from, to - from), StandardCharsets.US_ASCII);
    }

    private String heap() {
        return new String(heap, StandardCharsets.US_ASCII);
    }

    @Test
    void onlyWhatIsShownIsExchanged() {
        mirror.show(2, 6);
        assertThat(memory(2, 6)).isEqualTo("2345");
        write(3, 'x');
        write(8, 'x');
        mirror.takeBack();
        assertThat(heap()).isEqualTo("012x456789");
    }

    @Test
    void showingMoreKeepsWhatNativeCodeHasWritten() {
        mirror.show(4, 6);
        write(5, 'x');
        mirror.show(2, 8);
        assertThat(memory(2, 8)).isEqualTo("234x67");
    }

    @Test
    void aKeptMirrorMergesBothSides() {
        mirror.show(0, 10);
        mirror.retain();
        assertThat(mirror.begin()).isTrue();
        write(1, 'n');
        heap[8] = 'j';
        write(5, 'n');
        heap[5] = 'j';
        mirror.exchange();
        assertThat(heap()).isEqualTo("0n234n67j9");
        assertThat(memory(0, 10)).isEqualTo(heap());
        mirror.show(0, 10);
        assertThat(memory(0, 10)).isEqualTo(heap());
    }

    @Test
    void theAddressStays() {
        mirror.show(0, 1);
        long address = mirror.address();
        mirror.hide();
        heap[0] = 'x';
        mirror.show(0, 10);
        assertThat(mirror.address()).isEqualTo(address);
        assertThat(memory(0, 10)).isEqualTo("x123456789");
        assertThat(address % 16).isZero();
    }
}
