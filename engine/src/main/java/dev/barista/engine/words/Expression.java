package dev.barista.engine.words;

/**
 * An expression as V8's messages show it: names, members, calls and literals, {@code (intermediate value)} for what is more. Read from
 * its text, which is known to parse. Source: V8, CallPrinter.
 */
final class Expression extends ProgramText {
    static final String UNKNOWN = "(intermediate value)";

    private static final String CALL = "(...)";

    private final StringBuilder shown = new StringBuilder();

    private Expression(CharSequence text) {
        super(text);
    }

    /** Any expression. */
    static String of(CharSequence text) {
        Expression expression = new Expression(text);
        return expression.chain() && expression.ended() ? expression.shown.toString() : UNKNOWN;
    }

    /** What is called by a call; {@code null} if that can't be said. */
    static String callee(CharSequence call) {
        String shown = of(call);
        return shown.endsWith(CALL) ? shown.substring(0, shown.length() - CALL.length()) : null;
    }

    /** Whether it is a property of something, or what a call returns. */
    static boolean isMember(CharSequence text) {
        Expression expression = new Expression(text);
        return !expression.space() || !expression.first() || !expression.ended();
    }

    /** Something with members and calls behind it. @return whether it was understood */
    private boolean chain() {
        space();
        if (!first()) return false;
        while (true) {
            space();
            if (next("?.")) {
                shown.append("?.");
                space();
                if (at == text.length() || text.charAt(at) != '[' && text.charAt(at) != '(' && !name("")) return false;
            } else if (next(".")) {
                if (!name(".")) return false;
            } else if (next("[")) {
                if (!element()) return false;
            } else if (next("(")) {
                if (!skip(')')) return false;
                shown.append(CALL);
            } else {
                return true;
            }
        }
    }

    private boolean first() {
        if (at == text.length()) return false;
        char c = text.charAt(at);
        if (c == '\'' || c == '"' || c == '`') return string('"', '"');
        if (c >= '0' && c <= '9') return number();
        if (next("(")) return parenthesised();
        if (next("[")) return literal(']', "[", "[" + UNKNOWN + "]");
        if (next("{")) return literal('}', "{", "{" + UNKNOWN + "}");
        int from = at;
        if (!name("")) return false;
        return switch (text.subSequence(from, at).toString()) {
            case "function", "class", "async", "new", "await", "yield", "typeof", "void", "delete", "import" -> false;
            case "super" -> {
                shown.setLength(shown.length() - "super".length());
                shown.append(UNKNOWN);
                yield true;
            }
            default -> true;
        };
    }

    /** An array's or object's literal: {@code []} when there is nothing in it. */
    private boolean literal(char end, String empty, String full) {
        int from = at;
        if (!skip(end)) return false;
        shown.append(text.subSequence(from, at - 1).toString().isBlank() ? empty + end : full);
        return true;
    }

    private boolean parenthesised() {
        int from = at;
        if (!skip(')')) return false;
        shown.append(of(text.subSequence(from, at - 1)));
        return true;
    }

    private boolean number() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) at++;
        if (at < text.length() && text.charAt(at) == '.') at++;
        while (at < text.length() && Character.isDigit(text.charAt(at))) at++;
        String number = text.subSequence(from, at).toString();
        shown.append(number.endsWith(".") ? number.substring(0, number.length() - 1) : number);
        return true;
    }

    /** Behind a bracket: a key in quotes is shown as a name is. */
    private boolean element() {
        space();
        int from = at;
        char c = at < text.length() ? text.charAt(at) : ']';
        if (c == '\'' || c == '"' || c == '`') {
            shown.append('.');
            if (string(' ', ' ') && space() && next("]")) return true;
            return false;
        }
        if (!skip(']')) return false;
        shown.append('[').append(of(text.subSequence(from, at - 1))).append(']');
        return true;
    }

    /** A string, or a template of text alone, between the quotes that are given, blanks for none. */
    private boolean string(char open, char close) {
        char quote = text.charAt(at++);
        int from = at;
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' || quote == '`' && text.charAt(at) == '$') return false;
            at++;
        }
        if (at == text.length()) return false;
        if (open != ' ') shown.append(open);
        shown.append(text, from, at++);
        if (close != ' ') shown.append(close);
        return true;
    }

    private boolean name(String before) {
        space();
        int from = at;
        if (at < text.length() && text.charAt(at) == '#') at++;
        while (at < text.length() && Character.isUnicodeIdentifierPart(text.charAt(at)) | text.charAt(at) == '$') at++;
        shown.append(before).append(text, from, at);
        return at > from;
    }
}
