package dev.barista.node.node_api;

import dev.barista.engine.JsType;
import dev.barista.node.node_api.FunctionTable.Definitions;
import dev.barista.node.node_api.ThreadsafeFunction.Description;
import dev.barista.node.posix.Memory;

/** Functions for {@link ThreadsafeFunction}. */
final class ThreadsafeFunctions {
    private static final int ABORT = 1;   // napi_tsfn_abort
    private static final int BLOCKING = 1;   // napi_tsfn_blocking

    private ThreadsafeFunctions() {}

    static void define(Definitions plain) {
        plain.ten("napi_create_threadsafe_function", ThreadsafeFunctions::create);
        plain.one("napi_ref_threadsafe_function", (env, address) -> ref(env, address, true));
        plain.one("napi_unref_threadsafe_function", (env, address) -> ref(env, address, false));
    }

    /** Those that any thread may call. */
    static void defineShared(FunctionTable table) {
        table.shared("napi_get_threadsafe_function_context", (receiver, _, result, _) -> context((ThreadsafeFunction) receiver, result));
        table.shared("napi_call_threadsafe_function", (receiver, _, data, mode) ->
                ((ThreadsafeFunction) receiver).call(data, (int) mode == BLOCKING));
        table.shared("napi_acquire_threadsafe_function", (receiver, _, _, _) -> ((ThreadsafeFunction) receiver).acquire());
        table.shared("napi_release_threadsafe_function", (receiver, _, mode, _) -> ((ThreadsafeFunction) receiver).release((int) mode == ABORT));
    }

    private static int create(Addon env, long handle, long resource, long name, long queueSize, long threads, long finalizeData, long finalizer,
            long context, long callJs, long result) {
        if (env.value(name) == null || threads <= 0 || result == 0) return Status.INVALID_ARG;
        Object function = env.value(handle);
        if (function == null ? callJs == 0 : JsType.of(function) != JsType.FUNCTION) return Status.INVALID_ARG;
        Object asyncContext = AsyncContexts.create(env, resource, name);
        if (asyncContext == null) return AsyncContexts.refusal(env, resource, name);
        Description description = new Description(function, asyncContext, queueSize, finalizeData, finalizer, context, callJs);
        Memory.pointer(result, new ThreadsafeFunction(env, description, threads).address());
        return Status.OK;
    }

    private static int ref(Addon env, long address, boolean referenced) {
        ThreadsafeFunction function = env.api().shared(address, ThreadsafeFunction.class);
        if (function == null) return Status.INVALID_ARG;
        function.ref(referenced);
        return Status.OK;
    }

    private static int context(ThreadsafeFunction function, long result) {
        if (result == 0) return Status.INVALID_ARG;
        Memory.pointer(result, function.context());
        return Status.OK;
    }
}
