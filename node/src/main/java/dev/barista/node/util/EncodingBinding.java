package dev.barista.node.util;

import dev.barista.engine.Args;
import dev.barista.engine.ByteSlice;
import dev.barista.engine.JsBytes;
import dev.barista.engine.JsObject;
import dev.barista.engine.JsText;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;

/** Bytes and text for TextEncoder and TextDecoder. Loop thread only. */
public final class EncodingBinding implements Binding {
    private static final ByteSlice NOTHING = ByteSlice.of(new byte[0]);
    private static final int LONGEST = 3;   // bytes that one UTF-16 unit takes at most

    private final Environment env;

    public EncodingBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("encodingOf",  a -> encodingOf(a.string(0)));
        x.fn("decoder",     a -> env.realm().wrap(new TextDecoding(WebEncoding.of(a.string(0)), a.bool(1), a.bool(2))));
        x.fn("decode",      this::decode);
        x.fn("encode",      a -> env.realm().bytes(JsText.utf8Bytes(a.raw(0))));
        x.fn("encodeInto",  this::encodeInto);
    }

    /** @return the name of the encoding with that label, or undefined */
    private static Object encodingOf(String label) {
        WebEncoding encoding = WebEncoding.of(label);
        return encoding == null ? null : encoding.id();
    }

    /** decode(decoder, bytes or undefined, more): the text, or undefined if ill-formed bytes are fatal. */
    private Object decode(Args a) {
        ByteSlice bytes = a.isUndefined(1) ? NOTHING : a.bytes(1).slice();
        return a.host(0, TextDecoding.class).decode(bytes, a.bool(2));
    }

    /** encodeInto(text, bytes): how many units were read and how many bytes written. */
    private JsObject encodeInto(Args a) {
        Object text = a.raw(0);
        JsBytes target = a.bytes(1);
        int room = (int) Math.min(target.length(), (long) LONGEST * JsText.length(text));
        byte[] bytes = new byte[room];
        int written = JsText.putUtf8(text, bytes, 0, room);
        target.put(0, bytes, 0, written);
        JsObject result = env.realm().object();
        result.set("read", (int) JsText.lengthOfUtf8(new ByteSlice(bytes, 0, written)));
        result.set("written", written);
        return result;
    }
}
