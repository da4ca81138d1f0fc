package dev.barista.engine.words;

/** A pattern that takes values apart, with what is taken apart behind it, or the head of a loop over values. */
final class Pattern extends ProgramText {
    private Pattern(CharSequence text) {
        super(text);
    }

    /** Whether a text begins as a pattern, that for objects if they are asked for. */
    static boolean is(CharSequence text, boolean objects) {
        return new Pattern(text).begins(objects);
    }

    /** The text behind a pattern's equals sign; {@code null} for none. */
    static CharSequence right(CharSequence text) {
        Pattern pattern = new Pattern(text);
        boolean parenthesised = pattern.space() && pattern.next("(");
        pattern.space();
        char end = pattern.next("{") ? '}' : pattern.next("[") ? ']' : 0;
        if (end == 0 || !pattern.skip(end) || pattern.ended() || !pattern.next("=")) return null;
        return text.subSequence(pattern.at, text.length() - (parenthesised ? 1 : 0));
    }

    /** What a loop {@code for (… of iterated)} iterates over; {@code null} for another text. */
    static CharSequence iterated(CharSequence loop) {
        Pattern head = new Pattern(loop);
        if (!head.next("for") || !head.space()) return null;
        head.next("await");
        head.space();
        if (!head.next("(")) return null;
        int from = head.at;
        if (!head.skip(')')) return null;
        String inside = loop.subSequence(from, head.at - 1).toString();
        int of = inside.indexOf(" of ");
        return of < 0 ? null : inside.substring(of + " of ".length());
    }

    private boolean begins(boolean objects) {
        space();
        next("(");
        space();
        return next("{") || !objects && next("[");
    }
}
