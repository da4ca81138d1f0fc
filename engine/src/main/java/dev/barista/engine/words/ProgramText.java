package dev.barista.engine.words;

/** A place in a text that is known to parse, and the ways on from there. */
abstract class ProgramText {
    final CharSequence text;
    int at;

    ProgramText(CharSequence text) {
        this.text = text;
    }

    final boolean ended() {
        space();
        return at == text.length();
    }

    /** Past a token, if it comes next. */
    final boolean next(String token) {
        if (!text.subSequence(at, Math.min(text.length(), at + token.length())).toString().equals(token)) return false;
        at += token.length();
        return true;
    }

    /** Past blanks and comments. @return true */
    final boolean space() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) at++;
            else if (next("//")) to("\n");
            else if (next("/*")) to("*/");
            else break;
        }
        return true;
    }

    private void to(String end) {
        while (at < text.length() && !next(end)) at++;
    }

    /** Past everything up to the bracket that closes what is open. @return whether it was found */
    final boolean skip(char end) {
        int depth = 1;
        while (at < text.length()) {
            space();
            if (at == text.length()) return false;
            char c = text.charAt(at++);
            switch (c) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> {
                    if (--depth == 0) return c == end;
                }
                case '\'', '"', '`' -> {
                    if (!quoted(c)) return false;
                }
                default -> { }
            }
        }
        return false;
    }

    /** To a quote's end; a template's expressions are skipped as they are. */
    private boolean quoted(char quote) {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) return true;
            if (c == '\\') at++;
            else if (quote == '`' && c == '$' && next("{") && !skip('}')) return false;
        }
        return false;
    }
}
