package dev.barista.node.net;

import dev.barista.engine.AsyncScope;
import dev.barista.engine.JsBytes;
import dev.barista.engine.JsObject;
import dev.barista.loop.ByteStream;
import dev.barista.loop.Handle;
import dev.barista.loop.StreamReader;
import dev.barista.node.HandleOwner;
import io.netty.buffer.ByteBuf;

/**
 * What stands behind a stream handle that JavaScript holds, such as {@code socket._handle}. Loop thread only.
 *
 * <p>A protocol in Java takes the {@link #stream} over by giving it a reader of its own; {@link #readStart} gives it back.
 */
public final class StreamWrap implements StreamReader, HandleOwner {
    private final StreamCalls calls;
    private final ByteStream stream;
    private JsObject self;
    private AsyncScope scope;
    private boolean covered;

    /** Where reads go when the program has provided the memory. */
    private JsBytes userBuffer;

    StreamWrap(StreamCalls calls, ByteStream stream) {
        this.calls = calls;
        this.stream = stream;
        if (stream instanceof Handle handle) handle.data(this);
    }

    /** A wrap for a protocol that has taken this one's stream over for good, for a JavaScript handle of its own. */
    public StreamWrap over(ByteStream protocol) {
        covered = true;
        return new StreamWrap(calls, protocol);
    }

    /** Becomes the other side of a JavaScript object, whose callbacks run in the async context of now. */
    public void attach(JsObject self, AsyncScope scope) {
        this.self = self;
        this.scope = scope;
        self.host(this);
    }

    /** Has the callbacks run in another async context: the handle serves somebody else from now on. */
    void rescope(AsyncScope scope) {
        this.scope = scope;
    }

    public ByteStream stream() {
        return stream;
    }

    /** The JavaScript handle. */
    @Override
    public JsObject self() {
        return self;
    }

    /** The async context of its callbacks. */
    public AsyncScope scope() {
        return scope;
    }

    /** Has what is read go to JavaScript, unless a protocol lies over it, which reads when it wants to. @return 0 or a negative errno */
    public int readStart() {
        return covered ? 0 : stream.read(this);
    }

    void userBuffer(JsBytes memory) {
        userBuffer = memory;
    }

    @Override
    public int room() {
        return userBuffer == null ? Integer.MAX_VALUE : userBuffer.length();
    }

    @Override
    public void read(ByteBuf bytes) {
        int length = bytes.readableBytes();
        byte[] copy = new byte[length];
        bytes.readBytes(copy);
        if (userBuffer == null) {
            calls.read(this, calls.buffer(copy));
        } else {
            userBuffer.put(0, copy, 0, length);
            calls.read(this, length);
        }
    }

    @Override
    public void ended(int errno) {
        calls.read(this, errno);
    }
}
