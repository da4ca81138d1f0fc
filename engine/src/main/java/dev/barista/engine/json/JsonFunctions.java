package dev.barista.engine.json;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.object.HiddenKey;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.builtins.json.JSONBuiltins;
import com.oracle.truffle.js.nodes.function.FunctionRootNode;
import com.oracle.truffle.js.nodes.function.JSBuiltin;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionData;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSRawJSON;
import com.oracle.truffle.js.runtime.objects.JSObjectUtil;
import com.oracle.truffle.js.runtime.objects.Undefined;

/**
 * The JSON functions of one realm, with what they keep from call to call. Realm's thread only.
 *
 * <p>{@link #install} gives the engine's function objects another body, so that their names, lengths and places stay, in every realm of
 * the context, those made later included.
 */
public final class JsonFunctions {
    /** Where a function object keeps its realm's instance. */
    private static final HiddenKey STATE = new HiddenKey("JSON");

    private final JSRealm realm;
    private final JsonParser parser;
    private final ShapePlans plans;
    private CallTarget engineParse;

    private JsonFunctions(JSRealm realm) {
        this.realm = realm;
        this.parser = new JsonParser(realm);
        this.plans = new ShapePlans(realm);
    }

    /** Takes effect for functions that have not been called yet. */
    public static void install(JSContext context) {
        for (JsonNode.Operation operation : JsonNode.Operation.values()) {
            JSBuiltin builtin = builtin(operation);
            JSFunctionData data = builtin.createFunctionData(context);
            if (data.getRootNode() != null) continue;   // another realm of a shared engine has done it
            data.setRootNode(FunctionRootNode.create(new JsonNode(operation), null, data, JSBuiltin.getSourceSection(), null, builtin.getFullName()));
        }
    }

    private static JSBuiltin builtin(JsonNode.Operation operation) {
        return JSONBuiltins.BUILTINS.lookupFunctionByKey(operation.key);
    }

    static JsonFunctions of(JSFunctionObject function) {
        Object state = JSObjectUtil.getHiddenProperty(function, STATE);
        if (state != null) return (JsonFunctions) state;
        JsonFunctions made = new JsonFunctions(JSFunction.getRealm(function));
        JSObjectUtil.putHiddenProperty(function, STATE, made);
        return made;
    }

    /** {@code JSON.parse(text, reviver)}. */
    Object parse(JSFunctionObject function, Object text, Object reviver) {
        TruffleString source = JSRuntime.toString(text);
        Object value = parser.parse(source);
        if (!JSRuntime.isCallable(reviver)) return value;
        // The engine's own walks the value; parsing here first has thrown what there is to throw, in V8's words.
        return engineParse().call(JSArguments.create(Undefined.instance, function, source, reviver));
    }

    private CallTarget engineParse() {
        if (engineParse == null) {
            JSBuiltin builtin = builtin(JsonNode.Operation.PARSE);
            JSFunctionData data = JSFunctionData.create(realm.getContext(), builtin.getLength(), builtin.getName(), false, false, false, true);
            builtin.initializeRoot(data);
            engineParse = data.getRootTarget();
        }
        return engineParse;
    }

    /** {@code JSON.stringify(value, replacer, space)}. */
    Object stringify(Object value, Object replacer, Object space) {
        return new JsonStringifier(realm, plans, replacer, space).stringify(value);
    }

    /** {@code JSON.rawJSON(text)}. */
    Object raw(Object text) {
        TruffleString source = JSRuntime.toString(text);
        parser.parsePrimitive(source);
        return JSRawJSON.create(realm.getContext(), realm, source);
    }
}
