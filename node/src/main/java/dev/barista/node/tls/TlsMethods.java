package dev.barista.node.tls;

import dev.barista.engine.Args;
import dev.barista.engine.JsObject;
import dev.barista.engine.NativeFn;
import dev.barista.node.Environment;
import dev.barista.node.net.StreamWrap;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The methods that a TLS handle has in JavaScript over those of a stream. After its connection is given back they do nothing. */
final class TlsMethods {
    private final Environment env;
    private final TlsBinding room;
    private JsObject prototype;

    TlsMethods(Environment env, TlsBinding room) {
        this.env = env;
        this.room = room;
    }

    Object define(JsObject prototype) {
        this.prototype = prototype;
        act("start",                TlsStream::start);
        act("hold",                 TlsStream::hold);
        act("release",              TlsStream::release);
        act("destroySSL",           TlsStream::destroy);
        act("enableSessionCallbacks", TlsStream::askForSessions);
        act("enableCertCb",         TlsStream::askForCertificate);
        act("enableALPNCb",         TlsStream::askForProtocol);
        act("enableKeylogCallback", TlsStream::logKeys);
        act("enablePskCallback",    TlsStream::usePsk);
        act("requestOCSP",          TlsStream::requestStatus);
        act("certificateSettled",   TlsStream::certificateAnswered);
        act("endParser",            TlsStream::helloAnswered);
        on("receive",          (s, a) -> set(() -> s.receive(a.bytes(0).copy())));
        on("setVerifyMode",    (s, a) -> set(() -> s.verify(a.bool(0), a.bool(1))));
        on("setServername",    (s, a) -> set(() -> s.serverName(a.string(0))));
        on("setALPNProtocols", (s, a) -> set(() -> s.protocols(a.bytes(0).copy())));
        on("setPskIdentityHint", (s, a) -> s.pskHint(a.string(0)));
        on("setOCSPResponse",  (s, a) -> set(() -> s.status(a.bytes(0).copy())));
        on("setSession",       (s, a) -> s.session(a.bytes(0).copy()));
        on("loadSession",      (s, a) -> set(() -> s.nextSession(a.bytes(0).copy())));
        on("useContext",       (s, a) -> set(() -> s.use(a.host(0, SecureContext.class))));
        on("setMaxSendFragment", (s, a) -> s.longestFragment(a.integer(0)));
        on("renegotiate",      (s, a) -> room.guarded(s::renegotiate));

        ask("getServername",   (ssl, a) -> text(Details.serverName(ssl), false));
        ask("getALPNNegotiatedProtocol", (ssl, a) -> text(Details.protocol(ssl), false));
        ask("getProtocol",     (ssl, a) -> Details.version(ssl));
        ask("getCipher",       (ssl, a) -> array(Details.cipher(ssl)));
        ask("verifyResult",    (ssl, a) -> Details.verifyResult(ssl));
        ask("isSessionReused", (ssl, a) -> OpenSsl.SESSION_REUSED.number(ssl) == 1);
        on("getSession",       (s, a) -> bytes(s.currentSession()));
        on("getTLSTicket",     (s, a) -> bytes(s.currentTicket()));
        ask("getFinished",     (ssl, a) -> bytes(Details.finished(ssl, false)));
        ask("getPeerFinished", (ssl, a) -> bytes(Details.finished(ssl, true)));
        ask("getSharedSigalgs", (ssl, a) -> room.strings(Details.sharedSignatureAlgorithms(ssl)));
        ask("getEphemeralKeyInfo", (ssl, a) -> array(Details.temporaryKey(ssl)));
        ask("certificateOf",   (ssl, a) -> bytes(a.bool(0) ? Details.peer(ssl) : Details.certificate(ssl)));
        on("peerChain",        (s, a) -> chain(Details.peerChain(s.ssl(), s.context())));
        ask("exportKeyingMaterial", this::keyingMaterial);
        return null;
    }

    private interface Action {
        void on(TlsStream stream);
    }

    private interface Call {
        Object on(TlsStream stream, Args a);
    }

    private interface Question {
        Object on(long ssl, Args a);
    }

    private void method(String name, NativeFn body) {
        prototype.defineHidden(name, env.realm().function(name, body));
    }

    private void on(String name, Call call) {
        method(name, a -> {
            TlsStream stream = (TlsStream) a.thisHost(StreamWrap.class).stream();
            return stream.ssl() == 0 ? null : call.on(stream, a);
        });
    }

    private void act(String name, Action action) {
        on(name, (s, a) -> set(() -> action.on(s)));
    }

    private void ask(String name, Question question) {
        on(name, (s, a) -> question.on(s.ssl(), a));
    }

    private static Object set(Runnable setting) {
        setting.run();
        return null;
    }

    private static Object text(String text, boolean absent) {
        return text == null ? absent : text;
    }

    private Object array(Object[] elements) {
        return elements == null ? null : env.realm().array(elements);
    }

    private Object bytes(byte[] bytes) {
        return bytes == null ? null : room.buffer(bytes);
    }

    private Object chain(List<byte[]> chain) {
        return env.realm().array(chain.stream().map(room::buffer).toArray());
    }

    /** (length, label, context or undefined) */
    private Object keyingMaterial(long ssl, Args a) {
        byte[] context = a.isUndefined(2) ? null : a.bytes(2).copy();
        byte[] label = a.string(1).getBytes(StandardCharsets.UTF_8);
        return room.guarded(() -> room.buffer(Details.keyingMaterial(ssl, a.integer(0), label, context)));
    }
}
