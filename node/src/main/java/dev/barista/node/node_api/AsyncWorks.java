package dev.barista.node.node_api;

import dev.barista.node.node_api.FunctionTable.Definitions;
import dev.barista.node.posix.Memory;

/** Functions for {@link AsyncWork}. Loop thread only. */
final class AsyncWorks {
    private AsyncWorks() {}

    static void define(Definitions plain) {
        plain.six("napi_create_async_work", AsyncWorks::create);
        plain.one("napi_delete_async_work", AsyncWorks::delete);
        plain.one("napi_queue_async_work", AsyncWorks::queue);
        plain.one("napi_cancel_async_work", AsyncWorks::cancel);
    }

    private static int create(Addon env, long resource, long name, long execute, long complete, long data, long result) {
        if (execute == 0 || result == 0) return Status.INVALID_ARG;
        Object context = AsyncContexts.create(env, resource, name);
        if (context == null) return AsyncContexts.refusal(env, resource, name);
        Memory.pointer(result, env.works().add(new AsyncWork(env, context, execute, complete, data)));
        return Status.OK;
    }

    private static int delete(Addon env, long id) {
        AsyncWork work = env.works().remove(id);
        if (work == null) return Status.INVALID_ARG;
        work.delete();
        return Status.OK;
    }

    private static int queue(Addon env, long id) {
        AsyncWork work = env.works().get(id);
        if (work == null) return Status.INVALID_ARG;
        work.queue();
        return Status.OK;
    }

    private static int cancel(Addon env, long id) {
        AsyncWork work = env.works().get(id);
        if (work == null) return Status.INVALID_ARG;
        return work.cancel() ? Status.OK : Status.GENERIC_FAILURE;
    }
}
