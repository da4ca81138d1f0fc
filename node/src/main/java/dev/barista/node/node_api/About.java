package dev.barista.node.node_api;

import dev.barista.node.node_api.FunctionTable.Definitions;
import dev.barista.node.posix.Memory;
import dev.barista.node.process.ProcessObject;

/** Functions that tell of the last call, of the versions, and of the addon itself. Loop thread only. */
final class About {
    private static final int NODE_API_VERSION = 10;

    // The part of an addon's memory that these functions give pointers to.
    private static final int ERROR_INFO = 0;   // napi_extended_error_info: a text, a pointer, two integers
    private static final int NODE_VERSION = 24;   // napi_node_version: three integers, a text
    static final int RECORD_BYTES = 48;

    private About() {}

    static void define(Definitions plain) {
        plain.one("napi_get_last_error_info", About::lastError);
        plain.one("napi_get_version", About::version);
        plain.one("napi_get_node_version", About::nodeVersion);
        plain.one("node_api_get_module_file_name", About::fileName);
        plain.one("napi_get_uv_event_loop", (env, result) -> result == 0 ? Status.INVALID_ARG : Status.GENERIC_FAILURE);   // it is not libuv's
    }

    private static int lastError(Addon env, long result) {
        env.keepStatus();
        if (result == 0) return Status.INVALID_ARG;
        long info = NodeApi.record(env) + ERROR_INFO;
        int status = env.lastStatus();
        Memory.pointer(info, status == Status.OK ? 0 : env.api().constantText(Status.message(status)));
        Memory.integer(info + 20, status);
        Memory.pointer(result, info);
        return Status.OK;
    }

    private static int version(Addon env, long result) {
        if (result == 0) return Status.INVALID_ARG;
        Memory.integer(result, NODE_API_VERSION);
        return Status.OK;
    }

    private static int nodeVersion(Addon env, long result) {
        if (result == 0) return Status.INVALID_ARG;
        long version = NodeApi.record(env) + NODE_VERSION;
        String[] parts = ProcessObject.NODE_VERSION.split("\\.");
        for (int i = 0; i < parts.length; i++) Memory.integer(version + (long) i * Integer.BYTES, Integer.parseInt(parts[i]));
        Memory.pointer(version + 16, env.api().constantText("node"));
        Memory.pointer(result, version);
        return Status.OK;
    }

    private static int fileName(Addon env, long result) {
        if (result == 0) return Status.INVALID_ARG;
        Memory.pointer(result, env.api().constantText(env.fileName()));
        return Status.OK;
    }
}
