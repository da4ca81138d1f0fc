package dev.barista.node.sqlite;

import dev.barista.engine.JsException;
import dev.barista.engine.JsFunction;
import dev.barista.node.posix.Memory;
import java.lang.foreign.Arena;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;

/** What a {@code DatabaseSync} stands on: a database that is open or not. Loop thread only. */
final class Database {
    private static final int DETERMINISTIC = 0x800;
    private static final int DIRECT_ONLY = 0x80000;

    /** How it is opened. @param location in UTF-8 @param timeout milliseconds to wait for others' locks */
    record Options(byte[] location, boolean readOnly, boolean foreignKeys, boolean doubleQuotedStrings, boolean allowExtension, int timeout,
                   boolean defensive) {}

    /** How its statements begin. */
    record Defaults(boolean bigInts, boolean arrays, boolean bareNames, boolean unknownNames) {}

    /** Closes the connection of a database that JavaScript has forgotten. */
    private static final class Held extends PhantomReference<Object> implements Engine.Forgotten {
        private final Connection connection;

        Held(Database database, Connection connection) {
            super(database, database.engine.queue());
            this.connection = connection;
        }

        @Override
        public void release() {
            connection.close();
        }
    }

    private final Engine engine;
    private final Options options;
    private final Defaults defaults;
    private Connection connection;
    private Held held;
    private boolean extensions;

    Database(Engine engine, Options options, Defaults defaults) {
        this.engine = engine;
        this.options = options;
        this.defaults = defaults;
    }

    Engine engine() {
        return engine;
    }

    Defaults defaults() {
        return defaults;
    }

    boolean isOpen() {
        return connection != null;
    }

    /** The connection; throws where there is none. */
    Connection connection() {
        if (connection == null) throw invalid("database is not open");
        return connection;
    }

    private JsException invalid(String message) {
        return engine.failures().of("ERR_INVALID_STATE", message);
    }

    void open() {
        if (connection != null) throw invalid("database is already open");
        engine.sweep();
        connection = Connection.open(engine, options);
        extensions = options.allowExtension();
        held = new Held(this, connection);
        engine.hold(held);
    }

    void close() {
        Connection closing = connection();
        if (closing.busy()) throw invalid("database is in use by a function that it has called");
        engine.letGo(held);
        held = null;
        connection = null;
        closing.close();
    }

    boolean isTransaction() {
        return Sqlite.GET_AUTOCOMMIT.number(connection().pointer()) == 0;
    }

    /** @param sql an opaque string */
    void exec(Object sql) {
        Connection c = connection();
        try (Arena arena = Arena.ofConfined()) {
            long text = Room.terminated(arena, sql);
            c.check(c.call(() -> Sqlite.EXEC.number(c.pointer(), text, 0)));
        } finally {
            Reference.reachabilityFence(this);   // its connection is in use
        }
    }

    /** @param sql an opaque string, of which the first statement counts */
    Statement prepare(Object sql) {
        Connection c = connection();
        engine.sweep();
        try (Arena arena = Arena.ofConfined()) {
            long text = Room.terminated(arena, sql);
            long result = arena.allocate(Long.BYTES, Long.BYTES).address();
            c.check(c.call(() -> Sqlite.PREPARE.number(c.pointer(), text, -1, result, 0)));
            return new Statement(this, Memory.pointer(result));
        }
    }

    /** The absolute path of the file of a database that is attached under a name; {@code null} where there is none. */
    String location(Object name) {
        Connection c = connection();
        try (Arena arena = Arena.ofConfined()) {
            String path = Sqlite.DB_FILENAME.text(c.pointer(), Room.terminated(arena, name));
            return path == null || path.isEmpty() ? null : path;
        }
    }

    /** @param arguments how many, or -1 for any number */
    void function(String name, JsFunction function, int arguments, boolean bigInts, boolean deterministic, boolean directOnly) {
        Connection c = connection();
        long id = engine.callbacks().register(new UserFunction(engine, function, bigInts));
        int flags = Sqlite.UTF8 | (deterministic ? DETERMINISTIC : 0) | (directOnly ? DIRECT_ONLY : 0);
        try (Arena arena = Arena.ofConfined()) {
            created(c, name, arguments, id, (int) Sqlite.CREATE_FUNCTION.call(c.pointer(), Memory.terminated(arena, name), arguments, flags, id,
                engine.callbacks().address(Callbacks.Function.CALL), 0, 0, 0, 0));
        }
    }

    void aggregate(String name, Aggregate aggregate, int arguments, boolean directOnly) {
        Connection c = connection();
        Callbacks callbacks = engine.callbacks();
        long id = callbacks.register(aggregate);
        boolean window = aggregate.inverse() != null;
        try (Arena arena = Arena.ofConfined()) {
            created(c, name, arguments, id, (int) Sqlite.CREATE_WINDOW_FUNCTION.call(c.pointer(), Memory.terminated(arena, name), arguments,
                Sqlite.UTF8 | (directOnly ? DIRECT_ONLY : 0), id, callbacks.address(Callbacks.Function.STEP),
                callbacks.address(Callbacks.Function.FINAL), window ? callbacks.address(Callbacks.Function.VALUE) : 0,
                window ? callbacks.address(Callbacks.Function.INVERSE) : 0, 0));
        }
    }

    private void created(Connection c, String name, int arguments, long id, int result) {
        if (result == Sqlite.OK) {
            c.keepFunction(name, arguments, id);
        } else {
            engine.callbacks().forget(id);
            c.check(result);
        }
    }

    /** @param function {@code null} for none */
    void authorizer(JsFunction function) {
        connection().authorizer(function == null ? null : new Authorizer(engine, function));
    }

    void enableExtensions(boolean allow) {
        if (allow && !options.allowExtension()) {
            throw invalid("Cannot enable extension loading because it was disabled at database creation.");
        }
        extensions = allow;
        if (connection != null) connection.allowExtensions(allow);
    }

    /** Throws where extensions cannot be loaded now. */
    void checkExtensions() {
        connection();
        if (!extensions || !options.allowExtension()) throw invalid("extension loading is not allowed");
    }

    /** Loads a shared library that extends SQLite. @param path an opaque string */
    void loadExtension(Object path) {
        Connection c = connection();
        if (!Sqlite.LOAD_EXTENSION.present()) throw engine.failures().of("ERR_LOAD_SQLITE_EXTENSION", "this SQLite was built without extensions");
        try (Arena arena = Arena.ofConfined()) {
            long text = Room.terminated(arena, path);
            long message = arena.allocate(Long.BYTES, Long.BYTES).address();
            if (c.call(() -> Sqlite.LOAD_EXTENSION.number(c.pointer(), text, 0, message, 0)) == Sqlite.OK) return;
            long said = Memory.pointer(message);
            JsException failure = engine.failures().of("ERR_LOAD_SQLITE_EXTENSION", Memory.text(said));
            Sqlite.FREE.call(said);
            throw failure;
        }
    }

    /** @return whether it was applied: not if a conflict has ended it */
    boolean apply(byte[] changes, Changeset functions) {
        Connection c = connection();
        Callbacks callbacks = engine.callbacks();
        long id = callbacks.register(functions);
        try (Arena arena = Arena.ofConfined()) {
            long bytes = Memory.terminated(arena, changes);
            int result = c.call(() -> (int) Sqlite.CHANGESET_APPLY.call(c.pointer(), changes.length, bytes,
                callbacks.address(Callbacks.Function.FILTER), callbacks.address(Callbacks.Function.CONFLICT), id));
            if (result != Sqlite.OK && result != Sqlite.ABORT) throw engine.failures().ofCode(result);
            return result == Sqlite.OK;
        } finally {
            callbacks.forget(id);
            Reference.reachabilityFence(this);
        }
    }
}
