package dev.barista.engine;

import com.oracle.truffle.js.nodes.ScriptNode;
import com.oracle.truffle.js.runtime.JSRealm;

/** A script that has been parsed, to be run in its realm or in a {@link Sandbox}, as often as wanted. Realm's thread only. */
public final class CompiledScript {
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
        return JsException.guard(() -> script.run(target));
    }
}
