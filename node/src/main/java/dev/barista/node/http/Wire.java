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
    private static final byte[] NOTHING = {};

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
        byte[] start = JsText.length(head) == 0 ? NOTHING : latin1(head);
        byte[] end = JsText.length(tail) == 0 ? NOTHING : latin1(tail);
        return send(start, start.length, new Body(body, latin1), message, end);
    }

    /** @return as {@link HttpBinding} says of its {@code answer} */
    int answer(ResponseHead head, Object message, int status, Object reason, OutgoingFields fields, Object body, boolean latin1, int keepAlive,
            int most, boolean ownLength) {
        Body content = new Body(body, latin1);
        if (!head.make(status, reason, fields, content.length, keepAlive, most, ownLength)) return -1;
        return send(head.bytes(), head.length(), content, message, NOTHING);
    }

    private int send(byte[] head, int headLength, Body body, Object message, byte[] tail) {
        ByteStream stream = wrap.stream();
        if (stream.closing()) return 0;
        int total = headLength + body.length + tail.length;
        boolean waits = stream.writeQueueSize() + total > MOST_WAITING;
        IntConsumer done = waits ? errno -> sent(message) : null;
        if (body.bytes == null || body.length < MOST_WAITING) {
            byte[] out = new byte[total];
            System.arraycopy(head, 0, out, 0, headLength);
            body.put(out, headLength);
            System.arraycopy(tail, 0, out, headLength + body.length, tail.length);
            stream.write(Unpooled.wrappedBuffer(out), done);
        } else {
            stream.write(Unpooled.wrappedBuffer(Arrays.copyOf(head, headLength)));
            stream.write(body.wrapped(), tail.length == 0 ? done : null);
            if (tail.length > 0) stream.write(Unpooled.wrappedBuffer(tail), done);
        }
        if (!waits) return 0;
        stream.flush();
        return total;
    }

    /** A body as JavaScript gave it. */
    private static final class Body {
        final JsBytes bytes;
        final int length;
        private final Object text;
        private final boolean latin1;

        Body(Object body, boolean latin1) {
            this.latin1 = latin1;
            this.text = Js.isString(body) ? body : JsText.EMPTY;
            this.bytes = Js.isString(body) || Js.isNullish(body) ? null : Js.bytes(body);
            this.length = bytes != null ? bytes.length() : latin1 ? JsText.length(text) : JsText.utf8Length(text);
        }

        void put(byte[] out, int at) {
            if (bytes != null) bytes.get(0, out, at, length);
            else if (latin1) JsText.putLatin1(text, out, at, length);
            else JsText.putUtf8(text, out, at, length);
        }

        ByteBuf wrapped() {
            return bytes.hasArray() ? Unpooled.wrappedBuffer(bytes.array(), bytes.offset(), length) : Unpooled.wrappedBuffer(bytes.buffer());
        }
    }

    private static byte[] latin1(Object text) {
        byte[] bytes = new byte[JsText.length(text)];
        JsText.putLatin1(text, bytes, 0, bytes.length);
        return bytes;
    }

    private void sent(Object message) {
        env.ticks().call(parser.scope(), room.sentListener(), null, message);
    }
}
