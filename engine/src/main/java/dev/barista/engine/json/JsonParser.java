package dev.barista.engine.json;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSException;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSArray;
import com.oracle.truffle.js.runtime.builtins.JSDictionary;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Null;
import java.util.Arrays;

/**
 * Makes values of JSON texts. It does not recurse, so that a text may be nested as deeply as memory allows. Realm's thread only; it calls
 * nothing of the program's.
 *
 * <p>Values whose array or object is not complete lie on a stack of their own; a frame says where those of one array or object begin.
 */
final class JsonParser {
    /** How many sequences of keys are remembered; then remembering starts afresh. */
    private static final int MAX_LAYOUTS = 4096;

    /** Stacks that grew beyond this are not kept. */
    private static final int KEPT = 1 << 12;

    /** Marks of frames; the frame of another object is its {@link Layout} so far. */
    private static final Object ARRAY = new Object();
    private static final Object DICTIONARY = new Object();

    private final JSContext context;
    private final JSRealm realm;

    private Layout root = new Layout();
    private int layouts;

    private JsonText text;
    private JsonNumbers numbers;
    private int pos;

    private Object[] values = new Object[64];
    private int top;

    /** Above it nothing was put on the stack. */
    private int highest;

    private Object[] frames = new Object[16];
    private int[] bases = new int[16];
    private int[] slots = new int[16];
    private int depth;

    /** The frame of a wide object whose keys are being learnt, or 0. */
    private int learning;

    JsonParser(JSRealm realm) {
        this.context = realm.getContext();
        this.realm = realm;
    }

    Object parse(TruffleString source) {
        begin(source);
        try {
            skipSpace();
            return value();
        } finally {
            end();
        }
    }

    /** Throws if the text is not that of a primitive value, without space around it. */
    void parsePrimitive(TruffleString source) {
        begin(source);
        try {
            int c = text.at(0);
            if (c == JsonText.END) throw JsonSyntax.error("Invalid value for JSON.rawJSON");
            if (isSpace(c) || c == '{' || c == '[') throw JsonSyntax.unexpected(text, 0);
            primitive(c);
            if (pos < text.length) throw JsonSyntax.error("Invalid value for JSON.rawJSON");
        } finally {
            end();
        }
    }

    private void begin(TruffleString source) {
        text = new JsonText(source);
        numbers = new JsonNumbers(text);
        pos = 0;
        if (layouts > MAX_LAYOUTS) {
            root = new Layout();
            layouts = 0;
        }
    }

    private void end() {
        text = null;
        numbers = null;
        depth = 0;
        learning = 0;
        if (values.length > KEPT) values = new Object[64];
        else Arrays.fill(values, 0, Math.max(highest, top), null);
        highest = 0;
        top = 0;
        if (frames.length > KEPT) {
            frames = new Object[16];
            bases = new int[16];
            slots = new int[16];
        }
    }

    /** The whole text's value. */
    private Object value() {
        for (;;) {
            Object value;
            int c = text.at(pos);
            if (c == '{') {
                pos++;
                skipSpace();
                if (text.at(pos) != '}') {
                    open(root);
                    key(true);
                    continue;
                }
                pos++;
                value = JSOrdinary.create(context, realm);
            } else if (c == '[') {
                pos++;
                skipSpace();
                int first = text.at(pos);
                if (first != ']') {
                    open(ARRAY);
                    if (first <= '9' && first >= '-') {
                        Object array = numberArray();
                        if (array == null) continue;
                        close();
                        value = array;
                    } else {
                        continue;
                    }
                } else {
                    pos++;
                    value = JSArray.createEmptyZeroLength(context, realm);
                }
            } else {
                value = primitive(c);
            }
            value = place(value);
            if (value != null) return value;
        }
    }

    /** Puts a value where it belongs, with the arrays and objects that it completes; gives the text's value once it is complete. */
    private Object place(Object complete) {
        Object value = complete;
        for (;;) {
            skipSpace();
            if (depth == 0) {
                if (pos < text.length) throw JsonSyntax.at(text, pos, "Unexpected non-whitespace character after JSON");
                return value;
            }
            int c = text.at(pos);
            if (frames[depth - 1] == ARRAY) {
                push(value);
                if (c == ',') {
                    pos++;
                    skipSpace();
                    return null;
                }
                if (c != ']') throw JsonSyntax.at(text, pos, "Expected ',' or ']' after array element in JSON");
                value = array();
            } else {
                member(value);
                if (c == ',') {
                    pos++;
                    skipSpace();
                    key(false);
                    return null;
                }
                if (c != '}') throw JsonSyntax.at(text, pos, "Expected ',' or '}' after property value in JSON");
                value = object();
            }
            pos++;
            close();
        }
    }

    private void open(Object frame) {
        if (depth == frames.length) {
            frames = Arrays.copyOf(frames, 2 * depth);
            bases = Arrays.copyOf(bases, 2 * depth);
            slots = Arrays.copyOf(slots, 2 * depth);
        }
        frames[depth] = frame;
        bases[depth] = top;
        depth++;
    }

    private void close() {
        if (learning == depth) learning = 0;
        depth--;
        if (top > highest) highest = top;
        top = bases[depth];
    }

    private void push(Object value) {
        if (top == values.length) values = Arrays.copyOf(values, 2 * top);
        values[top++] = value;
    }

    private Object primitive(int c) {
        switch (c) {
            case '"':
                return Strings.fromJavaString(string());
            case 't':
                return literal("true", true);
            case 'f':
                return literal("false", false);
            case 'n':
                return literal("null", Null.instance);
            default:
                if (c != '-' && (c < '0' || c > '9')) throw JsonSyntax.unexpected(text, pos);
                pos = numbers.read(pos);
                return numbers.value();
        }
    }

    private Object literal(String word, Object value) {
        for (int i = 1; i < word.length(); i++) {
            if (text.at(pos + i) != word.charAt(i)) throw JsonSyntax.unexpected(text, pos + i);
        }
        pos += word.length();
        return value;
    }

    /** The array if it has only numbers; otherwise {@code null}, and those before the first other value are on the stack. */
    private Object numberArray() {
        int[] integers = new int[16];
        double[] doubles = null;
        int n = 0;
        for (;;) {
            int c = text.at(pos);
            if (c != '-' && (c < '0' || c > '9')) {
                for (int i = 0; i < n; i++) push(doubles == null ? (Object) integers[i] : JsonNumbers.narrowed(doubles[i]));
                return null;
            }
            pos = numbers.read(pos);
            if (n == (doubles == null ? integers.length : doubles.length)) {
                if (doubles == null) integers = Arrays.copyOf(integers, 2 * n);
                else doubles = Arrays.copyOf(doubles, 2 * n);
            }
            if (doubles == null && !numbers.isInt()) {
                doubles = new double[integers.length];
                for (int i = 0; i < n; i++) doubles[i] = integers[i];
            }
            if (doubles == null) integers[n++] = numbers.intValue();
            else doubles[n++] = numbers.doubleValue();
            skipSpace();
            c = text.at(pos);
            if (c == ']') {
                pos++;
                return doubles == null ? JSArray.createZeroBasedIntArray(context, realm, Arrays.copyOf(integers, n))
                        : JSArray.createZeroBasedDoubleArray(context, realm, Arrays.copyOf(doubles, n));
            }
            if (c != ',') throw JsonSyntax.at(text, pos, "Expected ',' or ']' after array element in JSON");
            pos++;
            skipSpace();
        }
    }

    private Object array() {
        return JSArray.createZeroBasedObjectArray(context, realm, Arrays.copyOfRange(values, bases[depth - 1], top));
    }

    private Object object() {
        int base = bases[depth - 1];
        if (frames[depth - 1] == DICTIONARY) return values[base];
        return ((Layout) frames[depth - 1]).create(context, realm, values, base);
    }

    private void member(Object value) {
        if (frames[depth - 1] == DICTIONARY) {
            TruffleString key = (TruffleString) values[--top];
            JSRuntime.createDataProperty((JSObject) values[bases[depth - 1]], key, value);
            return;
        }
        int at = bases[depth - 1] + slots[depth - 1];
        if (at == top) push(value);
        else values[at] = value;
    }

    /** Reads a member's name and the colon. */
    private void key(boolean first) {
        if (text.at(pos) != '"') {
            throw JsonSyntax.at(text, pos, first ? "Expected property name or '}' in JSON" : "Expected double-quoted property name in JSON");
        }
        if (frames[depth - 1] == DICTIONARY) {
            push(Strings.fromJavaString(string()));
        } else {
            Layout layout = (Layout) frames[depth - 1];
            Layout.Edge edge = layout.predicted;
            if (edge != null && edge.plain != null && text.hasQuoted(edge.plain, pos + 1)) {
                pos += edge.plain.length + 2;
            } else {
                String name = string();
                edge = layout.edge(name, learning == depth);
                if (edge == null) toDictionary(layout, name);
                else learn(layout, edge);
            }
            if (edge != null) {
                frames[depth - 1] = edge.target;
                slots[depth - 1] = edge.slot;
            }
        }
        skipSpace();
        if (text.at(pos) != ':') throw JsonSyntax.at(text, pos, "Expected ':' after property name in JSON");
        pos++;
        skipSpace();
    }

    private void learn(Layout layout, Layout.Edge edge) {
        if (edge.target.isNew()) {
            layouts++;
            if (layout.isWide()) learning = depth;
        }
    }

    private void toDictionary(Layout layout, String name) {
        JSObject dictionary = JSDictionary.create(context, realm);
        TruffleString[] keys = layout.keys();
        int base = bases[depth - 1];
        for (int i = 0; i < keys.length; i++) JSRuntime.createDataProperty(dictionary, keys[i], values[base + i]);
        top = base;
        push(dictionary);
        push(Strings.fromJavaString(name));
        frames[depth - 1] = DICTIONARY;
    }

    /** Reads a string; {@link #pos} is at its first quote. */
    private String string() {
        int start = pos + 1;
        int end = text.special(start);
        int c = text.at(end);
        if (c == '"') {
            pos = end + 1;
            return text.substring(start, end);
        }
        if (c != '\\') throw badString(c, end);
        return escaped(start, end);
    }

    private JSException badString(int c, int at) {
        return JsonSyntax.at(text, at, c == JsonText.END ? "Unterminated string in JSON" : "Bad control character in string literal in JSON");
    }

    private String escaped(int start, int firstEscape) {
        StringBuilder unescaped = new StringBuilder(2 * (firstEscape - start) + 16);
        int from = start;
        int at = firstEscape;
        for (;;) {
            unescaped.append(text.substring(from, at));
            int c = text.at(at);
            if (c == '"') {
                pos = at + 1;
                return unescaped.toString();
            }
            if (c != '\\') throw badString(c, at);
            from = at + 2;
            switch (text.at(at + 1)) {
                case '"' -> unescaped.append('"');
                case '\\' -> unescaped.append('\\');
                case '/' -> unescaped.append('/');
                case 'b' -> unescaped.append('\b');
                case 'f' -> unescaped.append('\f');
                case 'n' -> unescaped.append('\n');
                case 'r' -> unescaped.append('\r');
                case 't' -> unescaped.append('\t');
                case 'u' -> {
                    unescaped.append(unicode(from));
                    from += 4;
                }
                default -> throw badEscape(at + 1);
            }
            at = text.special(from);
        }
    }

    private JSException badEscape(int at) {
        boolean known = text.at(at) >= 0 && text.at(at) <= 0xFF;   // V8's table of escapes ends there
        return known ? JsonSyntax.at(text, at, "Bad escaped character in JSON") : JsonSyntax.unexpected(text, at);
    }

    private char unicode(int from) {
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = text.at(i) < 0x80 ? Character.digit(text.at(i), 16) : -1;
            if (digit < 0) throw JsonSyntax.at(text, i, "Bad Unicode escape in JSON");
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }

    private void skipSpace() {
        while (isSpace(text.at(pos))) pos++;
    }

    private static boolean isSpace(int c) {
        return c <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t');
    }
}
