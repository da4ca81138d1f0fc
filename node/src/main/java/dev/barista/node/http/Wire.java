package dev.barista.node.http;

import dev.barista.engine.Js;
import dev.barista.engine.JsBytes;
import dev.barista.engine.JsText;
import dev.barista.loop.ByteStream;
import dev.barista.loop.StreamReader;
import dev.barista.node.Environment;
import dev.barista.node.net.StreamWrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A stream whose bytes go to a parser without being seen by JavaScript, and on which whole messages leave as one write. Loop thread
 * only.
 *
 * <p>While more than a little waits to be sent, nothing is read: a client that does not take its answers cannot ask for more.
 */
final class Wire implements StreamReader, Runnable {
    /** So much may wait before a message counts as not sent. */
    private static final int MOST_WAITING = 64 << 10;

    private final Environment env;
    private final HttpBinding room;
    private final ParserHandle parser;
    private final StreamWrap wrap;
    private byte[] input = {};
    private int length;

    Wire(Environment env, HttpBinding room, ParserHandle parser, StreamWrap wrap) {
        this.env = env;
        this.room = room;
        this.parser = parser;
        this.wrap = wrap;
    }

    /** @return 0 or a negative errno */
    int readStart() {
        return wrap.stream().read(this);
    }

    @Override
    public void read(ByteBuf bytes) {
        length = bytes.readableBytes();
        input = room.input(length);
        bytes.readBytes(input, 0, length);
        env.ticks().run(this);
    }

    /** Within the trampoline: parses what was read. */
    @Override
    public void run() {
        env.realm().swap(parser.scope());
        byte[] bytes = input;
        int taken = parser.parser().execute(bytes, 0, length);
        ParseFailure failure = parser.parser().failure();
        if (failure != null || parser.parser().upgraded()) {
            room.onExecuted().call(parser.owner(), taken, room.failure(failure), room.buffer(Arrays.copyOf(bytes, length)));
        }
    }

    @Override
    public void ended(int errno) {
        wrap.ended(errno);
    }

    /**
     * Sends a head, a body and what stands behind it.
     *
     * @param body a string, bytes, or nothing
     * @param message told by {@code onSent} if it had to wait
     * @return 0, or the number of bytes if they have to wait
     */
    int send(Object head, Object body, boolean latin1, Object message, Object tail) {
        ByteStream stream = wrap.stream();
        if (stream.closing()) return 0;
        JsBytes bytes = Js.isString(body) || Js.isNullish(body) ? null : Js.bytes(body);
        int bodyLength = bytes != null ? bytes.length() : Js.isNullish(body) ? 0 : latin1 ? JsText.length(body) : JsText.utf8Length(body);
        int total = JsText.length(head) + bodyLength + JsText.length(tail);
        boolean waits = stream.writeQueueSize() + total > MOST_WAITING;
        IntConsumer done = waits ? errno -> sent(message) : null;
        if (bytes == null || bodyLength < MOST_WAITING) {
            stream.write(joined(head, body, bytes, latin1, bodyLength, tail), done);
        } else {
            stream.write(latin1(head));
            stream.write(bytes.hasArray() ? Unpooled.wrappedBuffer(bytes.array(), bytes.offset(), bodyLength)
                    : Unpooled.wrappedBuffer(bytes.buffer()), JsText.length(tail) == 0 ? done : null);
            if (JsText.length(tail) > 0) stream.write(latin1(tail), done);
        }
        if (!waits) return 0;
        stream.flush();
        return total;
    }

    private static ByteBuf joined(Object head, Object body, JsBytes bytes, boolean latin1, int bodyLength, Object tail) {
        int bodyStart = JsText.length(head);
        int tailLength = JsText.length(tail);
        byte[] out = new byte[bodyStart + bodyLength + tailLength];
        JsText.putLatin1(head, out, 0, bodyStart);
        if (bytes != null) bytes.get(0, out, bodyStart, bodyLength);
        else if (bodyLength > 0 && latin1) JsText.putLatin1(body, out, bodyStart, bodyLength);
        else if (bodyLength > 0) JsText.putUtf8(body, out, bodyStart, bodyLength);
        if (tailLength > 0) JsText.putLatin1(tail, out, bodyStart + bodyLength, tailLength);
        return Unpooled.wrappedBuffer(out);
    }

    private static ByteBuf latin1(Object text) {
        byte[] bytes = new byte[JsText.length(text)];
        JsText.putLatin1(text, bytes, 0, bytes.length);
        return Unpooled.wrappedBuffer(bytes);
    }

    private void sent(Object message) {
        env.ticks().call(parser.scope(), room.sentListener(), null, message);
    }
}
