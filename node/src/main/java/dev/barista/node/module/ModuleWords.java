package dev.barista.node.module;

/** Tells texts that may be ECMAScript modules from those that can't, without parsing: a module that is no CommonJS uses one of three words. */
final class ModuleWords {
    private static final String[] WORDS = {"import", "export", "await"};

    private ModuleWords() {}

    /** Whether the text has one of the words as a word of its own, as {@code \b} of regular expressions delimits words. */
    static boolean in(String text) {
        for (String word : WORDS) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
                if (!isWordPart(text, at - 1) && !isWordPart(text, at + word.length())) return true;
            }
        }
        return false;
    }

    private static boolean isWordPart(String text, int at) {
        if (at < 0 || at >= text.length()) return false;
        char c = text.charAt(at);
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }
}
