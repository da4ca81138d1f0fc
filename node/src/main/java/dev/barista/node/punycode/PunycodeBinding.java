package dev.barista.node.punycode;

import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;

/** Labels for {@code punycode.js}. Loop thread only. */
public final class PunycodeBinding implements Binding {
    public PunycodeBinding(Environment env) { }

    /** Each function gives a string, or the ordinal of the failure. */
    @Override
    public void define(Exports x) {
        x.fn("encodeLabel", a -> encode(a.string(0)));
        x.fn("decodeLabel", a -> decode(a.string(0)));
    }

    private static Object encode(String text) {
        try {
            return Punycode.encode(text);
        } catch (Punycode.Failed e) {
            return e.failure().ordinal();
        }
    }

    private static Object decode(String text) {
        try {
            return Punycode.decode(text);
        } catch (Punycode.Failed e) {
            return e.failure().ordinal();
        }
    }
}
