package dev.barista.engine;

import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.builtins.wasm.JSWebAssemblyGlobalObject;
import com.oracle.truffle.js.runtime.builtins.wasm.JSWebAssemblyModuleObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.PromiseCapabilityRecord;
import com.oracle.truffle.js.runtime.objects.WebAssemblyModuleRecord;

/**
 * A module of WebAssembly whose globals are exported as their values. Realm's thread only. Source: WebAssembly/ES Module Integration,
 * "WebAssembly Module Records".
 */
final class WebAssemblyRecord extends WebAssemblyModuleRecord {
    private static final String VALUE = "value";

    WebAssemblyRecord(JSContext context, String name, JSWebAssemblyModuleObject compiled) {
        super(context, Source.newBuilder(JavaScriptLanguage.ID, "", name).build(), compiled);
    }

    @Override
    public Object executeModule(JSRealm realm, PromiseCapabilityRecord promise) {
        Object result = super.executeModule(realm, promise);
        MaterializedFrame exports = getEnvironment();
        for (int i = 0; i < exports.getFrameDescriptor().getNumberOfSlots(); i++) {
            if (exports.getValue(i) instanceof JSWebAssemblyGlobalObject global) exports.setObject(i, new JsObject((JSObject) global).get(VALUE));
        }
        return result;
    }
}
