package dev.barista.node.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader of JSON (RFC 8259) into Java's own types: {@code Map} in source order, {@code List}, {@code String}, {@code Double},
 * {@code Boolean}, {@code null}. For package.json files, which are read before any JavaScript runs. Any thread.
 */
final class Json {
    private static final int MAX_DEPTH = 500;

    /** Text that is not JSON; the message is what V8 says of it. */
    static final class SyntaxException extends Exception {
        private static final long serialVersionUID = 1L;

        SyntaxException(String message) {
            super(message);
        }
    }

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    static Object parse(String text) throws SyntaxException {
        Json json = new Json(text);
        Object value = json.value(0);
        json.blanks();
        if (json.at < text.length()) throw json.unexpected();
        return value;
    }

    private Object value(int depth) throws SyntaxException {
        if (depth > MAX_DEPTH) throw new SyntaxException("nested too deeply at position " + at);
        blanks();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) throws SyntaxException {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        blanks();
        if (peek() == '}') {
            at++;
            return members;
        }
        while (true) {
            blanks();
            if (peek() != '"') throw unexpected();
            String name = string();
            blanks();
            expect(':');
            members.put(name, value(depth + 1));
            blanks();
            if (peek() == '}') break;
            expect(',');
        }
        at++;
        return members;
    }

    private List<Object> list(int depth) throws SyntaxException {
        List<Object> elements = new ArrayList<>();
        at++;
        blanks();
        if (peek() == ']') {
            at++;
            return elements;
        }
        while (true) {
            elements.add(value(depth + 1));
            blanks();
            if (peek() == ']') break;
            expect(',');
        }
        at++;
        return elements;
    }

    private String string() throws SyntaxException {
        int start = ++at;
        StringBuilder escaped = null;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                String tail = text.substring(start, at++);
                return escaped == null ? tail : escaped.append(tail).toString();
            }
            if (c < ' ') throw new SyntaxException("Bad control character in string literal in JSON at position " + at);
            if (c != '\\') continue;
            if (escaped == null) escaped = new StringBuilder();
            escaped.append(text, start, at);
            at++;
            escaped.append(escape());
            start = at + 1;
        }
        throw new SyntaxException("Unterminated string in JSON at position " + at);
    }

    private char escape() throws SyntaxException {
        return switch (peek()) {
            case '"', '\\', '/' -> text.charAt(at);
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new SyntaxException("Bad escaped character in JSON at position " + at);
        };
    }

    private char unicode() throws SyntaxException {
        try {
            char c = (char) Integer.parseUnsignedInt(text, at + 1, at + 5, 16);
            at += 4;
            return c;
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new SyntaxException("Bad Unicode escape in JSON at position " + at);
        }
    }

    private Object word(String word, Object value) throws SyntaxException {
        if (!text.startsWith(word, at)) throw unexpected();
        at += word.length();
        return value;
    }

    private Double number() throws SyntaxException {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) at++;
        try {
            if (start < at) return Double.valueOf(text.substring(start, at));
        } catch (NumberFormatException e) {
            at = start;
        }
        throw unexpected();
    }

    private void blanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) at++;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void expect(char c) throws SyntaxException {
        if (peek() != c) throw unexpected();
        at++;
    }

    private SyntaxException unexpected() {
        if (at >= text.length()) return new SyntaxException("Unexpected end of JSON input");
        return new SyntaxException("Unexpected token '" + text.charAt(at) + "' in JSON at position " + at);
    }
}
