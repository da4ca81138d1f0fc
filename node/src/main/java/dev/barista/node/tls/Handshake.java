package dev.barista.node.tls;

import dev.barista.node.posix.Memory;
import java.lang.foreign.Arena;
import java.util.ArrayDeque;

/**
 * A connection of OpenSSL's with the questions it asks while it shakes hands. Loop thread only.
 *
 * <p>What OpenSSL tells in the middle of a call is kept as news and told to JavaScript when the call has returned, in order. Only the
 * choice of an application protocol and of a pre-shared key is asked for at once, for OpenSSL can't wait for them.
 */
abstract class Handshake {
    private static final int CTRL_MAX_FRAGMENT = 52;
    private static final int CTRL_SET_HOST_NAME = 55;
    private static final int CTRL_STATUS_CALLBACK = 63;
    private static final int CTRL_STATUS_TYPE = 65;
    private static final int CTRL_GET_STATUS = 70;
    private static final int CTRL_SET_STATUS = 71;
    private static final int CTRL_VERIFY_STORE = 106;
    private static final int CTRL_GET_STATUS_TYPE = 127;
    private static final int STATUS_OCSP = 1;
    private static final int EXTENSION_TICKET = 35;
    private static final int VERIFY_PEER = 1;
    private static final int VERIFY_FAIL_IF_NONE = 2;
    private static final int OK = 1;
    private static final int RETRY = -1;
    private static final int STATUS_ANSWERED = 0;
    private static final int STATUS_NONE = 3;

    /** The questions that can wait for the program's answer. */
    private enum Question { UNASKED, WANTED, ASKED, ANSWERED }

    private final Engine engine;
    private final boolean server;
    private final ArrayDeque<Runnable> news = new ArrayDeque<>();
    private SecureContext context;
    private HandshakeListener listener;
    private long ssl;
    private long incoming;
    private long outgoing;
    private long nextSession;
    private boolean established;
    private Question hello = Question.UNASKED;
    private Question certificate = Question.UNASKED;
    private Runnable helloNews;
    private byte[] protocols;
    private boolean asksProtocol;
    private boolean asksSessions;
    private boolean asksStatus;
    private boolean logsKeys;
    private boolean verifies;
    private int inside;
    private boolean doomed;
    private byte[] status;
    private byte[] told;

    Handshake(Engine engine, SecureContext context, boolean server) {
        this.engine = engine;
        this.context = context;
        this.server = server;
        if (server) context.prepareToServe();
        OpenSsl.ERR_CLEAR.call();
        ssl = OpenSsl.NEW.call(context.pointer());
        if (ssl == 0) throw OpenSslFailure.ofSetting("SSL_new");
        incoming = OpenSsl.BIO_NEW.call(OpenSsl.BIO_S_MEM.call());
        outgoing = OpenSsl.BIO_NEW.call(OpenSsl.BIO_S_MEM.call());
        OpenSsl.SET_BIO.call(ssl, incoming, outgoing);
        OpenSsl.SET_VERIFY.call(ssl, 0, engine.callbacks().address(Callbacks.Function.VERIFY));
        OpenSsl.SET_INFO_CALLBACK.call(ssl, engine.callbacks().address(Callbacks.Function.INFO));
        if (server) OpenSsl.SET_ACCEPT_STATE.call(ssl);
        else OpenSsl.SET_CONNECT_STATE.call(ssl);
    }

    /** To be called once, when the object is whole. */
    final void listen(HandshakeListener listener, TlsStream self) {
        this.listener = listener;
        engine.add(ssl, self);
    }

    final Engine engine() {
        return engine;
    }

    final boolean server() {
        return server;
    }

    /** The SSL; 0 when it has been given back. */
    final long ssl() {
        return ssl;
    }

    final long incoming() {
        return incoming;
    }

    final long outgoing() {
        return outgoing;
    }

    final boolean established() {
        return established;
    }

    /** Goes on with a handshake that waited. */
    abstract void resume();

    /** Calls a function that may call back. {@link #leave} is to follow, after what is asked of its errors. */
    final int enter(OpenSsl function, long a, long b) {
        inside++;
        return function.number(ssl, a, b);
    }

    /** Whether OpenSSL is at work, and has called back. */
    final boolean inside() {
        return inside > 0;
    }

    /** Does what could not be done while OpenSSL was at work. */
    final void leave() {
        if (inside == 0) return;
        inside = 0;
        if (doomed) destroy();
        engine.callbacks().rethrow();
    }

    void destroy() {
        if (ssl == 0) return;
        if (inside > 0) {
            doomed = true;   // a callback's program has destroyed the connection that OpenSSL is working on
            return;
        }
        engine.remove(ssl);
        OpenSsl.FREE.call(ssl);
        ssl = 0;
        incoming = 0;
        outgoing = 0;
        news.clear();
    }

    // Settings

    /** @param rejects whether a server's client must have a certificate */
    final void verify(boolean asks, boolean rejects) {
        int mode = !server ? 0 : !asks ? 0 : rejects ? VERIFY_PEER | VERIFY_FAIL_IF_NONE : VERIFY_PEER;
        verifies = !server || asks;
        if (verifies) context.prepareToVerify();
        OpenSsl.SET_VERIFY.call(ssl, mode, engine.callbacks().address(Callbacks.Function.VERIFY));
    }

    final void serverName(String name) {
        try (Arena arena = Arena.ofConfined()) {
            OpenSsl.CTRL.call(ssl, CTRL_SET_HOST_NAME, 0, Memory.terminated(arena, name));
        }
    }

    /** Has {@link HandshakeListener#clientHello} and new sessions told. */
    final void askForSessions() {
        if (server) OpenSsl.CTX_SET_CLIENT_HELLO_CB.call(context.pointer(), engine.callbacks().address(Callbacks.Function.CLIENT_HELLO), 0);
        asksSessions = true;
    }

    /** Has {@link HandshakeListener#certificateWanted} told. */
    final void askForCertificate() {
        OpenSsl.SET_CERT_CB.call(ssl, engine.callbacks().address(Callbacks.Function.CERTIFICATE), 0);
        long callback = engine.callbacks().address(Callbacks.Function.STATUS);
        OpenSsl.CTX_CALLBACK_CTRL.call(context.pointer(), CTRL_STATUS_CALLBACK, callback);
    }

    final void logKeys() {
        OpenSsl.CTX_SET_KEYLOG_CALLBACK.call(context.pointer(), engine.callbacks().address(Callbacks.Function.KEYLOG));
        logsKeys = true;
    }

    /** Asks the server how its certificate stands. */
    final void requestStatus() {
        OpenSsl.CTX_CALLBACK_CTRL.call(context.pointer(), CTRL_STATUS_CALLBACK, engine.callbacks().address(Callbacks.Function.STATUS));
        OpenSsl.CTRL.call(ssl, CTRL_STATUS_TYPE, STATUS_OCSP, 0);
        asksStatus = true;
    }

    /** The protocols of ALPN, each after its length. */
    final void protocols(byte[] list) {
        if (server) {
            protocols = list;
            selectProtocols();
        } else {
            try (Arena arena = Arena.ofConfined()) {
                OpenSsl.SET_ALPN_PROTOS.call(ssl, Memory.copy(arena, list), list.length);
            }
        }
    }

    /** Has {@link HandshakeListener#protocol} asked. */
    final void askForProtocol() {
        asksProtocol = true;
        selectProtocols();
    }

    private void selectProtocols() {
        OpenSsl.CTX_SET_ALPN_SELECT_CB.call(context.pointer(), engine.callbacks().address(Callbacks.Function.ALPN), 0);
    }

    /** Resumes a session of before, as a client. @return whether it is one */
    final boolean session(byte[] whole) {
        long session = Sessions.decoded(whole);
        if (session == 0) return false;
        OpenSsl.SET_SESSION.call(ssl, session);
        OpenSsl.SESSION_FREE.call(session);
        return true;
    }

    /** @return whether OpenSSL takes the limit, in bytes of plain text */
    final boolean longestFragment(int size) {
        return OpenSsl.CTRL.number(ssl, CTRL_MAX_FRAGMENT, size, 0) == OK;
    }

    /** Begins another handshake on the connection. */
    final void renegotiate() {
        OpenSsl.ERR_CLEAR.call();
        if (OpenSsl.RENEGOTIATE.number(ssl) != OK) throw OpenSslFailure.ofSetting("SSL_renegotiate");
        resume();
    }

    final SecureContext context() {
        return context;
    }

    final void usePsk() {
        if (server) OpenSsl.SET_PSK_SERVER_CALLBACK.call(ssl, engine.callbacks().address(Callbacks.Function.PSK_SERVER));
        else OpenSsl.SET_PSK_CLIENT_CALLBACK.call(ssl, engine.callbacks().address(Callbacks.Function.PSK_CLIENT));
    }

    final boolean pskHint(String hint) {
        try (Arena arena = Arena.ofConfined()) {
            return OpenSsl.USE_PSK_IDENTITY_HINT.number(ssl, Memory.terminated(arena, hint)) == OK;
        }
    }

    /** Goes on with another context's key and certificates. */
    final void use(SecureContext other) {
        context = other;
        OpenSsl.SET_CONTEXT.call(ssl, other.pointer());
        OpenSsl.SET_CLIENT_CA_LIST.call(ssl, OpenSsl.DUP_CA_LIST.call(OpenSsl.CTX_GET_CLIENT_CA_LIST.call(other.pointer())));
        if (protocolsOffered()) selectProtocols();
        if (!verifies) return;
        other.prepareToVerify();
        long store = OpenSsl.CTX_GET_CERT_STORE.call(other.pointer());
        OpenSsl.CTRL.call(ssl, CTRL_VERIFY_STORE, 1, store);
    }

    // What OpenSSL tells, in the middle of a call

    final void handshakeStarted() {
        news.add(listener::handshakeStarted);
    }

    final void handshakeDone() {
        established = true;
        news.add(listener::handshakeDone);
    }

    final void sessionMade(long session) {
        if (!asksSessions) return;
        byte[] id = Sessions.id(session);
        byte[] whole = Sessions.encoded(session);
        if (whole != null) news.add(() -> tellSession(id, whole));
    }

    private void tellSession(byte[] id, byte[] whole) {
        told = whole;
        listener.sessionMade(id, whole);
        told = null;
    }

    /** The session in DER, which is the one that the program is just told of: the next one may have come too. Null while there is none. */
    final byte[] currentSession() {
        return told != null ? told : Details.session(ssl);
    }

    /** The ticket of the same session; null for none. */
    final byte[] currentTicket() {
        if (told == null) return Details.ticket(ssl);
        long session = Sessions.decoded(told);
        try {
            return Sessions.ticket(session);
        } finally {
            OpenSsl.SESSION_FREE.call(session);
        }
    }

    final void keylog(String line) {
        if (logsKeys) news.add(() -> listener.keylog(line));
    }

    /** @return whether the hello may be taken now */
    final int clientHello() {
        if (!asksSessions || hello == Question.ANSWERED) return OK;
        if (hello == Question.UNASKED) {
            hello = Question.WANTED;
            byte[] id;
            boolean ticket;
            try (Arena arena = Arena.ofConfined()) {
                long out = arena.allocate(16).address();
                long length = OpenSsl.CLIENT_HELLO_GET0_SESSION_ID.call(ssl, out);
                id = Memory.bytes(Memory.pointer(out), length);
                ticket = OpenSsl.CLIENT_HELLO_GET0_EXT.number(ssl, EXTENSION_TICKET, out, out + 8) == OK && Memory.pointer(out + 8) > 0;
            }
            helloNews = () -> listener.clientHello(id, ticket);
        }
        return RETRY;
    }

    /** @return whether the certificate is settled */
    final int certificateWanted() {
        if (certificate == Question.ANSWERED) return OK;
        if (certificate == Question.UNASKED) certificate = Question.WANTED;
        return RETRY;
    }

    /** Whether the handshake waits for something that the program has been asked. */
    final boolean waitsForProgram() {
        return hello == Question.ASKED || certificate == Question.ASKED;
    }

    /** Asks what the handshake waits for. @return whether the answer is there already, so that it can go on */
    final boolean askProgram() {
        if (hello == Question.WANTED) {
            hello = Question.ASKED;
            helloNews.run();
            return hello == Question.ANSWERED;
        }
        if (certificate == Question.WANTED) {
            certificate = Question.ASKED;
            boolean wantsStatus = OpenSsl.CTRL.number(ssl, CTRL_GET_STATUS_TYPE, 0, 0) == STATUS_OCSP;
            listener.certificateWanted(Details.serverName(ssl), wantsStatus);
            return certificate == Question.ANSWERED;
        }
        return false;
    }

    /** The program has said which session to use, if any. */
    final void helloAnswered() {
        hello = Question.ANSWERED;
        resume();
    }

    final void certificateAnswered() {
        certificate = Question.ANSWERED;
        resume();
    }

    final void nextSession(byte[] whole) {
        nextSession = Sessions.decoded(whole);
    }

    final long takeNextSession() {
        long session = nextSession;
        nextSession = 0;
        return session;
    }

    final boolean protocolsOffered() {
        return protocols != null || asksProtocol;
    }

    /** @return where in the client's list the choice is, and its length; null for none */
    final int[] chooseProtocol(byte[] offered) {
        if (asksProtocol) return listener.protocol(Details.serverName(ssl), offered);
        if (protocols == null) return null;
        for (int mine = 0; mine < protocols.length; mine += 1 + (protocols[mine] & 0xff)) {
            for (int theirs = 0; theirs < offered.length; theirs += 1 + (offered[theirs] & 0xff)) {
                int length = offered[theirs] & 0xff;
                if (theirs + 1 + length > offered.length) break;
                if (java.util.Arrays.equals(protocols, mine, mine + 1 + (protocols[mine] & 0xff), offered, theirs, theirs + 1 + length)) {
                    return new int[] {theirs + 1, length};
                }
            }
        }
        return null;
    }

    final void status(byte[] response) {
        status = response;
    }

    /** A client has got the answer on the certificate's status; a server gives it. */
    final int status() {
        if (!server) {
            if (!asksStatus) return OK;
            try (Arena arena = Arena.ofConfined()) {
                long out = arena.allocate(8).address();
                int length = OpenSsl.CTRL.number(ssl, CTRL_GET_STATUS, 0, out);
                byte[] response = length <= 0 ? null : Memory.bytes(Memory.pointer(out), length);
                news.add(() -> listener.status(response));
            }
            return OK;
        }
        if (status == null) return STATUS_NONE;
        OpenSsl.CTRL.call(ssl, CTRL_SET_STATUS, status.length, Sessions.owned(status));
        return STATUS_ANSWERED;
    }

    final int pskOfClient(String hint, long identity, int identityRoom, long psk, int room) {
        PreSharedKey key = listener.pskOfClient(hint, room, identityRoom);
        if (key == null || key.identity().length >= identityRoom || key.key().length > room) return 0;
        Memory.put(key.identity(), 0, identity, key.identity().length);
        Memory.octet(identity + key.identity().length, 0);
        Memory.put(key.key(), 0, psk, key.key().length);
        return key.key().length;
    }

    final int pskOfServer(String identity, long psk, int room) {
        byte[] key = listener.pskOfServer(identity, room);
        if (key == null || key.length > room) return 0;
        Memory.put(key, 0, psk, key.length);
        return key.length;
    }

    final boolean hasNews() {
        return !news.isEmpty();
    }

    final void tellNews() {
        for (Runnable each; (each = news.pollFirst()) != null; ) each.run();
    }

    final void tellFailure(OpenSslFailure failure) {
        listener.failed(failure);
    }
}
