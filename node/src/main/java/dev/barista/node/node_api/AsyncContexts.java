package dev.barista.node.node_api;

import dev.barista.engine.Js;
import dev.barista.engine.JsOperations;
import dev.barista.engine.JsType;
import dev.barista.node.Ticks;
import dev.barista.node.node_api.FunctionTable.Definitions;
import dev.barista.node.posix.Memory;

/** Functions for calls that continue something asynchronous: they run as a resource of {@code async_hooks}. Loop thread only. */
final class AsyncContexts {
    private AsyncContexts() {}

    static void define(Definitions plain, Definitions runningJs) {
        plain.three("napi_async_init", AsyncContexts::init);
        plain.one("napi_async_destroy", AsyncContexts::destroy);
        runningJs.six("napi_make_callback", AsyncContexts::makeCallback);
        plain.three("napi_open_callback_scope", AsyncContexts::openScope);
        plain.one("napi_close_callback_scope", AsyncContexts::closeScope);
    }

    /**
     * A context for a resource of the addon's.
     *
     * @param resource a handle; 0 for a new object
     * @param name a handle of what tells its type
     * @return what the JavaScript half knows it by; {@code null} where an argument is wrong, and {@link #refusal} says how
     */
    static Object create(Addon env, long resource, long name) {
        if (refusal(env, resource, name) != Status.OK) return null;
        Object object = resource == 0 ? env.realm().object().raw() : Objects.toObject(env, resource);
        return env.api().call("createContext", object, JsOperations.toText(env.value(name)));
    }

    static int refusal(Addon env, long resource, long name) {
        if (env.value(name) == null) return Status.INVALID_ARG;
        if (resource != 0 && Objects.toObject(env, resource) == null) return Objects.objectStatus(env, resource);
        return JsType.of(env.value(name)) == JsType.SYMBOL ? Status.STRING_EXPECTED : Status.OK;
    }

    private static int init(Addon env, long resource, long name, long result) {
        if (result == 0) return Status.INVALID_ARG;
        Object context = create(env, resource, name);
        if (context == null) return refusal(env, resource, name);
        Memory.pointer(result, env.asyncContexts().add(context));
        return Status.OK;
    }

    private static int destroy(Addon env, long id) {
        Object context = env.asyncContexts().remove(id);
        if (context == null) return Status.INVALID_ARG;
        env.api().destroyContext(context);
        return Status.OK;
    }

    private static int makeCallback(Addon env, long id, long receiver, long function, long count, long array, long result) {
        if (env.value(receiver) == null || count > 0 && array == 0) return Status.INVALID_ARG;
        Object self = Objects.toObject(env, receiver);
        if (self == null) return Status.OBJECT_EXPECTED;
        Object called = env.value(function);
        if (called == null || JsType.of(called) != JsType.FUNCTION) return Status.INVALID_ARG;
        Object[] arguments = env.values(array, count);
        if (arguments == null) return Status.INVALID_ARG;
        Object context = id == 0 ? Js.UNDEFINED : env.asyncContexts().get(id);
        if (context == null) return Status.INVALID_ARG;
        Ticks ticks = env.api().environment().ticks();
        Object value = env.runningJs(() -> {
            ticks.begin();
            try {
                return env.api().call("runIn", context, called, self, env.realm().array(arguments));
            } finally {
                ticks.end();
            }
        });
        return result == 0 ? Status.OK : env.give(result, value);
    }

    private static int openScope(Addon env, long unused, long id, long result) {
        if (result == 0) return Status.INVALID_ARG;
        Object context = env.asyncContexts().get(id);
        if (context == null) return Status.INVALID_ARG;
        env.api().environment().ticks().begin();
        Memory.pointer(result, env.asyncContexts().add(env.api().call("enter", context)));
        return Status.OK;
    }

    private static int closeScope(Addon env, long id) {
        if (id == 0) return Status.INVALID_ARG;
        Object state = env.asyncContexts().remove(id);
        if (state == null) return Status.CALLBACK_SCOPE_MISMATCH;
        env.api().call("leave", state);
        env.runningJs(() -> {
            env.api().environment().ticks().end();
            return Js.UNDEFINED;
        });
        return Status.OK;
    }
}
