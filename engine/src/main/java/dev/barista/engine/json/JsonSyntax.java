package dev.barista.engine.json;

import com.oracle.truffle.js.runtime.Errors;
import com.oracle.truffle.js.runtime.JSException;
import java.util.Set;

/** What is wrong with a text that is not JSON, in V8's words. Any thread. */
final class JsonSyntax {
    private static final int CONTEXT = 10;
    private static final int MIN_LENGTH_FOR_CONTEXT = 2 * CONTEXT + 1;

    /** What other values become as texts, when they are parsed by mistake: no token is to blame. */
    private static final Set<String> STRINGS_OF_OTHER_VALUES = Set.of("NaN", "Infinity", "undefined", "[object Object]");
    private static final int LONGEST_OF_THEM = "[object Object]".length();

    private JsonSyntax() {}

    /** An error whose place is told, {@code "problem in JSON at position 7 (line 1 column 8)"}. */
    static JSException at(JsonText text, int position, String problem) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < position; i++) {
            boolean carriageReturn = text.at(i) == '\r';
            if (carriageReturn && i + 1 < position && text.at(i + 1) == '\n') i++;
            if (carriageReturn || text.at(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return error(problem + " at position " + position + " (line " + line + " column " + (position - lineStart + 1) + ")");
    }

    /** Something stands where no JSON text has it. */
    static JSException unexpected(JsonText text, int position) {
        int c = text.at(position);
        if (c == JsonText.END) return error("Unexpected end of JSON input");
        if (c == '"') return at(text, position, "Unexpected string in JSON");
        if (c == '-' || c >= '0' && c <= '9') return at(text, position, "Unexpected number in JSON");
        if (text.length <= LONGEST_OF_THEM && STRINGS_OF_OTHER_VALUES.contains(text.substring(0, text.length))) {
            return error('"' + text.substring(0, text.length) + "\" is not valid JSON");
        }
        return error("Unexpected token '" + (char) c + "', " + context(text, position) + " is not valid JSON");
    }

    private static String context(JsonText text, int position) {
        boolean cut = text.length >= MIN_LENGTH_FOR_CONTEXT;
        boolean cutBefore = cut && position >= CONTEXT;
        boolean cutAfter = cut && position < text.length - CONTEXT;
        String part = text.substring(cutBefore ? position - CONTEXT : 0, cutAfter ? position + CONTEXT : text.length);
        return (cutBefore ? "..." : "") + '"' + part + '"' + (cutAfter ? "..." : "");
    }

    static JSException error(String message) {
        return Errors.createSyntaxError(message);
    }
}
