package dev.barista.engine.json;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.object.HiddenKey;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.builtins.json.JSONBuiltins;
import com.oracle.truffle.js.nodes.function.JSBuiltin;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSRawJSON;
import com.oracle.truffle.js.runtime.objects.Undefined;
import dev.barista.engine.builtin.BuiltinBody;

/** The JSON functions of one realm, with what they keep from call to call. Realm's thread only. */
public final class JsonFunctions {
    private static final TruffleString PARSE = Strings.constant("parse");
    private static final TruffleString STRINGIFY = Strings.constant("stringify");
    private static final TruffleString RAW = Strings.constant("rawJSON");

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

    /** To be called before any of the functions is. */
    public static void install(JSContext context) {
        BuiltinBody.install(context, builtin(PARSE),
                (function, frame) -> of(function).parse(function, BuiltinBody.argument(frame, 0), BuiltinBody.argument(frame, 1)));
        BuiltinBody.install(context, builtin(STRINGIFY), (function, frame) -> of(function)
                .stringify(BuiltinBody.argument(frame, 0), BuiltinBody.argument(frame, 1), BuiltinBody.argument(frame, 2)));
        BuiltinBody.install(context, builtin(RAW), (function, frame) -> of(function).raw(BuiltinBody.argument(frame, 0)));
    }

    private static JSBuiltin builtin(TruffleString key) {
        return JSONBuiltins.BUILTINS.lookupFunctionByKey(key);
    }

    private static JsonFunctions of(JSFunctionObject function) {
        return BuiltinBody.state(function, STATE, f -> new JsonFunctions(JSFunction.getRealm(f)));
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
        if (engineParse == null) engineParse = BuiltinBody.engines(realm.getContext(), builtin(PARSE));
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
