package dev.barista.node.http2;

import dev.barista.engine.JsText;
import java.nio.charset.StandardCharsets;

/**
 * A header field. Loop thread only.
 *
 * <p>Fields of the compression's tables are used for every message that refers to them, so that a field which comes again costs nothing.
 */
final class Field {
    /** What a field's entry in a table counts besides its octets: RFC 7541, section 4.1. */
    static final int OVERHEAD = 32;

    static final Field[] NONE = {};

    final FieldName name;
    final byte[] value;
    /** Whether no intermediary may put it into a table. */
    final boolean sensitive;
    private Object valueText;
    private byte validity;

    Field(FieldName name, byte[] value, boolean sensitive) {
        this.name = name;
        this.value = value;
        this.sensitive = sensitive;
    }

    static Field of(String name, String value) {
        return new Field(FieldName.of(name), value.getBytes(StandardCharsets.ISO_8859_1), false);
    }

    /** In octets, as tables and limits count it. */
    int size() {
        return name.bytes.length + value.length + OVERHEAD;
    }

    /** The value as a string of JavaScript's, made once. */
    Object valueText() {
        if (valueText == null) valueText = JsText.ofLatin1(value, 0, value.length);
        return valueText;
    }

    /** Whether name and value have no octets that they may not have; found out once. @param strict whether blanks around the value count */
    boolean valid(boolean strict) {
        int known = strict ? 1 : 2;
        if ((validity & known) == 0) validity |= (byte) (known | (FieldRules.valid(this, strict) ? known << 2 : 0));
        return (validity & known << 2) != 0;
    }

    @Override
    public String toString() {
        return name + ": " + new String(value, StandardCharsets.ISO_8859_1);
    }
}
