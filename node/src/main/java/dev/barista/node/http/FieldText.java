package dev.barista.node.http;

import dev.barista.engine.ByteSlice;
import dev.barista.engine.Js;
import dev.barista.engine.JsText;

/** Which values of JavaScript may be the name or the value of a field. Any thread. */
final class FieldText {
    private FieldText() {}

    /** Whether it is a string that may be a name, a token of RFC 9110. */
    static boolean isToken(Object value) {
        if (!Js.isString(value) || !JsText.isLatin1(value)) return false;
        ByteSlice name = JsText.latin1Bytes(value);
        if (name.length() == 0) return false;
        for (int i = 0; i < name.length(); i++) {
            if (!Chars.isToken(name.array()[name.offset() + i])) return false;
        }
        return true;
    }

    /** Whether it is a string that may be a value. */
    static boolean isValue(Object value) {
        if (!Js.isString(value) || !JsText.isLatin1(value)) return false;
        ByteSlice text = JsText.latin1Bytes(value);
        for (int i = 0; i < text.length(); i++) {
            if (!Chars.isValue(text.array()[text.offset() + i])) return false;
        }
        return true;
    }
}
