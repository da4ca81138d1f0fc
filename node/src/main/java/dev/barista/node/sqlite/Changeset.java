package dev.barista.node.sqlite;

import dev.barista.engine.Js;
import dev.barista.engine.JsFunction;
import dev.barista.node.posix.Memory;

/**
 * The functions that JavaScript gives for one application of a changeset. Loop thread only. Source:
 * https://sqlite.org/session/sqlite3changeset_apply.html.
 *
 * @param filter {@code null} where all tables are meant
 * @param conflict {@code null} where every conflict ends it
 */
record Changeset(Engine engine, JsFunction filter, JsFunction conflict) {
    private static final int ABORT = 2;

    /** No answer that SQLite knows: it gives up as misused. */
    private static final int INVALID = -1;

    long filter(long table) {
        if (filter == null) return 1;
        if (engine.callbacks().silent()) return 0;
        return Js.isTrue(filter.call(null, Memory.text(table))) ? 1 : 0;
    }

    long conflict(int kind) {
        if (conflict == null || engine.callbacks().silent()) return ABORT;
        return engine.callbacks().orElse(ABORT, () -> answer(conflict.call(null, kind)));
    }

    private static int answer(Object returned) {
        return Js.java(returned) instanceof Number n && n.doubleValue() == n.intValue() ? n.intValue() : INVALID;
    }
}
