package dev.barista.node.net;

import dev.barista.engine.Args;
import dev.barista.engine.AsyncScope;
import dev.barista.engine.Js;
import dev.barista.engine.JsBytes;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.engine.JsText;
import dev.barista.engine.NativeFn;
import dev.barista.loop.ByteStream;
import dev.barista.loop.Errno;
import dev.barista.node.Environment;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * The methods that all stream handles have in JavaScript. Loop thread only.
 *
 * <p>Writes return 0 when all has been handed to the system, 1 when the request will be completed later, or a negative errno.
 */
final class StreamMethods {
    private static final int PENDING = 1;

    /** Chunks that are together shorter than this are put together before they are sent. */
    private static final int SMALL = 64 << 10;

    private final Environment env;
    private final StreamCalls calls;

    StreamMethods(Environment env, StreamCalls calls) {
        this.env = env;
        this.calls = calls;
    }

    /** Puts the methods into a prototype. */
    void define(JsObject prototype) {
        method(prototype, "readStart", a -> wrap(a).readStart());
        method(prototype, "readStop",  this::readStop);
        method(prototype, "write",     this::write);
        method(prototype, "writev",    this::writev);
        method(prototype, "shutdown",  this::shutdown);
        method(prototype, "close",     this::close);
        method(prototype, "ref",       a -> handle(a, ByteStream::ref));
        method(prototype, "unref",     a -> handle(a, ByteStream::unref));
        method(prototype, "hasRef",    a -> !stream(a).closing() && stream(a).hasRef());
        method(prototype, "useUserBuffer", this::useUserBuffer);
        method(prototype, "rescope",   this::rescope);
        accessor(prototype, "fd",           ByteStream::fd);
        accessor(prototype, "bytesRead",    ByteStream::bytesRead);
        accessor(prototype, "bytesWritten", s -> s.bytesWritten() + s.writeQueueSize());
        accessor(prototype, "writeQueueSize", ByteStream::writeQueueSize);
    }

    void method(JsObject prototype, String name, NativeFn body) {
        prototype.defineHidden(name, env.realm().function(name, body));
    }

    /** Reads as undefined on the prototype itself. */
    private void accessor(JsObject prototype, String name, Function<ByteStream, Object> value) {
        JsFunction getter = env.realm().function("get " + name, a -> {
            StreamWrap wrap = a.thisObject().host(StreamWrap.class);
            return wrap == null ? null : value.apply(wrap.stream());
        });
        prototype.defineAccessor(name, getter, null, false);
    }

    /** () Has the callbacks run in the async context of now. */
    private Object rescope(Args a) {
        wrap(a).rescope(calls.scope());
        return null;
    }

    static StreamWrap wrap(Args a) {
        return a.thisHost(StreamWrap.class);
    }

    static ByteStream stream(Args a) {
        return wrap(a).stream();
    }

    private interface Action {
        void on(ByteStream stream);
    }

    private static Object handle(Args a, Action action) {
        action.on(stream(a));
        return null;
    }

    private Object readStop(Args a) {
        stream(a).pause();
        return 0;
    }

    /** (request, string or bytes) */
    private Object write(Args a) {
        ByteBuf bytes = a.isString(1) ? utf8(a.raw(1)) : wrapped(a.bytes(1));
        return write(stream(a), a.object(0), bytes);
    }

    private int write(ByteStream stream, JsObject request, ByteBuf bytes) {
        if (stream.closing()) return Errno.EBADF.code();
        int n = stream.tryWrite(bytes);
        if (!bytes.isReadable() && n >= 0) return 0;
        if (n < 0 && n != Errno.EAGAIN.code()) return n;
        AsyncScope scope = env.realm().scope();
        stream.write(bytes, status -> calls.complete(scope, request, status));
        return PENDING;
    }

    /** (request, array of Buffers and UTF-8 strings) */
    private Object writev(Args a) {
        Object[] chunks = a.object(1).elements();
        ByteBuf[] parts = new ByteBuf[chunks.length];
        long total = 0;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Js.isString(chunks[i]) ? utf8(chunks[i]) : wrapped(Js.bytes(chunks[i]));
            total += parts[i].readableBytes();
        }
        if (total < SMALL) return write(stream(a), a.object(0), joined(parts, (int) total));
        ByteStream stream = stream(a);
        if (stream.closing()) return Errno.EBADF.code();
        JsObject request = a.object(0);
        AsyncScope scope = env.realm().scope();
        for (int i = 0; i < parts.length - 1; i++) stream.write(parts[i]);
        stream.write(parts[parts.length - 1], status -> calls.complete(scope, request, status));
        stream.flush();
        return PENDING;
    }

    private static ByteBuf joined(ByteBuf[] parts, int total) {
        byte[] bytes = new byte[total];
        int at = 0;
        for (ByteBuf part : parts) {
            int length = part.readableBytes();
            part.readBytes(bytes, at, length);
            at += length;
        }
        return Unpooled.wrappedBuffer(bytes);
    }

    private static ByteBuf utf8(Object string) {
        return Unpooled.wrappedBuffer(JsText.utf8Bytes(string));
    }

    private static ByteBuf wrapped(JsBytes bytes) {
        return bytes.hasArray() ? Unpooled.wrappedBuffer(bytes.array(), bytes.offset(), bytes.length()) : Unpooled.wrappedBuffer(bytes.buffer());
    }

    private Object shutdown(Args a) {
        JsObject request = a.object(0);
        AsyncScope scope = env.realm().scope();
        return stream(a).shutdown(status -> calls.complete(scope, request, status));
    }

    /** (function) closes, and calls it later. */
    private Object close(Args a) {
        StreamWrap wrap = wrap(a);
        if (wrap.stream().closing()) return null;
        wrap.stream().close(closed(wrap, a.functionOrNull(0)));
        return null;
    }

    Runnable closed(StreamWrap wrap, JsFunction callback) {
        return callback == null ? null : () -> calls.call(wrap.scope(), callback, wrap.self());
    }

    private Object useUserBuffer(Args a) {
        wrap(a).userBuffer(a.bytes(0));
        return null;
    }
}
