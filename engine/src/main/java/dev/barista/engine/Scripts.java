package dev.barista.engine;

import com.oracle.js.parser.ParserException;
import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.js.nodes.ScriptNode;
import com.oracle.truffle.js.runtime.GraalJSException;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import dev.barista.engine.words.SyntaxWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compiles program text for one realm. Parsed code is cached by name and text within an engine. Realm's thread only. */
public final class Scripts {
    private static final String EPILOG = "\n})";

    /** How many characters the engine's check of a function puts in front of its body. */
    private static final int CHECK_PROLOG = 1;

    private final Realm realm;

    Scripts(Realm realm) {
        this.realm = realm;
    }

    /** Where and why text could not be parsed. Lines and columns count from 1. */
    public static final class SyntaxException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient JsException error;
        private final transient JsException.Location location;

        private SyntaxException(JsException error, JsException.Location location) {
            super(error.getMessage(), error, false, false);
            this.error = error;
            this.location = location;
        }

        /** The JavaScript SyntaxError. */
        public JsException error() {
            return error;
        }

        public Optional<JsException.Location> location() {
            return Optional.ofNullable(location);
        }
    }

    /**
     * The text as the body of a function. Positions in stacks are those of the text; a hashbang line is skipped.
     *
     * @param name what stacks call it: a path or {@code node:…}
     * @throws SyntaxException if it does not parse
     */
    public JsFunction function(String text, String name, String... parameters) {
        return realm.newerSyntax().parse(text, NewerSyntax.Goal.FUNCTION, t -> parseFunction(t, name, parameters));
    }

    private JsFunction parseFunction(String text, String name, String... parameters) {
        String prolog = "(function (" + String.join(", ", parameters) + ") {";
        Source source = source(withoutHashbang(text), name);
        try {
            return wrapped(source, prolog);
        } catch (AbstractTruffleException e) {
            throw syntax(e, source, prolog.length());
        } catch (IllegalArgumentException e) {
            // The engine counts the prolog into an error's place, and a place that is then behind the text's end is none to it.
            try {
                realm.context().getEvaluator().parseScript(realm.context(), source(prolog + source.getCharacters() + EPILOG, name), "", "", false, null);
            } catch (AbstractTruffleException syntax) {
                throw syntax(syntax, source, prolog.length());
            }
            throw e;
        }
    }

    private JsFunction wrapped(Source source, String prolog) {
        CallTarget target = realm.env().parsePublic(source, JavaScriptLanguage.NODE_ENV_PARSE_TOKEN, prolog, EPILOG, "false");
        return new JsFunction((JSFunctionObject) target.call());
    }

    /**
     * The text as the body of a function that {@code owner} answers for.
     *
     * @param sandbox whose globals it sees; {@code null} for the realm's
     * @param scopes objects whose properties it sees as variables, the innermost last
     * @throws SyntaxException if it does not parse
     */
    public JsFunction function(String text, String name, List<String> parameters, Sandbox sandbox, List<JsObject> scopes, JsObject owner) {
        return realm.newerSyntax().parse(text, NewerSyntax.Goal.FUNCTION, t -> parseFunction(t, name, parameters, sandbox, scopes, owner));
    }

    private JsFunction parseFunction(String text, String name, List<String> parameters, Sandbox sandbox, List<JsObject> scopes, JsObject owner) {
        String names = String.join(", ", parameters);
        StringBuilder prolog = new StringBuilder("(function (");
        prolog.append(IntStream.range(0, scopes.size()).mapToObj(i -> "s" + i).collect(Collectors.joining(", "))).append(") {");
        for (int i = 0; i < scopes.size(); i++) prolog.append("with (s").append(i).append(") ");
        prolog.append("return function (").append(names).append(") {\n");
        Source source = realm.owners().source(text, name, null, owner);
        var evaluator = realm.context().getEvaluator();
        try {
            // Text may end the function and go on, and would still parse within what stands around it.
            evaluator.checkFunctionSyntax(realm.context(), realm.context().getParserOptions(), names, text, false, false, name);
        } catch (AbstractTruffleException e) {
            throw syntax(e, source, CHECK_PROLOG);
        }
        try {
            ScriptNode script = evaluator.parseScript(realm.context(), source, prolog.toString(), "\n}})", false, null);
            JsFunction made = new JsFunction((JSFunctionObject) script.run(sandbox == null ? realm.realm() : sandbox.realm()));
            return new JsFunction((JSFunctionObject) made.call(null, scopes.toArray()));
        } catch (AbstractTruffleException e) {
            throw syntax(e, source, prolog.length());
        }
    }

    /**
     * Runs the text as a script in the global scope.
     *
     * @return the completion value, an opaque engine value
     * @throws SyntaxException if it does not parse
     * @throws JsException what it throws
     */
    public Object run(String text, String name) {
        return compile(text, name).run(null);
    }

    /**
     * Parses a script, to be run later.
     *
     * @throws SyntaxException if it does not parse
     */
    public CompiledScript compile(String text, String name) {
        return realm.newerSyntax().parse(text, NewerSyntax.Goal.SCRIPT, t -> compile(source(withoutHashbang(t), name)));
    }

    /** As {@link #compile(String, String)}; {@code owner} answers for its {@code import()}. */
    public CompiledScript compile(String text, String name, JsObject owner) {
        return realm.newerSyntax().parse(text, NewerSyntax.Goal.SCRIPT,
                t -> compile(realm.owners().source(withoutHashbang(t), name, null, owner)));
    }

    private CompiledScript compile(Source source) {
        try {
            return new CompiledScript(realm, realm.context().getEvaluator().parseScript(realm.context(), source, "", "", false, null));
        } catch (AbstractTruffleException e) {
            throw syntax(e, source, 0);
        }
    }

    /**
     * The names that scripts have declared with {@code let}, {@code const} or {@code class} in the global scope.
     *
     * @param sandbox {@code null} for the realm itself
     */
    public List<String> declaredNames(Sandbox sandbox) {
        JSRealm target = sandbox == null ? realm.realm() : sandbox.realm();
        return JSObject.ownPropertyKeys(target.getGlobalScope()).stream().filter(TruffleString.class::isInstance).map(Object::toString).toList();
    }

    private static Source source(String text, String name) {
        return Source.newBuilder(JavaScriptLanguage.ID, text, name).build();
    }

    /** Blanks a first line {@code #!…}, keeping positions. */
    static String withoutHashbang(String text) {
        return text.startsWith("#!") ? "//" + text.substring(2) : text;
    }

    SyntaxException syntax(AbstractTruffleException e, Source source, int shift) {
        JsException error = JsException.of(e);
        JsException.Location location = null;
        if (e instanceof GraalJSException && e.getCause() instanceof ParserException p && p.getPosition() >= 0) {
            int position = Math.clamp(p.getPosition() - shift, 0, source.getLength());
            int line = source.getLineNumber(position);
            location = new JsException.Location(source.getName(), line, source.getColumnNumber(position),
                    source.getCharacters(line).toString(), 1);
            String words = p.getRawMessage();
            if (words != null) new JsObject((JSObject) error.value()).defineHidden("message", SyntaxWords.of(words, source.getCharacters(), position));
        }
        return new SyntaxException(error, location);
    }
}
