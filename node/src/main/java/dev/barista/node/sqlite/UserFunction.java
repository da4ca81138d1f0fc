package dev.barista.node.sqlite;

import dev.barista.engine.JsFunction;
import dev.barista.node.posix.Memory;

/** A function in JavaScript that SQL calls. Loop thread only. */
record UserFunction(Engine engine, JsFunction function, boolean bigInts) {
    /** Source: https://sqlite.org/c3ref/create_function.html. */
    long call(long context, int count, long values) {
        try {
            Results.set(engine, context, function.call(null, arguments(engine, 0, count, values, bigInts)));
            return 0;
        } catch (Throwable t) {
            Results.fail(engine, context, "");
            throw t;
        }
    }

    /** The arguments of a call. @param first how many places are left free before them */
    static Object[] arguments(Engine engine, int first, int count, long values, boolean bigInts) {
        Object[] arguments = new Object[first + count];
        for (int i = 0; i < count; i++) {
            arguments[first + i] = Values.ARGUMENT.read(engine, Memory.pointer(values + (long) i * Long.BYTES), 0, bigInts);
        }
        return arguments;
    }
}
