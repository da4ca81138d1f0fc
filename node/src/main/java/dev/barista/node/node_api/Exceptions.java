package dev.barista.node.node_api;

import dev.barista.engine.Js;
import dev.barista.engine.JsException;
import dev.barista.engine.JsKind;
import dev.barista.engine.JsOperations;
import dev.barista.engine.JsText;
import dev.barista.engine.Realm;
import dev.barista.node.node_api.FunctionTable.Definitions;
import java.util.function.BiFunction;

/** Functions that make, throw and look at errors. Loop thread only. */
final class Exceptions {
    private static final Object CODE = JsText.of("code");

    private Exceptions() {}

    static void define(Definitions plain, Definitions runningJs) {
        defineKind(plain, runningJs, "napi_create_error", "napi_throw_error", Realm::error);
        defineKind(plain, runningJs, "napi_create_type_error", "napi_throw_type_error", Realm::typeError);
        defineKind(plain, runningJs, "napi_create_range_error", "napi_throw_range_error", Realm::rangeError);
        defineKind(plain, runningJs, "node_api_create_syntax_error", "node_api_throw_syntax_error", Realm::syntaxError);
        runningJs.one("napi_throw", Exceptions::throwValue);
        plain.two("napi_is_error", (env, value, result) -> Primitives.is(env, value, result, JsKind.ERROR));
        plain.one("napi_is_exception_pending", (env, result) -> result == 0 ? Status.INVALID_ARG : env.give(result, env.isThrowing()));
        plain.one("napi_get_and_clear_last_exception", Exceptions::takePending);
        runningJs.one("napi_fatal_exception", Exceptions::fatal);
    }

    private static void defineKind(Definitions plain, Definitions runningJs, String create, String throwing, BiFunction<Realm, String, JsException> make) {
        plain.three(create, (env, code, message, result) -> create(env, make, code, message, result));
        runningJs.two(throwing, (env, code, message) -> throwMade(env, make, code, message));
    }

    private static int create(Addon env, BiFunction<Realm, String, JsException> make, long codeHandle, long messageHandle, long result) {
        Object message = env.value(messageHandle);
        if (message == null || result == 0) return Status.INVALID_ARG;
        if (!Js.isString(message)) return Status.STRING_EXPECTED;
        JsException error = make.apply(env.realm(), (String) Js.java(message));
        if (codeHandle != 0) {
            Object code = env.value(codeHandle);
            if (code == null || !Js.isString(code)) return Status.STRING_EXPECTED;
            withCode(error, code);
        }
        return env.give(result, error.value());
    }

    private static int throwMade(Addon env, BiFunction<Realm, String, JsException> make, long code, long message) {
        String text = message == 0 ? "" : Strings.text(message, Strings.AUTO_LENGTH);
        JsException error = make.apply(env.realm(), text);
        if (code != 0) withCode(error, env.text(code));
        env.pending(error);
        return Status.OK;
    }

    /** Gives an error a {@code code}. @param code a string as an opaque engine value */
    static JsException withCode(JsException error, Object code) {
        JsOperations.set(error.value(), CODE, code);
        return error;
    }

    private static int throwValue(Addon env, long handle) {
        Object value = env.value(handle);
        if (value == null) return Status.INVALID_ARG;
        env.pending(JsException.thrown(value));
        return Status.OK;
    }

    private static int takePending(Addon env, long result) {
        if (result == 0) return Status.INVALID_ARG;
        JsException pending = env.pending();
        env.pending(null);
        return env.give(result, pending == null ? Js.UNDEFINED : pending.value());
    }

    private static int fatal(Addon env, long handle) {
        Object value = env.value(handle);
        if (value == null) return Status.INVALID_ARG;
        env.api().environment().uncaught(JsException.thrown(value), false);
        return Status.OK;
    }
}
