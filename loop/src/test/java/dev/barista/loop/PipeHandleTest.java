package dev.barista.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.unix.FileDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipeHandleTest {
    private final Loop loop = Loop.builder().transport(transport()).create();
    private final List<String> calls = new ArrayList<>();

    @TempDir
    private Path directory;

    Transport transport() {
        return Transport.AUTO;
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(loop.handles()).isEmpty();
        loop.close();
    }

    private String path() {
        return directory.resolve("socket").toString();
    }

    private static Acceptor<PipeHandle> acceptor(Consumer<PipeHandle> onClient) {
        return new Acceptor<>() {
            @Override
            public void accepted(PipeHandle client) {
                onClient.accept(client);
            }

            @Override
            public void failed(int errno) {
                throw new AssertionError(Errno.of(errno).name());
            }
        };
    }

    private StreamReader reader(StreamHandle stream) {
        return new StreamReader() {
            @Override
            public void read(ByteBuf bytes) {
                calls.add(bytes.toString(StandardCharsets.US_ASCII));
            }

            @Override
            public void ended(int errno) {
                calls.add(Errno.of(errno).name());
                stream.close();
            }
        };
    }

    private void exchange(String path) {
        var server = new PipeHandle(loop);
        assertThat(server.bind(path)).isZero();
        assertThat(server.localName()).isEqualTo(path);
        assertThat(server.listen(128, acceptor(peer -> {
            server.close();
            peer.read(reader(peer));
        }))).isZero();
        var client = new PipeHandle(loop);
        assertThat(client.connect(path, status -> {
            assertThat(client.remoteName()).isEqualTo(path);
            client.write(Unpooled.copiedBuffer("hello", StandardCharsets.US_ASCII));
            client.shutdown(s -> client.close());
        })).isZero();
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactly("hello", "EOF");
    }

    @Test
    void connectsByPathAndRemovesTheFile() {
        exchange(path());
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void connectsInTheAbstractNamespace() {
        assumeThat(transport()).as("has what only the system's sockets have").isEqualTo(Transport.AUTO);
        exchange("\0barista-test-" + ProcessHandle.current().pid());
    }

    @Test
    void pathsThatCannotBeBoundAreRefused() throws Exception {
        Files.createFile(directory.resolve("socket"));
        var handle = new PipeHandle(loop);
        assertThat(handle.bind(path())).isEqualTo(Errno.EADDRINUSE.code());
        handle.close();
        var other = new PipeHandle(loop);
        assertThat(other.bind(directory.resolve("no/such").toString())).isEqualTo(Errno.EACCES.code());
        other.close();
        var third = new PipeHandle(loop);
        assertThat(third.bind("x".repeat(200))).isEqualTo(Errno.EINVAL.code());
        third.close();
        loop.run(RunMode.DEFAULT);
        assertThat(directory.resolve("socket")).exists();
    }

    @Test
    void aPathWithoutSocketIsToldLater() throws Exception {
        var client = new PipeHandle(loop);
        assertThat(client.connect(path(), status -> {
            calls.add(Errno.of(status).name());
            client.close();
        })).isZero();
        assertThat(calls).isEmpty();
        loop.run(RunMode.DEFAULT);
        Files.createFile(directory.resolve("socket"));
        var second = new PipeHandle(loop);
        second.connect(path(), status -> {
            calls.add(Errno.of(status).name());
            second.close();
        });
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactly("ENOENT", "ECONNREFUSED");
    }

    @Test
    void theEndsOfAPipeAreStreams() throws Exception {
        assumeThat(transport()).as("has what only the system's sockets have").isEqualTo(Transport.AUTO);
        FileDescriptor[] ends = FileDescriptor.pipe();
        var in = new PipeHandle(loop);
        var out = new PipeHandle(loop);
        assertThat(in.open(ends[0].intValue())).isZero();
        assertThat(out.open(ends[1].intValue())).isZero();
        in.read(reader(in));
        out.write(Unpooled.copiedBuffer("through", StandardCharsets.US_ASCII), status -> out.close());
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactly("through", "EOF");
    }

    @Test
    void aWriteNobodyCanReadFails() throws Exception {
        assumeThat(transport()).as("has what only the system's sockets have").isEqualTo(Transport.AUTO);
        FileDescriptor[] ends = FileDescriptor.pipe();
        ends[0].close();
        var out = new PipeHandle(loop);
        out.open(ends[1].intValue());
        out.write(Unpooled.copiedBuffer("lost", StandardCharsets.US_ASCII), status -> {
            calls.add(Errno.of(status).name());
            out.close();
        });
        loop.run(RunMode.DEFAULT);
        assertThat(calls).containsExactly("EPIPE");
    }
}
