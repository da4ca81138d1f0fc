package dev.barista.node.dgram;

import dev.barista.engine.AsyncScope;
import dev.barista.engine.BufferAllocator;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.loop.DatagramReader;
import dev.barista.loop.UdpHandle;
import dev.barista.node.Environment;
import dev.barista.node.net.SocketNames;
import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;

/** What stands behind a UDP handle that JavaScript holds. Loop thread only. */
final class UdpWrap implements DatagramReader {
    private final Environment env;
    private final UdpHandle handle;
    private final JsObject self;
    private final JsFunction onMessage;
    private final AsyncScope scope;
    private BufferAllocator buffers;

    UdpWrap(Environment env, UdpHandle handle, JsObject self, JsFunction onMessage) {
        this.env = env;
        this.handle = handle;
        this.self = self;
        this.onMessage = onMessage;
        this.scope = env.realm().scope();
    }

    UdpHandle handle() {
        return handle;
    }

    int start() {
        return handle.receive(this);
    }

    int stop() {
        handle.pause();
        return 0;
    }

    Object ref(boolean on) {
        if (handle.closing()) return null;
        if (on) handle.ref();
        else handle.unref();
        return null;
    }

    Object close(JsFunction callback) {
        if (handle.closing()) return null;
        handle.close(callback == null ? null : () -> env.ticks().call(scope, callback, self));
        return null;
    }

    @Override
    public void received(ByteBuf bytes, InetSocketAddress from) {
        byte[] copy = new byte[bytes.readableBytes()];
        bytes.readBytes(copy);
        if (buffers == null) {
            buffers = new BufferAllocator(env.realm(), env.builtins().requireObject("buffer").object("Buffer").object("prototype"));
        }
        JsObject sender = env.realm().object();
        SocketNames.describe(sender, from);
        env.ticks().call(scope, onMessage, null, self, copy.length, buffers.of(copy), sender);
    }

    @Override
    public void failed(int errno) {
        env.ticks().call(scope, onMessage, null, self, errno);
    }
}
