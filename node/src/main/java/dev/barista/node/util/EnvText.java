package dev.barista.node.util;

import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the text of a .env file: lines {@code NAME=value}, with comments, quotes and values over several lines. One use. */
public final class EnvText {
    private static final String QUOTES = "\"'`";
    private static final String EXPORT = "export ";

    private final String text;
    private int at;

    private EnvText(String text) {
        this.text = text.replace("\r\n", "\n").strip();
    }

    /** The names and values that a text holds, sorted by name; the last one of a name wins. */
    public static SortedMap<String, String> parse(String text) {
        return new EnvText(text).parse();
    }

    private SortedMap<String, String> parse() {
        SortedMap<String, String> values = new TreeMap<>();
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            int end = text.indexOf('\n', at);
            if (text.charAt(at) == '#' || equals < 0 || end >= 0 && end < equals) {
                skipLine(at);
                continue;
            }
            String name = text.substring(at, equals).strip();
            if (name.startsWith(EXPORT)) name = name.substring(EXPORT.length()).strip();
            at = equals + 1;
            String value = value();
            if (!name.isEmpty()) values.put(name, value);
        }
        return values;
    }

    /** Goes on behind the end of the line that {@code from} is in. */
    private void skipLine(int from) {
        int end = text.indexOf('\n', from);
        at = end < 0 ? text.length() : end + 1;
    }

    /** The value behind an equals sign. */
    private String value() {
        if (at < text.length() && text.charAt(at) == '\n') return "";
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) at++;
        if (at == text.length()) return "";
        char quote = text.charAt(at);
        if (QUOTES.indexOf(quote) < 0) return rest(true);
        int end = text.indexOf(quote, at + 1);
        if (end < 0) return rest(false);
        String value = text.substring(at + 1, end);
        skipLine(end + 1);
        return quote == '"' ? value.replace("\\n", "\n") : value;
    }

    private String rest(boolean withoutComment) {
        int start = at;
        skipLine(start);
        String line = text.substring(start, at);
        int comment = withoutComment ? line.indexOf('#') : -1;
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }
}
