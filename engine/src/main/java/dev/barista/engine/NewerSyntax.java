package dev.barista.engine;

import java.util.function.Function;

/**
 * Syntax of Node's language that the engine does not have: {@code using} and {@code await using}. A text that does not parse and has such
 * words is rewritten into what the engine knows, and parsed again; positions keep their lines. Code that JavaScript gives to
 * {@code eval} or {@code Function} does not come here. Realm's thread only.
 */
public final class NewerSyntax {
    /** What a text is to be parsed as. */
    public enum Goal { SCRIPT, FUNCTION, MODULE }

    /** Rewrites text. */
    public interface Translator {
        /**
         * @param goal {@code FUNCTION} for the body of one
         * @param capability the text of a function without parameters, which makes what keeps a block's resources
         * @return {@code null} if there is nothing to rewrite, or the text is no JavaScript either way
         */
        String translate(String text, Goal goal, String capability);
    }

    private final Realm realm;
    private Translator translator;
    private String capability;

    NewerSyntax(Realm realm) {
        this.realm = realm;
    }

    /** Until it is set texts are what the engine can parse. */
    public void translator(Translator translator) {
        this.translator = translator;
    }

    /** What {@code parser} makes of the text, or of the text rewritten. @throws Scripts.SyntaxException if neither parses */
    <T> T parse(String text, Goal goal, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (Scripts.SyntaxException e) {
            if (translator == null || !text.contains("using")) throw e;
            if (capability == null) capability = Js.string(realm.disposal().library().get("capability"));
            String older = translator.translate(text, goal, capability);
            if (older == null) throw e;
            return parser.apply(older);
        }
    }
}
