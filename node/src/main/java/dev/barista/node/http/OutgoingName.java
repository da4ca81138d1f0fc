package dev.barista.node.http;

import dev.barista.engine.Js;
import dev.barista.engine.JsText;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A field's name without regard to case. Names of one text are mostly one object, but not always. Loop thread only. */
final class OutgoingName {
    /** What a name tells about how its field is sent. */
    enum Kind { ORDINARY, COOKIE, DATE, LENGTH, SPECIAL }

    private final Object text;
    private final Kind kind;

    private OutgoingName(String lower) {
        this.text = JsText.of(lower);
        this.kind = switch (lower) {
            case "connection", "transfer-encoding", "expect", "trailer", "keep-alive" -> Kind.SPECIAL;
            case "content-length" -> Kind.LENGTH;
            case "date" -> Kind.DATE;
            case "cookie" -> Kind.COOKIE;
            default -> Kind.ORDINARY;
        };
    }

    /** In lower case, a JavaScript string. */
    Object text() {
        return text;
    }

    Kind kind() {
        return kind;
    }

    boolean is(OutgoingName other) {
        return this == other || text.equals(other.text);
    }

    /** The names that programs have used, so that each text is looked at once. Bounded: names may come from strangers. */
    static final class Table {
        private static final int MOST = 500;

        private final Map<Object, OutgoingName> known = new HashMap<>();

        /** @return the name that a value is, or {@code null} if it is no token */
        OutgoingName token(Object value) {
            OutgoingName name = known.get(value);
            if (name != null || !FieldText.isToken(value)) return name;
            String lower = lower(value);
            name = known.get(JsText.of(lower));
            if (name == null) name = new OutgoingName(lower);
            if (known.size() < MOST) {
                known.put(name.text, name);
                known.put(value, name);
            }
            return name;
        }

        /** The name that a string stands for, be it a token or not. */
        OutgoingName of(Object text) {
            OutgoingName name = token(text);
            return name != null ? name : new OutgoingName(lower(text));
        }

        private static String lower(Object text) {
            return ((String) Js.java(text)).toLowerCase(Locale.ROOT);
        }
    }
}
