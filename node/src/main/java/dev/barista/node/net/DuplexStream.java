package dev.barista.node.net;

import dev.barista.engine.JsBytes;
import dev.barista.engine.JsObject;
import dev.barista.loop.ByteStream;
import dev.barista.loop.Errno;
import dev.barista.loop.Loop;
import dev.barista.loop.StreamReader;
import dev.barista.node.Environment;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.function.IntConsumer;

/**
 * A stream of the program's own, any Duplex, under a protocol in Java. Loop thread only.
 *
 * <p>Its JavaScript handle does the work: {@code doReadStart}, {@code doReadStop}, {@code doWrite(bytes, done)}, {@code doShutdown(done)}
 * and {@code doClose(done)}, where {@code done} takes 0 or a negative errno; what the Duplex brings comes through {@link #receive}.
 */
final class DuplexStream implements ByteStream {
    private final Environment env;
    private final StreamCalls calls;
    private JsObject self;
    private StreamReader reader;
    private long waiting;
    private long bytesRead;
    private long bytesWritten;
    private boolean referenced = true;
    private boolean closed;

    DuplexStream(Environment env, StreamCalls calls) {
        this.env = env;
        this.calls = calls;
    }

    void attach(JsObject handle) {
        self = handle;
    }

    private Object call(String method, Object... arguments) {
        return env.ticks().call(env.realm().scope(), self.function(method), self, arguments);
    }

    private Object done(IntConsumer done) {
        return env.realm().function("done", a -> {
            int errno = a.integer(0);
            loop().defer(() -> done.accept(errno));
            return null;
        });
    }

    /** The Duplex has brought bytes. */
    void receive(JsBytes bytes) {
        bytesRead += bytes.length();
        if (reader != null) reader.read(Unpooled.wrappedBuffer(bytes.copy()));
    }

    /** The Duplex has ended, or failed with an errno. */
    void end(int errno) {
        StreamReader last = reader;
        reader = null;
        if (last != null) last.ended(errno);
    }

    @Override
    public Loop loop() {
        return env.loop();
    }

    @Override
    public int read(StreamReader reader) {
        if (closed) return Errno.EINVAL.code();
        this.reader = reader;
        call("doReadStart");
        return 0;
    }

    @Override
    public void pause() {
        if (reader == null) return;
        reader = null;
        call("doReadStop");
    }

    @Override
    public boolean reading() {
        return reader != null;
    }

    @Override
    public long bytesRead() {
        return bytesRead;
    }

    @Override
    public int tryWrite(ByteBuf bytes) {
        return closed ? Errno.EBADF.code() : Errno.EAGAIN.code();
    }

    @Override
    public void write(ByteBuf bytes, IntConsumer done) {
        byte[] copy = new byte[bytes.readableBytes()];
        bytes.readBytes(copy);
        bytes.release();
        waiting += copy.length;
        call("doWrite", calls.buffer(copy), done(errno -> {
            waiting -= copy.length;
            bytesWritten += copy.length;
            if (done != null) done.accept(errno);
        }));
    }

    @Override
    public void flush() {}

    @Override
    public long writeQueueSize() {
        return waiting;
    }

    @Override
    public long bytesWritten() {
        return bytesWritten;
    }

    @Override
    public int shutdown(IntConsumer done) {
        if (closed) return Errno.ENOTCONN.code();
        call("doShutdown", done(done));
        return 0;
    }

    @Override
    public int fd() {
        return -1;
    }

    @Override
    public void ref() {
        referenced = true;
    }

    @Override
    public void unref() {
        referenced = false;
    }

    @Override
    public boolean hasRef() {
        return referenced;
    }

    @Override
    public boolean closing() {
        return closed;
    }

    @Override
    public void close(Runnable onClosed) {
        closed = true;
        reader = null;
        call("doClose", done(errno -> {
            if (onClosed != null) onClosed.run();
        }));
    }
}
