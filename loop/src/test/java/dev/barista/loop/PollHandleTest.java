package dev.barista.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.unix.FileDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PollHandleTest {
    private final Loop loop = Loop.create();

    @BeforeAll
    static void loadNativeCalls() {
        Epoll.ensureAvailability();
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(loop.handles()).isEmpty();
        loop.close();
    }

    @Test
    void tellsOnlyOfWhatItWatchesFor() throws Exception {
        FileDescriptor[] pipe = FileDescriptor.pipe();
        PollHandle reader = new PollHandle(loop);
        assertThat(reader.open(pipe[0].intValue())).isZero();
        assertThat(reader.open(pipe[0].intValue())).isEqualTo(Errno.EBUSY.code());
        PollHandle writer = new PollHandle(loop);
        assertThat(writer.open(pipe[1].intValue())).isZero();
        writer.start(PollHandle.WRITABLE, events -> {
            assertThat(events).isEqualTo(PollHandle.WRITABLE);
            writer.start(0, null);
            write(pipe[1]);
        });
        reader.start(PollHandle.READABLE | PollHandle.WRITABLE, events -> {
            assertThat(events).isEqualTo(PollHandle.READABLE);
            reader.close();
            assertThat(reader.fd()).isEqualTo(-1);
            writer.close();
        });
        loop.run(RunMode.DEFAULT);
    }

    @Test
    void keepsTheLoopAliveOnlyWhileItWatches() throws Exception {
        FileDescriptor[] pipe = FileDescriptor.pipe();
        PollHandle idle = new PollHandle(loop);
        idle.open(pipe[0].intValue());
        idle.start(PollHandle.READABLE, events -> { });
        idle.start(0, null);
        loop.run(RunMode.DEFAULT);
        idle.start(PollHandle.READABLE, events -> { });
        idle.unref();
        loop.run(RunMode.DEFAULT);
        idle.close();
        loop.run(RunMode.DEFAULT);
        pipe[1].close();
    }

    private static void write(FileDescriptor to) {
        try {
            to.write(ByteBuffer.allocateDirect(1), 0, 1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
