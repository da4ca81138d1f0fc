package dev.barista.node.net;

import dev.barista.engine.AsyncScope;
import dev.barista.engine.BufferAllocator;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.node.Environment;

/** The calls from streams into JavaScript, whose receiving ends {@code internal/net/handles.js} gives once. Loop thread only. */
final class StreamCalls {
    private final Environment env;
    private BufferAllocator buffers;
    private JsFunction onRead;
    private JsFunction onConnection;
    private JsFunction onComplete;

    StreamCalls(Environment env) {
        this.env = env;
    }

    void receivers(JsFunction onRead, JsFunction onConnection, JsFunction onComplete) {
        this.onRead = onRead;
        this.onConnection = onConnection;
        this.onComplete = onComplete;
    }

    AsyncScope scope() {
        return env.realm().scope();
    }

    /** A Buffer on the array itself. */
    Object buffer(byte[] bytes) {
        if (buffers == null) {
            buffers = new BufferAllocator(env.realm(), env.builtins().requireObject("buffer").object("Buffer").object("prototype"));
        }
        return buffers.of(bytes);
    }

    /** @param what a Buffer, a number of bytes in the user's memory, or a negative errno */
    void read(StreamWrap wrap, Object what) {
        env.ticks().call(wrap.scope(), onRead, null, wrap.self(), what);
    }

    /** @param client a fresh wrap for JavaScript to attach to, or null when {@code status} is an errno */
    void connection(StreamWrap server, int status, StreamWrap client) {
        Object native_ = client == null ? null : env.realm().wrap(client);
        env.ticks().call(server.scope(), onConnection, null, server.self(), status, native_);
    }

    /** Tells a request that it is done. */
    void complete(AsyncScope scope, JsObject request, int status) {
        env.ticks().call(scope, onComplete, null, request, status);
    }

    void call(AsyncScope scope, JsFunction function, JsObject receiver) {
        env.ticks().call(scope, function, receiver);
    }
}
