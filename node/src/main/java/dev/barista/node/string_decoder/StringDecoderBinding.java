package dev.barista.node.string_decoder;

import dev.barista.engine.ByteSlice;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.buffer.Encoding;

/** Decoding in chunks for {@code string_decoder.js}. Loop thread only. */
public final class StringDecoderBinding implements Binding {
    public StringDecoderBinding(Environment env) { }

    @Override
    public void define(Exports x) {
        x.fn("decode", a -> decode(new DecoderState(a.bytes(0).slice()), a.bytes(1).slice()));
        x.fn("flush",  a -> flush(new DecoderState(a.bytes(0).slice())));
    }

    /** @return a string, or undefined where it would be too long */
    private static Object decode(DecoderState state, ByteSlice chunk) {
        Encoding encoding = state.encoding();
        ByteSlice whole = state.take(chunk);
        return encoding.isTooLong(whole) ? null : encoding.decode(whole);
    }

    private static Object flush(DecoderState state) {
        return state.encoding().decode(state.flush());
    }
}
