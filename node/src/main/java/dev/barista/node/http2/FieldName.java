package dev.barista.node.http2;

import dev.barista.engine.JsText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The name of a header field, and what the protocol says of fields of that name. Loop thread only. */
final class FieldName {
    /** What a field means to the protocol itself. */
    enum Kind {
        AUTHORITY(":authority"), METHOD(":method"), PATH(":path"), PROTOCOL(":protocol"), SCHEME(":scheme"), STATUS(":status"), HOST("host"),
        CONTENT_LENGTH("content-length"), TE("te"), CONNECTION("connection"), KEEP_ALIVE("keep-alive"), PROXY_CONNECTION("proxy-connection"),
        TRANSFER_ENCODING("transfer-encoding"), UPGRADE("upgrade"),
        /** A name that begins with a colon and is none of the above. */
        UNKNOWN_PSEUDO(":"),
        OTHER("");

        private static final Kind[] ALL = values();

        final byte[] text;

        Kind(String text) {
            this.text = text.getBytes(StandardCharsets.ISO_8859_1);
        }

        boolean pseudo() {
            return this != OTHER && text[0] == ':';
        }

        static Kind of(byte[] name) {
            for (Kind kind : ALL) {
                if (Arrays.equals(kind.text, name)) return kind;
            }
            return name.length > 0 && name[0] == ':' ? UNKNOWN_PSEUDO : OTHER;
        }
    }

    final byte[] bytes;
    final Kind kind;
    private Object text;

    FieldName(byte[] bytes) {
        this.bytes = bytes;
        this.kind = Kind.of(bytes);
    }

    static FieldName of(String text) {
        return new FieldName(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** As a string of JavaScript's, made once. */
    Object text() {
        if (text == null) text = JsText.ofLatin1(bytes, 0, bytes.length);
        return text;
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
