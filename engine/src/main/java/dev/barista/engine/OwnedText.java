package dev.barista.engine;

import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.js.lang.JavaScriptLanguage;

/**
 * The text of code that somebody answers for: its owner says what its {@code import()} gives. The text carries the owner because
 * code keeps its text, so that the owner lives exactly as long as the code does. Equal to itself only: code with another owner is
 * other code, and no cache of the engine's may take one for the other. Any thread.
 */
final class OwnedText implements CharSequence {
    private final String text;
    private final JsObject owner;

    private OwnedText(String text, JsObject owner) {
        this.text = text;
        this.owner = owner;
    }

    /** A source of the text, to be built. The engine's table of sources would hold the text, and so its owner, for good. */
    static Source.LiteralBuilder source(String text, String name, JsObject owner) {
        return Source.newBuilder(JavaScriptLanguage.ID, new OwnedText(text, owner), name).cached(false);
    }

    /** The owner of the code, or {@code null} if it is the program's own. */
    static JsObject ownerOf(Source source) {
        return source != null && source.hasCharacters() && source.getCharacters() instanceof OwnedText owned ? owned.owner : null;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
