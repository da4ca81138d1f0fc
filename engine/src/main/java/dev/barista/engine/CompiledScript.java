package dev.barista.engine;

import com.oracle.truffle.js.nodes.ScriptNode;
import com.oracle.truffle.js.runtime.JSErrorType;
import com.oracle.truffle.js.runtime.JSException;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.objects.JSObject;
import dev.barista.engine.words.SyntaxWords;

/** A script that has been parsed, to be run in its realm or in a {@link Sandbox}, as often as wanted. Realm's thread only. */
public final class CompiledScript {
    private static final String DECLARED = "has already been declared";

    private final Realm realm;
    private final ScriptNode script;

    CompiledScript(Realm realm, ScriptNode script) {
        this.realm = realm;
        this.script = script;
    }

    /**
     * @param sandbox {@code null} for the realm itself
     * @return the completion value, an opaque engine value
     */
    public Object run(Sandbox sandbox) {
        JSRealm target = sandbox == null ? realm.realm() : sandbox.realm();
        try {
            return JsException.guard(() -> script.run(target));
        } catch (JsException e) {
            throw reworded(e);
        }
    }

    /** That a variable exists already is found out when a script runs, if another script declares it. */
    private static JsException reworded(JsException e) {
        if (e.unwrap() instanceof JSException error && error.getErrorType() == JSErrorType.SyntaxError) {
            String words = error.getRawMessage();
            if (words != null && words.endsWith(DECLARED)) {
                new JsObject((JSObject) e.value()).defineHidden("message", SyntaxWords.of(words, "", 0));
            }
        }
        return e;
    }
}
