package dev.barista.node.tls;

import dev.barista.node.posix.Memory;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.EnumMap;
import java.util.Map;

/**
 * The functions that OpenSSL calls in the middle of a handshake. Loop thread only.
 *
 * <p>They all have one shape, as the calls the other way: six 64-bit integers to one. Only as many bits of an argument count as the
 * function's C type has. Nothing may be thrown through OpenSSL's frames: what a callback throws is kept, and thrown again by
 * {@link #rethrow} once the call into OpenSSL has returned.
 */
final class Callbacks {
    /** One function that OpenSSL may call. */
    private interface Body {
        long call(Callbacks self, long a, long b, long c, long d, long e, long f);
    }

    enum Function {
        /** (verified so far, X509_STORE_CTX) What is wrong with the peer's chain is asked for later, and decided by JavaScript. */
        VERIFY((self, ok, store, c, d, e, f) -> 1),
        INFO((self, ssl, where, result, d, e, f) -> self.info(ssl, (int) where)),
        NEW_SESSION((self, ssl, session, c, d, e, f) -> self.newSession(ssl, session)),
        GET_SESSION((self, ssl, id, length, copy, e, f) -> self.session(ssl, copy)),
        TICKET_KEY((self, ssl, name, iv, cipher, mac, sealing) -> self.ticketKeys(ssl).prepare(name, iv, cipher, mac, (int) sealing != 0)),
        CLIENT_HELLO((self, ssl, alert, data, d, e, f) -> self.stream(ssl).clientHello()),
        CERTIFICATE((self, ssl, data, c, d, e, f) -> self.stream(ssl).certificateWanted()),
        ALPN((self, ssl, out, outLength, in, inLength, data) -> self.alpn(ssl, out, outLength, in, (int) inLength)),
        KEYLOG((self, ssl, line, c, d, e, f) -> self.keylog(ssl, line)),
        STATUS((self, ssl, data, c, d, e, f) -> self.stream(ssl).status()),
        PSK_CLIENT((self, ssl, hint, identity, identityRoom, psk, room) ->
            self.stream(ssl).pskOfClient(Memory.text(hint), identity, (int) identityRoom, psk, (int) room)),
        PSK_SERVER((self, ssl, identity, psk, room, e, f) -> self.stream(ssl).pskOfServer(Memory.text(identity), psk, (int) room));

        private final Body body;

        Function(Body body) {
            this.body = body;
        }
    }

    private final Engine engine;
    private final Map<Function, Long> stubs = new EnumMap<>(Function.class);
    private Throwable thrown;

    Callbacks(Engine engine) {
        this.engine = engine;
    }

    /** The address of a function, to be given to OpenSSL; valid until the environment ends. */
    long address(Function function) {
        return stubs.computeIfAbsent(function, this::stub);
    }

    private long stub(Function function) {
        try {
            MethodType type = MethodType.methodType(long.class, Function.class, long.class, long.class, long.class, long.class, long.class, long.class);
            MethodHandle enter = MethodHandles.lookup().findVirtual(Callbacks.class, "enter", type);
            ValueLayout.OfLong l = ValueLayout.JAVA_LONG;
            return Linker.nativeLinker().upcallStub(MethodHandles.insertArguments(enter, 0, this, function),
                FunctionDescriptor.of(l, l, l, l, l, l, l), engine.memory().arena()).address();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unused") // by its name, in stub()
    private long enter(Function function, long a, long b, long c, long d, long e, long f) {
        try {
            return function.body.call(this, a, b, c, d, e, f);
        } catch (Throwable t) {
            if (thrown == null) thrown = t;
            return 0;
        }
    }

    /** Throws what a callback has thrown, if one has. */
    void rethrow() {
        Throwable t = thrown;
        if (t == null) return;
        thrown = null;
        if (t instanceof Error e) throw e;
        throw (RuntimeException) t;   // a callback's body declares nothing else
    }

    private TlsStream stream(long ssl) {
        return engine.stream(ssl);
    }

    private TicketKeys ticketKeys(long ssl) {
        return stream(ssl).context().ticketKeys();
    }

    private long info(long ssl, int where) {
        int start = 0x10;
        int done = 0x20;
        TlsStream stream = stream(ssl);
        if (stream == null) return 0;
        if ((where & start) != 0) stream.handshakeStarted();
        if ((where & done) != 0 && OpenSsl.RENEGOTIATE_PENDING.number(ssl) == 0) stream.handshakeDone();
        return 0;
    }

    /** @return 0: the session stays OpenSSL's */
    private long newSession(long ssl, long session) {
        TlsStream stream = stream(ssl);
        if (stream != null) stream.sessionMade(session);
        return 0;
    }

    private long session(long ssl, long copy) {
        Memory.integer(copy, 0);   // the reference is handed over
        return stream(ssl).takeNextSession();
    }

    private long alpn(long ssl, long out, long outLength, long in, int inLength) {
        int ok = 0;
        int fatal = 2;
        int none = 3;
        TlsStream stream = stream(ssl);
        int[] found = stream.chooseProtocol(Memory.bytes(in, inLength));
        if (found == null) return stream.protocolsOffered() ? fatal : none;
        Memory.pointer(out, in + found[0]);
        Memory.octet(outLength, found[1]);
        return ok;
    }

    private long keylog(long ssl, long line) {
        TlsStream stream = stream(ssl);
        if (stream != null) stream.keylog(Memory.text(line));
        return 0;
    }
}
