package dev.barista.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpHandleTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final int END = Errno.EOF.code();

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

    private TcpHandle server(Consumer<TcpHandle> onClient) {
        var server = new TcpHandle(loop);
        assertThat(server.bind(ANY_PORT)).isZero();
        assertThat(server.listen(128, acceptor(onClient))).isZero();
        return server;
    }

    private static Acceptor<TcpHandle> acceptor(Consumer<TcpHandle> onClient) {
        return new Acceptor<>() {
            @Override
            public void accepted(TcpHandle client) {
                onClient.accept(client);
            }

            @Override
            public void failed(int errno) {
                throw new AssertionError(Errno.of(errno).name());
            }
        };
    }

    private TcpHandle connect(TcpHandle server, Consumer<TcpHandle> connected) {
        var client = new TcpHandle(loop);
        assertThat(client.connect(server.localAddress(), status -> {
            assertThat(status).isZero();
            connected.accept(client);
        })).isZero();
        return client;
    }

    /** Collects what comes; at the end, of whatever kind, tells it and closes. */
    private StreamReader collector(StreamHandle stream, StringBuilder text, Consumer<Integer> atEnd) {
        return new StreamReader() {
            @Override
            public void read(ByteBuf bytes) {
                text.append(bytes.toString(StandardCharsets.US_ASCII));
            }

            @Override
            public void ended(int errno) {
                atEnd.accept(errno);
                if (!stream.closing()) stream.close();
            }
        };
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }

    @Test
    void echoesWhatItReadsUntilTheEnd() {
        var heard = new StringBuilder();
        List<TcpHandle> servers = new ArrayList<>();
        servers.add(server(peer -> {
            servers.getFirst().close();
            peer.read(new StreamReader() {
                @Override
                public void read(ByteBuf bytes) {
                    peer.write(bytes.copy());
                }

                @Override
                public void ended(int errno) {
                    calls.add("peer " + Errno.of(errno));
                    peer.shutdown(status -> peer.close());
                }
            });
        }));
        connect(servers.getFirst(), client -> {
            assertThat(client.remoteAddress().getAddress()).isEqualTo(ANY_PORT.getAddress());
            client.read(collector(client, heard, errno -> calls.add("client " + Errno.of(errno))));
            client.write(bytes("one "), status -> calls.add("written " + status));
            client.write(bytes("two"));
            client.shutdown(status -> calls.add("shut down " + status));
            assertThat(client.shutdown(status -> calls.add("shut down again"))).isEqualTo(Errno.ENOTCONN.code());
        });
        loop.run(RunMode.DEFAULT);
        assertThat(heard.toString()).isEqualTo("one two");
        assertThat(calls).containsExactly("written 0", "shut down 0", "peer EOF", "client EOF");
    }

    @Test
    void writesOfOneCallbackLeaveTogether() {
        List<String> reads = new ArrayList<>();
        List<TcpHandle> servers = new ArrayList<>();
        servers.add(server(peer -> {
            servers.getFirst().close();
            peer.read(new StreamReader() {
                @Override
                public void read(ByteBuf bytes) {
                    reads.add(bytes.toString(StandardCharsets.US_ASCII));
                }

                @Override
                public void ended(int errno) {
                    peer.close();
                }
            });
        }));
        connect(servers.getFirst(), client -> {
            for (int i = 0; i < 10; i++) client.write(bytes("" + i));
            assertThat(client.writeQueueSize()).isEqualTo(10);
            client.shutdown(status -> client.close());
        });
        loop.run(RunMode.DEFAULT);
        assertThat(reads).containsExactly("0123456789");
    }

    @Test
    void aSlowReaderHoldsTheWriterBack() {
        int chunk = 256 << 10;
        int chunks = 64;
        long[] received = {0};
        List<TcpHandle> servers = new ArrayList<>();
        List<TcpHandle> peers = new ArrayList<>();
        servers.add(server(peer -> {
            servers.getFirst().close();
            peers.add(peer);
        }));
        int[] done = {0};
        ByteBuf data = Unpooled.directBuffer(chunk).writerIndex(chunk);
        var client = connect(servers.getFirst(), c -> {
            for (int i = 0; i < chunks; i++) {
                ByteBuf part = i % 2 == 0 ? data.retainedSlice() : Unpooled.wrappedBuffer(new byte[chunk]);
                c.write(part, status -> {
                    assertThat(status).isZero();
                    done[0]++;
                });
            }
        });
        while (peers.isEmpty() || done[0] == 0) loop.run(RunMode.ONCE);
        for (int i = 0; i < 5; i++) loop.run(RunMode.NOWAIT);
        assertThat(client.writeQueueSize()).isPositive();
        assertThat(done[0]).isLessThan(chunks);
        client.shutdown(status -> client.close());
        var peer = peers.getFirst();
        peer.read(new StreamReader() {
            @Override
            public void read(ByteBuf bytes) {
                received[0] += bytes.readableBytes();
            }

            @Override
            public void ended(int errno) {
                assertThat(errno).isEqualTo(END);
                peer.close();
            }
        });
        loop.run(RunMode.DEFAULT);
        assertThat(received[0]).isEqualTo((long) chunk * chunks);
        assertThat(client.bytesWritten()).isEqualTo(received[0]);
        assertThat(done[0]).isEqualTo(chunks);
        assertThat(data.refCnt()).isEqualTo(1);
        data.release();
    }

    @Test
    void tryWriteTakesWhatFitsAndThenNothing() {
        List<TcpHandle> servers = new ArrayList<>();
        List<TcpHandle> peers = new ArrayList<>();
        servers.add(server(peer -> {
            servers.getFirst().close();
            peers.add(peer);
        }));
        ByteBuf data = Unpooled.wrappedBuffer(new byte[32 << 20]);
        connect(servers.getFirst(), client -> {
            int n = client.tryWrite(data);
            assertThat(n).isPositive().isLessThan(32 << 20);
            assertThat(data.readableBytes()).isEqualTo((32 << 20) - n);
            assertThat(client.tryWrite(data)).isEqualTo(Errno.EAGAIN.code());
            client.close();
        });
        while (peers.isEmpty()) loop.run(RunMode.ONCE);
        peers.getFirst().close();
        loop.run(RunMode.DEFAULT);
        assertThat(data.refCnt()).isEqualTo(1);
    }

    @Test
    void theReaderCanBePausedAndReplaced() {
        var first = new StringBuilder();
        var second = new StringBuilder();
        List<TcpHandle> servers = new ArrayList<>();
        servers.add(server(peer -> {
            servers.getFirst().close();
            peer.read(new StreamReader() {
                @Override
                public void read(ByteBuf bytes) {
                    first.append(bytes.toString(StandardCharsets.US_ASCII));
                    peer.pause();
                    assertThat(peer.reading()).isFalse();
                    loop.defer(() -> {
                        peer.read(collector(peer, second, errno -> calls.add("end")));
                        peer.write(bytes("go"));
                    });
                }

                @Override
                public void ended(int errno) {
                    throw new AssertionError();
                }
            });
        }));
        connect(servers.getFirst(), client -> {
            client.write(bytes("first"));
            client.read(new StreamReader() {
                @Override
                public void read(ByteBuf bytes) {
                    client.write(bytes("second"));
                    client.shutdown(status -> client.close());
                }

                @Override
                public void ended(int errno) {
                    throw new AssertionError();
                }
            });
        });
        loop.run(RunMode.DEFAULT);
        assertThat(first.toString()).isEqualTo("first");
        assertThat(second.toString()).isEqualTo("second");
        assertThat(calls).containsExactly("end");
    }

    @Test
    void aResetBreaksThePeersRead() {
        List<TcpHandle> servers = new ArrayList<>();
        servers.add(server(peer -> {
            servers.getFirst().close();
            peer.read(collector(peer, new StringBuilder(), errno -> calls.add(Errno.of(errno).name())));
        }));
        connect(servers.getFirst(), client -> client.reset(() -> calls.add("closed")));
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactlyInAnyOrder("closed", "ECONNRESET");
    }

    @Test
    void aConnectionNobodyTakesIsRefused() {
        var server = server(peer -> {});
        InetSocketAddress address = server.localAddress();
        server.close();
        loop.run(RunMode.DEFAULT);
        var client = new TcpHandle(loop);
        assertThat(client.connect(address, status -> {
            calls.add(Errno.of(status).name());
            client.close();
        })).isZero();
        client.write(bytes("lost"), status -> calls.add("write " + Errno.of(status)));
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactly("ECONNREFUSED", "write ECANCELED");
    }

    @Test
    void anAddressInUseIsToldByListen() {
        var server = server(peer -> {});
        var second = new TcpHandle(loop);
        assertThat(second.bind(server.localAddress())).isZero();
        assertThat(second.listen(1, acceptor(peer -> {}))).isEqualTo(Errno.EADDRINUSE.code());
        second.close();
        server.close();
        loop.run(RunMode.DEFAULT);
    }

    @Test
    void anAddressOfOthersCannotBeBound() throws Exception {
        var handle = new TcpHandle(loop);
        InetAddress foreign = InetAddress.getByAddress(new byte[] {(byte) 203, 0, 113, 1});
        assertThat(handle.bind(new InetSocketAddress(foreign, 0))).isEqualTo(Errno.EADDRNOTAVAIL.code());
        handle.close();
        loop.run(RunMode.DEFAULT);
    }

    @Test
    void closingCancelsWhatIsUnderWay() {
        var server = server(StreamHandle::close);
        var client = new TcpHandle(loop);
        client.connect(server.localAddress(), status -> calls.add("connect " + Errno.of(status)));
        client.write(bytes("lost"), status -> calls.add("write " + Errno.of(status)));
        client.close(() -> calls.add("closed"));
        server.close();
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactly("connect ECANCELED", "write ECANCELED", "closed");
    }

    @Test
    void anUnreferencedServerDoesNotKeepTheLoopAlive() {
        var server = server(peer -> {});
        server.unref();
        assertThat(loop.run(RunMode.DEFAULT)).isFalse();
        server.close();
        loop.run(RunMode.DEFAULT);
    }

    @Test
    void optionsAreForConnectedSockets() {
        List<TcpHandle> servers = new ArrayList<>();
        servers.add(server(peer -> {
            servers.getFirst().close();
            peer.close();
        }));
        connect(servers.getFirst(), client -> {
            assertThat(client.noDelay(true)).isZero();
            assertThat(client.keepAlive(true, 10)).isZero();
            assertThat(client.keepAlive(true, 0)).isEqualTo(Errno.EINVAL.code());
            assertThat(client.keepAlive(false, 0)).isZero();
            if (transport() == Transport.AUTO) assertThat(client.fd()).isPositive(); // the JDK's sockets show none
            client.close();
            assertThat(client.fd()).isNegative();
        });
        loop.run(RunMode.DEFAULT);
    }

    @Test
    void anIpv4PeerOfAnIpv6ServerHasAMappedAddress() throws Exception {
        var server = new TcpHandle(loop);
        assertThat(server.bind(new InetSocketAddress(InetAddress.getByName("::"), 0))).isZero();
        assertThat(server.listen(1, acceptor(peer -> {
            calls.add(peer.remoteAddress().getAddress().getHostAddress());
            peer.close();
            server.close();
        }))).isZero();
        var client = new TcpHandle(loop);
        client.connect(new InetSocketAddress("127.0.0.1", server.localAddress().getPort()), status -> client.close());
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactly("0:0:0:0:0:ffff:7f00:1");
    }

    @Test
    void closingTheLoopReleasesWhatWaits() {
        var server = server(peer -> {});
        ByteBuf data = Unpooled.wrappedBuffer(new byte[64 << 20]).retain();
        connect(server, client -> {
            client.write(data);
            client.flush();
            loop.stop();
        });
        loop.run(RunMode.DEFAULT);
        loop.close();
        assertThat(data.refCnt()).isEqualTo(1);
    }
}
