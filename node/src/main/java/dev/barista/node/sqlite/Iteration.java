package dev.barista.node.sqlite;

import dev.barista.engine.JsObject;

/** What a {@code StatementSyncIterator} stands on: a walk through the rows of a statement, on which it may meet others. Loop thread only. */
final class Iteration {
    private final Statement statement;
    private boolean left;

    Iteration(Statement statement) {
        this.statement = statement;
    }

    /** The next row; {@code null} after the last, whereupon the statement begins anew. */
    JsObject next() {
        statement.check();
        return left ? null : statement.next();
    }

    /** Ends it early. */
    void leave() {
        statement.reset();
        left = true;
    }
}
