package dev.barista.node.tls;

import dev.barista.engine.AsyncScope;
import dev.barista.engine.Js;
import dev.barista.engine.JsException;
import dev.barista.engine.JsObject;
import dev.barista.node.Environment;
import dev.barista.node.net.StreamWrap;
import java.nio.charset.StandardCharsets;

/** Tells a JavaScript handle of its handshake: each event is a call of the handle's method of that name. Loop thread only. */
final class TlsEvents implements HandshakeListener {
    private final TlsBinding room;
    private final Environment env;
    private final StreamWrap wrap;

    TlsEvents(TlsBinding room, Environment env, StreamWrap wrap) {
        this.room = room;
        this.env = env;
        this.wrap = wrap;
    }

    private void tell(String event, Object... arguments) {
        Object[] all = new Object[arguments.length + 2];
        all[0] = wrap.self();
        all[1] = event;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        env.ticks().call(wrap.scope(), room.receiver(), null, all);
    }

    /** As {@link #tell}, in the middle of a call into OpenSSL: the queues are left for later. @return null where the program has thrown */
    private Object ask(String event, Object... arguments) {
        Object[] all = new Object[arguments.length + 2];
        all[0] = wrap.self();
        all[1] = event;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        AsyncScope before = env.realm().swap(wrap.scope());
        env.loop().defer(() -> env.ticks().run(() -> { }));
        try {
            return room.receiver().call(null, all);
        } catch (JsException e) {
            env.ticks().uncaught(e);
            return null;
        } finally {
            env.realm().swap(before);
        }
    }

    private Object buffer(byte[] bytes) {
        return bytes == null ? env.realm().nullValue() : room.buffer(bytes);
    }

    @Override
    public void handshakeStarted() {
        tell("onhandshakestart", (double) env.loop().now());
    }

    @Override
    public void handshakeDone() {
        tell("onhandshakedone");
    }

    @Override
    public void failed(OpenSslFailure failure) {
        tell("onerror", failure == null ? env.realm().nullValue() : room.describe(failure));
    }

    @Override
    public void sessionMade(byte[] id, byte[] session) {
        tell("onnewsession", buffer(id), buffer(session));
    }

    @Override
    public void keylog(String line) {
        tell("onkeylog", buffer((line + "\n").getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Override
    public void clientHello(byte[] sessionId, boolean ticket) {
        JsObject hello = env.realm().object();
        hello.set("sessionId", buffer(sessionId));
        hello.set("tlsTicket", ticket);
        tell("onclienthello", hello);
    }

    @Override
    public void certificateWanted(String serverName, boolean wantsStatus) {
        JsObject info = env.realm().object();
        info.set("servername", serverName == null ? "" : serverName);
        info.set("OCSPRequest", wantsStatus);
        tell("oncertcb", info);
    }

    @Override
    public void status(byte[] response) {
        tell("onocspresponse", buffer(response));
    }

    @Override
    public int[] protocol(String serverName, byte[] offered) {
        Object[] names = new Object[countOf(offered)];
        for (int i = 0, at = 0; i < names.length; i++, at += 1 + (offered[at] & 0xff)) names[i] = name(offered, at);
        Object chosen = ask("onalpn", serverName == null ? env.realm().nullValue() : serverName, env.realm().array(names));
        if (chosen == null || !(Js.java(chosen) instanceof String text)) return null;
        for (int at = 0; at < offered.length; at += 1 + (offered[at] & 0xff)) {
            if (name(offered, at).equals(text)) return new int[] {at + 1, offered[at] & 0xff};
        }
        return null;
    }

    private static int countOf(byte[] list) {
        int count = 0;
        for (int at = 0; at < list.length; at += 1 + (list[at] & 0xff)) count++;
        return count;
    }

    private static String name(byte[] list, int at) {
        return new String(list, at + 1, Math.min(list[at] & 0xff, list.length - at - 1), StandardCharsets.ISO_8859_1);
    }

    @Override
    public PreSharedKey pskOfClient(String hint, int mostKey, int mostIdentity) {
        Object answer = ask("onpskexchange", hint == null ? env.realm().nullValue() : hint, mostKey, mostIdentity);
        if (answer == null || Js.isNullish(answer)) return null;
        JsObject both = Js.object(answer);
        return new PreSharedKey(both.string("identity").getBytes(StandardCharsets.UTF_8), Js.bytes(both.get("psk")).copy());
    }

    @Override
    public byte[] pskOfServer(String identity, int mostKey) {
        Object answer = ask("onpskexchange", identity == null ? "" : identity, mostKey, 0);
        return answer == null || Js.isNullish(answer) ? null : Js.bytes(answer).copy();
    }
}
