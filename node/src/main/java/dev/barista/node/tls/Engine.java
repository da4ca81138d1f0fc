package dev.barista.node.tls;

import dev.barista.node.Environment;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** OpenSSL as one environment uses it: its memory, its callbacks, and what must be given back when it ends. Loop thread only. */
final class Engine {
    private final Environment env;
    private final Native memory = new Native();
    private final Callbacks callbacks = new Callbacks(this);
    private final TrustedCertificates trusted;
    private final Map<Long, TlsStream> streams = new HashMap<>();
    private final ReferenceQueue<SecureContext> forgotten = new ReferenceQueue<>();
    private final Set<Held> contexts = new HashSet<>();
    private final Map<String, Long> stores = new HashMap<>();

    /** Gives an SSL_CTX back when JavaScript has forgotten its context. Connections keep it alive on their own account. */
    private static final class Held extends PhantomReference<SecureContext> {
        final long pointer;

        Held(SecureContext context, ReferenceQueue<SecureContext> queue) {
            super(context, queue);
            this.pointer = context.pointer();
        }
    }

    Engine(Environment env) {
        this.env = env;
        this.trusted = new TrustedCertificates(env);
        OpenSsl.initialize();
        env.atClose(this::close);
    }

    Environment env() {
        return env;
    }

    Native memory() {
        return memory;
    }

    Callbacks callbacks() {
        return callbacks;
    }

    TrustedCertificates trusted() {
        return trusted;
    }

    /** Takes care of a fresh context, and frees those that are forgotten. */
    void keep(SecureContext context) {
        for (Held held; (held = (Held) forgotten.poll()) != null; ) {
            contexts.remove(held);
            OpenSsl.CTX_FREE.call(held.pointer);
        }
        contexts.add(new Held(context, forgotten));
    }

    void add(long ssl, TlsStream stream) {
        streams.put(ssl, stream);
    }

    void remove(long ssl) {
        streams.remove(ssl);
    }

    /** The stream that a callback is about. */
    TlsStream stream(long ssl) {
        return streams.get(ssl);
    }

    /** A store of trusted certificates that several contexts use, made at the first request. */
    long store(String name, java.util.function.LongSupplier make) {
        return stores.computeIfAbsent(name, n -> make.getAsLong());
    }

    /** Has a store made anew when it is next asked for. */
    void forgetStores() {
        for (long store : stores.values()) OpenSsl.STORE_FREE.call(store);
        stores.clear();
    }

    private void close() {
        for (TlsStream stream : streams.values().toArray(TlsStream[]::new)) stream.destroy();
        for (Held held : contexts) OpenSsl.CTX_FREE.call(held.pointer);
        contexts.clear();
        forgetStores();
        memory.close();
    }
}
