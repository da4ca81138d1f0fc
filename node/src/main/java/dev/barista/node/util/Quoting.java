package dev.barista.node.util;

/** Strings as {@code util.inspect()} writes them. Any thread. */
final class Quoting {
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7F;
    private static final int LAST_CONTROL = 0x9F;
    private static final String HEX = "0123456789ABCDEF";

    private Quoting() {}

    /**
     * In single quotes, or in double quotes or backticks where that saves escapes; with control characters and lone surrogates escaped.
     */
    static String quote(String text) {
        char quote = '\'';
        if (text.indexOf('\'') >= 0) {
            if (text.indexOf('"') < 0) quote = '"';
            else if (text.indexOf('`') < 0 && !text.contains("${")) quote = '`';
        }
        int first = firstEscaped(text, 0, quote);
        if (first == text.length()) return quote + text + quote;
        StringBuilder out = new StringBuilder(text.length() + 16).append(quote);
        escape(text, first, quote, out);
        return out.append(quote).toString();
    }

    /** Without quotes, with control characters, backslashes, single quotes and lone surrogates escaped. */
    static String escape(String text) {
        int first = firstEscaped(text, 0, '\'');
        if (first == text.length()) return text;
        StringBuilder out = new StringBuilder(text.length() + 16);
        escape(text, first, '\'', out);
        return out.toString();
    }

    private static void escape(String text, int first, char quote, StringBuilder out) {
        int from = 0;
        for (int at = first; at < text.length(); at = firstEscaped(text, at + 1, quote)) {
            out.append(text, from, at);
            append(text.charAt(at), out);
            from = at + 1;
        }
        out.append(text, from, text.length());
    }

    /** The next unit at or after {@code at} that needs an escape; the length if there is none. */
    private static int firstEscaped(String text, int at, char quote) {
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FIRST_PRINTABLE || c == quote || c == '\\' || c >= DELETE && c <= LAST_CONTROL) return i;
            if (!Character.isSurrogate(c)) continue;
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) return i;
            i++;
        }
        return text.length();
    }

    private static void append(char c, StringBuilder out) {
        switch (c) {
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            case '\'', '"', '`', '\\' -> out.append('\\').append(c);
            default -> {
                if (c <= LAST_CONTROL) out.append("\\x").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                else out.append("\\u").append(Integer.toHexString(c));
            }
        }
    }

    /** Whether a property's name is written without quotes. */
    static boolean isName(String key) {
        if (key.isEmpty()) return false;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) return false;
        }
        return true;
    }
}
