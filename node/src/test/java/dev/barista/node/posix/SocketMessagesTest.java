package dev.barista.node.posix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.barista.loop.Errno;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class SocketMessagesTest {
    private final int[] pair = new int[2];
    private final List<Integer> received = new ArrayList<>();

    @BeforeEach
    void connect() {
        assertThat(Pipes.socketPair(pair)).isZero();
        assertThat(Pipes.nonBlocking(pair[0])).isZero();
        assertThat(Pipes.nonBlocking(pair[1])).isZero();
    }

    @AfterEach
    void close() {
        received.forEach(Descriptors::close);
        for (int fd : pair) Descriptors.close(fd);
    }

    private String receive() {
        ByteBuffer into = ByteBuffer.allocate(100);
        int n = SocketMessages.receive(pair[1], into, received::add);
        return n < 0 ? Errno.of(n).name() : new String(into.array(), 0, n, StandardCharsets.UTF_8);
    }

    private static ByteBuffer text(String s) {
        return ByteBuffer.wrap(s.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aDescriptorArrivesAsAnotherOneForTheSameFile() {
        int[] passed = new int[2];
        assertThat(Pipes.socketPair(passed)).isZero();
        assertThat(SocketMessages.send(pair[0], text("plain"), -1)).isEqualTo(5);
        assertThat(SocketMessages.send(pair[0], text("with"), passed[0])).isEqualTo(4);
        assertThat(SocketMessages.send(pair[0], text("after"), -1)).isEqualTo(5);
        Descriptors.close(passed[0]);

        StringBuilder all = new StringBuilder();
        for (String part; !(part = receive()).equals("EAGAIN"); ) all.append(part);
        assertThat(all).hasToString("plainwithafter");
        assertThat(received).hasSize(1);

        ByteBuffer into = ByteBuffer.allocate(10);
        assertThat(Descriptors.write(received.getFirst(), Descriptors.CURRENT, text("hi"))).isEqualTo(2);
        assertThat(Descriptors.read(passed[1], Descriptors.CURRENT, into)).isEqualTo(2);
        Descriptors.close(passed[1]);
    }

    @Test
    void aFullSocketTakesPartAndThenNothing() {
        ByteBuffer much = ByteBuffer.allocate(8 << 20);
        int sent;
        do sent = SocketMessages.send(pair[0], much, -1); while (sent > 0);
        assertThat(sent).isEqualTo(Errno.EAGAIN.code());
        assertThat(much.position()).isPositive();
        assertThat(much.hasRemaining()).isTrue();
    }

    @Test
    void theEndAndAClosedSocketAreTold() {
        assertThat(Pipes.shutdownWrites(pair[0])).isZero();
        assertThat(receive()).isEmpty();
        assertThat(SocketMessages.send(pair[0], text("late"), -1)).isEqualTo(Errno.EPIPE.code());
        assertThat(SocketMessages.send(pair[1], text("x"), 1 << 20)).isEqualTo(Errno.EBADF.code());
    }
}
