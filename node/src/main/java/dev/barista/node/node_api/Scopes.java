package dev.barista.node.node_api;

import dev.barista.node.node_api.FunctionTable.Definitions;
import dev.barista.node.posix.Memory;

/** Functions that open and close scopes of handles. Loop thread only. */
final class Scopes {
    private Scopes() {}

    static void define(Definitions plain) {
        plain.one("napi_open_handle_scope", (env, result) -> open(env, result, false));
        plain.one("napi_close_handle_scope", Scopes::close);
        plain.one("napi_open_escapable_handle_scope", (env, result) -> open(env, result, true));
        plain.one("napi_close_escapable_handle_scope", Scopes::close);
        plain.three("napi_escape_handle", Scopes::escape);
    }

    private static int open(Addon env, long result, boolean escapable) {
        if (result == 0) return Status.INVALID_ARG;
        Memory.pointer(result, env.handles().open(escapable));
        return Status.OK;
    }

    private static int close(Addon env, long scope) {
        if (scope == 0) return Status.INVALID_ARG;
        return env.handles().close() ? Status.OK : Status.HANDLE_SCOPE_MISMATCH;
    }

    private static int escape(Addon env, long scope, long handle, long result) {
        Object value = env.value(handle);
        if (scope == 0 || value == null || result == 0) return Status.INVALID_ARG;
        long outside = env.handles().escape(scope, value);
        if (outside == 0) return Status.ESCAPE_CALLED_TWICE;
        Memory.pointer(result, outside);
        return Status.OK;
    }
}
