package dev.barista.engine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;

/**
 * The characters that every match of a regular expression begins with, where they can be read off its text and it matches nowhere but
 * at the beginning of its input: what routers make of paths. It tells cheaply that an input does not match.
 */
final class RegexPrefix {
    private static final String SPECIAL = "^$\\.*+?()[]{}|";
    private static final RegexPrefix NONE = new RegexPrefix("", false);

    private final String characters;
    private final boolean ignoresCase;

    private RegexPrefix(String characters, boolean ignoresCase) {
        this.characters = characters;
        this.ignoresCase = ignoresCase;
    }

    /**
     * @param pattern a valid pattern
     * @param flags its flags; with {@code m} it matches at each line, with {@code u} and {@code v} letters have other forms
     */
    static RegexPrefix of(String pattern, String flags) {
        boolean anywhere = !pattern.startsWith("^") || flags.indexOf('m') >= 0 || flags.indexOf('u') >= 0 || flags.indexOf('v') >= 0;
        if (anywhere || !isPassed(pattern, 1)) return NONE;
        boolean ignoresCase = flags.indexOf('i') >= 0;
        StringBuilder characters = new StringBuilder();
        for (int i = 1; i < pattern.length(); ) {
            char c = pattern.charAt(i);
            if (c == ')') {
                i++;
            } else if (c == '(') {
                int inside = pattern.startsWith("(?:", i) ? i + 3 : i + 1;
                if (inside == i + 1 && pattern.startsWith("?", inside) || !isPassed(pattern, inside)) break;
                i = inside;
            } else {
                boolean escaped = c == '\\';
                if (escaped) c = pattern.charAt(++i);
                boolean plain = escaped ? c == '/' || c == '-' || SPECIAL.indexOf(c) >= 0 : SPECIAL.indexOf(c) < 0;
                if (!plain || ignoresCase && c > 0x7f) break;
                i++;
                if (isOptional(pattern, i)) break;
                characters.append(c);
                if (pattern.startsWith("+", i)) break;
            }
        }
        return characters.isEmpty() ? NONE : new RegexPrefix(characters.toString(), ignoresCase);
    }

    /** Whether every match passes through the group, or whole pattern, whose text begins at {@code from}, and there is one way only. */
    private static boolean isPassed(String pattern, int from) {
        int depth = 0;
        boolean inClass = false;
        for (int i = from; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') i++;
            else if (inClass) inClass = c != ']';
            else if (c == '[') inClass = true;
            else if (c == '(') depth++;
            else if (c == ')' && depth-- == 0) return !isOptional(pattern, i + 1) && !pattern.startsWith("+", i + 1);
            else if (c == '|' && depth == 0) return false;
        }
        return true;
    }

    private static boolean isOptional(String pattern, int at) {
        return at < pattern.length() && "*?{".indexOf(pattern.charAt(at)) >= 0;
    }

    /** Whether an input that is looked at from its beginning can't match. */
    @TruffleBoundary
    boolean excludes(TruffleString input, int length) {
        int most = Math.min(characters.length(), length);
        for (int i = 0; i < most; i++) {
            if (differ(input.readCharUTF16Uncached(i), characters.charAt(i))) return true;
        }
        return most < characters.length();
    }

    /** Letters outside ASCII have no forms within it, as ECMAScript's Canonicalize says for expressions that are not of Unicode. */
    private boolean differ(int c, int expected) {
        if (c == expected) return false;
        return !ignoresCase || c > 0x7f || Character.toLowerCase(c) != Character.toLowerCase(expected);
    }
}
