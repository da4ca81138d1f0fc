package dev.barista.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UdpHandleTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final Loop loop = Loop.builder().transport(transport()).create();
    private final List<String> calls = new ArrayList<>();

    Transport transport() {
        return Transport.AUTO;
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(loop.handles()).isEmpty();
        loop.close();
    }

    private UdpHandle bound() {
        var handle = new UdpHandle(loop);
        assertThat(handle.bind(ANY_PORT, false, false, false)).isZero();
        return handle;
    }

    /** Tells what comes, and closes after so many datagrams. */
    private void receive(UdpHandle handle, int count) {
        assertThat(handle.receive(new DatagramReader() {
            private int left = count;

            @Override
            public void received(ByteBuf bytes, InetSocketAddress from) {
                calls.add(bytes.toString(StandardCharsets.US_ASCII));
                if (--left == 0) handle.close();
            }

            @Override
            public void failed(int errno) {
                calls.add(Errno.of(errno).name());
                handle.close();
            }
        })).isZero();
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }

    @Test
    void datagramsKeepTheirBoundsAndMayBeEmpty() {
        var server = bound();
        receive(server, 3);
        var client = new UdpHandle(loop);
        assertThat(client.trySend(bytes("one"), server.localAddress())).isZero();
        assertThat(client.trySend(bytes(""), server.localAddress())).isZero();
        client.send(bytes("two"), server.localAddress(), status -> {
            calls.add("sent " + status);
            client.close();
        });
        assertThat(client.sendQueueCount()).isEqualTo(1);
        assertThat(client.sendQueueSize()).isEqualTo(3);
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactlyInAnyOrder("one", "", "two", "sent 0");
    }

    @Test
    void aConnectedSocketHearsThatNobodyListens() {
        var server = bound();
        InetSocketAddress address = server.localAddress();
        server.close();
        loop.run(RunMode.DEFAULT);
        var client = new UdpHandle(loop);
        assertThat(client.trySend(bytes("x"), null)).isEqualTo(Errno.EDESTADDRREQ.code());
        assertThat(client.connect(address)).isZero();
        assertThat(client.connect(address)).isEqualTo(Errno.EISCONN.code());
        receive(client, 1);
        assertThat(client.trySend(bytes("x"), address)).isEqualTo(Errno.EISCONN.code());
        assertThat(client.trySend(bytes("x"), null)).isZero();
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactly("ECONNREFUSED");
    }

    @Test
    void anAddressInUseIsRefusedUnlessShared() {
        var first = bound();
        var second = new UdpHandle(loop);
        assertThat(second.bind(first.localAddress(), false, false, false)).isEqualTo(Errno.EADDRINUSE.code());
        first.close();
        second.close();
        var third = new UdpHandle(loop);
        var fourth = new UdpHandle(loop);
        assertThat(third.bind(ANY_PORT, false, false, true)).isZero();
        assertThat(fourth.bind(third.localAddress(), false, false, true)).isZero();
        third.close();
        fourth.close();
        loop.run(RunMode.DEFAULT);
    }

    @Test
    void optionsHaveTheirLimits() throws Exception {
        var handle = new UdpHandle(loop);
        assertThat(handle.broadcast(true)).isEqualTo(Errno.EBADF.code());
        assertThat(handle.bind(ANY_PORT, false, false, false)).isZero();
        assertThat(handle.broadcast(true)).isZero();
        assertThat(handle.timeToLive(0)).isEqualTo(Errno.EINVAL.code());
        assertThat(handle.timeToLive(255)).isEqualTo(transport() == Transport.NIO ? Errno.ENOTSUP.code() : 0);
        assertThat(handle.multicastTimeToLive(0)).isZero();
        assertThat(handle.multicastLoop(false)).isZero();
        assertThat(handle.receiveBufferSize(20_000)).isEqualTo(20_000);
        assertThat(handle.receiveBufferSize(0)).isBetween(20_000, 40_000);
        InetAddress group = InetAddress.getByName("224.0.0.114");
        InetAddress local = InetAddress.getLoopbackAddress();
        assertThat(handle.membership(group, local, 0, null, true)).isZero();
        assertThat(handle.membership(group, local, 0, null, true)).isEqualTo(Errno.EADDRINUSE.code());
        assertThat(handle.membership(group, local, 0, null, false)).isZero();
        assertThat(handle.membership(local, local, 0, null, true)).isEqualTo(Errno.EINVAL.code());
        handle.close();
        loop.run(RunMode.DEFAULT);
    }

    @Test
    void closingCancelsWhatWaits() {
        var handle = bound();
        ByteBuf data = bytes("lost");
        handle.send(data.retain(), handle.localAddress(), status -> calls.add(Errno.of(status).name()));
        handle.close(() -> calls.add("closed"));
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactly("ECANCELED", "closed");
        assertThat(data.refCnt()).isEqualTo(1);
    }
}
