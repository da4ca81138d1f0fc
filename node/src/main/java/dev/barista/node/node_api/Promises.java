package dev.barista.node.node_api;

import dev.barista.engine.Js;
import dev.barista.engine.JsPromise;
import dev.barista.node.node_api.FunctionTable.Definitions;
import dev.barista.node.posix.Memory;

/** Functions for promises. Loop thread only. */
final class Promises {
    private Promises() {}

    static void define(Definitions plain, Definitions runningJs) {
        runningJs.two("napi_create_promise", Promises::create);
        runningJs.two("napi_resolve_deferred", (env, deferred, value) -> settle(env, deferred, value, true));
        runningJs.two("napi_reject_deferred", (env, deferred, value) -> settle(env, deferred, value, false));
        plain.two("napi_is_promise", Promises::isPromise);
    }

    private static int create(Addon env, long deferred, long promise) {
        if (deferred == 0 || promise == 0) return Status.INVALID_ARG;
        JsPromise made = env.realm().promise();
        Memory.pointer(deferred, env.deferreds().add(made));
        return env.give(promise, made.raw());
    }

    private static int settle(Addon env, long deferred, long handle, boolean fulfil) {
        Object value = env.value(handle);
        if (value == null) return Status.INVALID_ARG;
        JsPromise promise = env.deferreds().remove(deferred);
        if (promise == null) return Status.INVALID_ARG;
        if (fulfil) promise.resolve(value);
        else promise.reject(value);
        return Status.OK;
    }

    private static int isPromise(Addon env, long handle, long result) {
        Object value = env.value(handle);
        if (value == null || result == 0) return Status.INVALID_ARG;
        return env.give(result, Js.isPromise(value));
    }
}
