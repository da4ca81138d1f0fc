package dev.barista.node.node_api;

import dev.barista.node.node_api.FunctionTable.Definitions;
import dev.barista.node.posix.Memory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What runs when an environment ends: hooks of its addons and the end of each addon, the last one added first. Loop thread only.
 *
 * <p>Asynchronous hooks are called and not waited for: nothing of the loop runs any more by then.
 */
final class CleanupHooks {
    /** A hook by what it was added with; {@code null} arguments are not compared. */
    private record Hook(long function, long argument, Runnable task) {}

    /** An asynchronous hook, as its handle stands for it. */
    private record AsyncHook(CleanupHooks all, Hook hook) {}

    private final NodeApi api;
    private final Deque<Hook> hooks = new ArrayDeque<>();

    CleanupHooks(NodeApi api) {
        this.api = api;
    }

    static void define(Definitions plain) {
        plain.two("napi_add_env_cleanup_hook", CleanupHooks::add);
        plain.two("napi_remove_env_cleanup_hook", CleanupHooks::remove);
        plain.three("napi_add_async_cleanup_hook", CleanupHooks::addAsync);
    }

    static void defineShared(FunctionTable table) {
        table.shared("napi_remove_async_cleanup_hook", (receiver, handle, _, _) -> removeAsync((AsyncHook) receiver, handle));
    }

    /** Has a task run with the hooks. */
    void add(Runnable task) {
        hooks.push(new Hook(0, 0, task));
    }

    void run() {
        for (Hook hook; (hook = hooks.poll()) != null; ) hook.task.run();
    }

    private static int add(Addon env, long function, long argument) {
        if (function == 0) return Status.INVALID_ARG;
        env.api().cleanupHooks().hooks.push(new Hook(function, argument, () -> NativeCalls.call(function, argument, 0, 0, 0)));
        return Status.OK;
    }

    private static int remove(Addon env, long function, long argument) {
        if (function == 0) return Status.INVALID_ARG;
        env.api().cleanupHooks().hooks.removeIf(hook -> hook.function == function && hook.argument == argument);
        return Status.OK;
    }

    private static int addAsync(Addon env, long function, long argument, long result) {
        if (function == 0) return Status.INVALID_ARG;
        CleanupHooks all = env.api().cleanupHooks();
        List<Long> handle = new ArrayList<>(1);
        Hook hook = new Hook(0, 0, () -> NativeCalls.call(function, handle.getFirst(), argument, 0, 0));
        handle.add(env.api().share(new AsyncHook(all, hook)));
        all.hooks.push(hook);
        if (result != 0) Memory.pointer(result, handle.getFirst());
        return Status.OK;
    }

    private static int removeAsync(AsyncHook removed, long handle) {
        removed.all.hooks.remove(removed.hook);
        removed.all.api.forget(handle);
        return Status.OK;
    }
}
