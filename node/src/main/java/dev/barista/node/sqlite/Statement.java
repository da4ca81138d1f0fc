package dev.barista.node.sqlite;

import dev.barista.engine.Js;
import dev.barista.engine.JsObject;
import dev.barista.engine.JsText;
import dev.barista.engine.ObjectTemplate;
import dev.barista.engine.Realm;
import dev.barista.node.posix.Memory;
import java.util.ArrayList;
import java.util.List;

/** What a {@code StatementSync} stands on: a statement that has been prepared. Loop thread only. */
final class Statement {
    private static final List<String> OUTCOME = List.of("lastInsertRowid", "changes");
    private static final List<String> COLUMN = List.of("column", "database", "name", "table", "type");

    /** Stays open as long as the statement is there. */
    @SuppressWarnings("unused")
    private final Database database;
    private final Connection connection;
    private final Resource resource;
    private final Engine engine;
    private final Realm realm;
    private final Parameters parameters;
    private final Rows rows;
    private ObjectTemplate outcomes;

    private boolean bigInts;
    private boolean bareNames;
    private boolean unknownNames;
    private boolean stepping;
    /** Whether it stands somewhere, so that a reset means something. */
    private boolean begun;

    /** @param pointer 0 where the text had no statement */
    Statement(Database database, long pointer) {
        this.database = database;
        this.connection = database.connection();
        this.engine = database.engine();
        this.realm = engine.env().realm();
        this.resource = new Resource(engine, this, connection.resources(), Sqlite.FINALIZE, pointer);
        this.parameters = new Parameters(engine, connection.pointer(), pointer);
        this.rows = new Rows(engine, pointer);
        Database.Defaults defaults = database.defaults();
        this.bigInts = defaults.bigInts();
        this.bareNames = defaults.bareNames();
        this.unknownNames = defaults.unknownNames();
        rows.arrays(defaults.arrays());
    }

    /** The statement; throws where there is none any more. */
    private long pointer() {
        long pointer = resource.pointer();
        if (pointer == 0) throw engine.failures().of("ERR_INVALID_STATE", "statement has been finalized");
        return pointer;
    }

    void check() {
        pointer();
    }

    void bigInts(boolean on) {
        bigInts = on;
    }

    void arrays(boolean on) {
        rows.arrays(on);
    }

    void bareNames(boolean on) {
        bareNames = on;
    }

    void unknownNames(boolean on) {
        unknownNames = on;
    }

    /**
     * Begins anew.
     *
     * @param values of its parameters, opaque
     * @param named whether a first value that is an object has values for names
     */
    void begin(Object[] values, boolean named) {
        reset();
        parameters.bind(values, named ? new Parameters.Naming(bareNames, unknownNames) : null);
    }

    /** The next row as an object or an array; {@code null} after the last, when it stands before the first again. */
    JsObject next() {
        if (step() == Sqlite.DONE) {
            reset();
            return null;
        }
        return rows.read(bigInts);
    }

    /** Steps to a row or to the end. Throws what goes wrong, after it has been reset. */
    private int step() {
        long pointer = pointer();
        checkIdle();
        int result;
        stepping = true;
        begun = true;
        try {
            result = connection.step(pointer);
            if (result != Sqlite.ROW && result != Sqlite.DONE) throw engine.failures().of(connection.pointer());
        } catch (RuntimeException | Error e) {
            engine.callbacks().muted(Sqlite.RESET, pointer);
            begun = false;
            throw e;
        } finally {
            stepping = false;
        }
        return result;
    }

    /** SQLite must not be asked for what it is doing. */
    private void checkIdle() {
        if (stepping) throw engine.failures().of("ERR_INVALID_STATE", "statement is in use by a function that it has called");
    }

    void reset() {
        long pointer = pointer();
        checkIdle();
        if (begun) engine.callbacks().muted(Sqlite.RESET, pointer);
        begun = false;
    }

    /** The first row; {@code null} if there is none. */
    JsObject get() {
        try {
            return next();
        } finally {
            release();
        }
    }

    JsObject all() {
        List<JsObject> found = new ArrayList<>();
        try {
            for (JsObject row; (row = next()) != null; ) found.add(row);
        } finally {
            release();
        }
        return realm.array(found.toArray());
    }

    /** Runs it for what it does. @return {@code { lastInsertRowid, changes }} */
    JsObject run() {
        step();
        reset();
        if (outcomes == null) outcomes = ObjectTemplate.of(realm, OUTCOME);
        return outcomes.make(counted(Sqlite.LAST_INSERT_ROWID), counted(Sqlite.CHANGES));
    }

    private Object counted(Sqlite counter) {
        return Values.counted(counter.call(connection.pointer()), bigInts);
    }

    /** Lets go of locks, where the statement still is. */
    private void release() {
        if (resource.pointer() != 0) reset();
    }

    String sourceSql() {
        return Sqlite.SQL.text(pointer(), 0);
    }

    /** With the values of the parameters in their places. */
    String expandedSql() {
        long text = Sqlite.EXPANDED_SQL.call(pointer());
        if (text == 0) throw engine.failures().of("ERR_SQLITE_ERROR", "Expanded SQL text would exceed configured limits");
        String expanded = Memory.text(text);
        Sqlite.FREE.call(text);
        return expanded;
    }

    /** Where its columns come from, as far as SQLite was built to know. */
    JsObject columns() {
        long pointer = pointer();
        ObjectTemplate template = ObjectTemplate.bare(realm, COLUMN);
        Object[] columns = new Object[Sqlite.COLUMN_COUNT.number(pointer)];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = template.make(text(Sqlite.COLUMN_ORIGIN_NAME, i), text(Sqlite.COLUMN_DATABASE_NAME, i), text(Sqlite.COLUMN_NAME, i),
                text(Sqlite.COLUMN_TABLE_NAME, i), text(Sqlite.COLUMN_DECLTYPE, i));
        }
        return realm.array(columns);
    }

    private Object text(Sqlite function, int column) {
        String text = function.present() ? function.text(resource.pointer(), column) : null;
        return text == null ? Js.NULL : JsText.of(text);
    }
}
