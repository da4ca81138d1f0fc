package dev.barista.engine;

import com.oracle.truffle.js.nodes.promise.NewPromiseCapabilityNode;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.PromiseCapabilityRecord;

/** A promise that Java settles. Realm's thread only. The reactions run when microtasks are next drained. */
public final class JsPromise {
    private final PromiseCapabilityRecord capability;

    JsPromise(JSRealm realm) {
        this.capability = NewPromiseCapabilityNode.createDefault(realm);
    }

    public void resolve(Object value) {
        new JsFunction((JSFunctionObject) capability.getResolve()).call(null, value);
    }

    public void reject(Object reason) {
        new JsFunction((JSFunctionObject) capability.getReject()).call(null, reason);
    }

    /** The promise as an opaque engine value. */
    public Object raw() {
        return capability.getPromise();
    }
}
