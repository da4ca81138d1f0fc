package dev.barista.node.sqlite;

import dev.barista.engine.Js;
import dev.barista.engine.JsFunction;
import dev.barista.node.posix.Memory;

/**
 * An aggregate function in JavaScript, also for windows of rows where it has an inverse. Loop thread only.
 *
 * <p>What has been accumulated of one group lies under a number, which SQLite keeps for the group. Source:
 * https://sqlite.org/windowfunctions.html#udfwinfunc.
 *
 * @param start the value, or the function that makes it
 * @param result {@code null} where the accumulated value is the result
 * @param inverse {@code null} where there is none
 */
record Aggregate(Engine engine, Object start, JsFunction step, JsFunction result, JsFunction inverse, boolean bigInts) {
    /** What has been accumulated of a group. */
    private static final class Group {
        Object value;

        /** Whether results have been asked for row by row; the last one, of the whole, means nothing then. */
        boolean windowed;

        Group(Object value) {
            this.value = value;
        }
    }

    long step(long context, int count, long values) {
        return take(step, context, count, values);
    }

    long inverse(long context, int count, long values) {
        return take(inverse, context, count, values);
    }

    private long take(JsFunction function, long context, int count, long values) {
        Callbacks callbacks = engine.callbacks();
        if (callbacks.silent()) return 0;
        try {
            Group group = group(context);
            Object[] arguments = UserFunction.arguments(engine, 1, count, values, bigInts);
            arguments[0] = group.value;
            group.value = function.call(null, arguments);
            return 0;
        } catch (Throwable t) {
            Results.fail(engine, context, "");
            throw t;
        }
    }

    private Group group(long context) {
        long kept = Sqlite.AGGREGATE_CONTEXT.call(context, Long.BYTES);
        long id = Memory.pointer(kept);
        if (id != 0) return engine.callbacks().of(id, Group.class);
        Group group = new Group(startValue());
        Memory.pointer(kept, engine.callbacks().register(group));
        return group;
    }

    private Object startValue() {
        return Js.isFunction(start) ? Js.function(start).call() : start;
    }

    /** The result so far, for the row of a window. */
    long value(long context) {
        return give(context, true);
    }

    /** The result of a whole group, of which nothing is kept afterwards. */
    long end(long context) {
        try {
            return give(context, false);
        } finally {
            long kept = Sqlite.AGGREGATE_CONTEXT.call(context, 0);
            if (kept != 0) engine.callbacks().forget(Memory.pointer(kept));
        }
    }

    private long give(long context, boolean window) {
        if (engine.callbacks().silent()) return 0;
        try {
            Group group = group(context);
            group.windowed |= window;
            if (group.windowed && !window) return 0;
            Results.set(engine, context, result == null ? group.value : result.call(Js.NULL, group.value));
            return 0;
        } catch (Throwable t) {
            Results.fail(engine, context, "");
            throw t;
        }
    }
}
