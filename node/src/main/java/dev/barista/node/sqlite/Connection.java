package dev.barista.node.sqlite;

import dev.barista.node.posix.Memory;
import java.lang.foreign.Arena;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;

/** One open {@code sqlite3} with what belongs to it. Loop thread only; a backup on the pool shares it by SQLite's own locks. */
final class Connection {
    private static final int OPEN_READONLY = 0x1;
    private static final int OPEN_READWRITE_CREATE = 0x6;
    private static final int OPEN_URI = 0x40;

    private static final int DBCONFIG_ENABLE_FKEY = 1002;
    private static final int DBCONFIG_ENABLE_LOAD_EXTENSION = 1005;
    private static final int DBCONFIG_DEFENSIVE = 1010;
    private static final int DBCONFIG_DQS_DML = 1013;
    private static final int DBCONFIG_DQS_DDL = 1014;

    private final Engine engine;
    private final long pointer;
    private final Set<Resource> resources = new HashSet<>();
    private final Map<String, Long> functions = new HashMap<>();
    private long authorizer;
    private int calls;
    private boolean closed;

    private Connection(Engine engine, long pointer) {
        this.engine = engine;
        this.pointer = pointer;
        engine.connections().add(this);
    }

    /** Opens a database for a program. Throws what SQLite says against it. */
    static Connection open(Engine engine, Database.Options options) {
        Connection connection = open(engine, options.location(), options.readOnly());
        try {
            connection.configure(DBCONFIG_DQS_DML, options.doubleQuotedStrings());
            connection.configure(DBCONFIG_DQS_DDL, options.doubleQuotedStrings());
            connection.configure(DBCONFIG_ENABLE_FKEY, options.foreignKeys());
            connection.defensive(options.defensive());
            Sqlite.BUSY_TIMEOUT.call(connection.pointer, options.timeout());
            if (options.allowExtension()) connection.allowExtensions(true);
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Opens a file, or what else a location names. Every location that a program gives comes through here.
     *
     * @param location a path, a URI or {@code :memory:}, in UTF-8
     */
    static Connection open(Engine engine, byte[] location, boolean readOnly) {
        int flags = OPEN_URI | (readOnly ? OPEN_READONLY : OPEN_READWRITE_CREATE);
        int result;
        engine.paths().readOnly(readOnly);
        try (Arena arena = Arena.ofConfined()) {
            result = Sqlite.OPEN.number(Memory.terminated(arena, location), engine.memory().results(), flags, engine.fileSystem(), 0);
        } finally {
            engine.paths().readOnly(false);
        }
        long pointer = Memory.pointer(engine.memory().results());
        if (pointer == 0) throw engine.failures().ofCode(result);
        Connection connection = new Connection(engine, pointer);
        if (result == Sqlite.OK) return connection;
        RuntimeException failure = engine.failures().of(pointer);
        connection.close();
        engine.callbacks().rethrow();   // the program may not open it
        throw failure;
    }

    long pointer() {
        return pointer;
    }

    boolean closed() {
        return closed;
    }

    /** What is to be given back with it. */
    Set<Resource> resources() {
        return resources;
    }

    /** Makes a call that may call JavaScript. Throws what JavaScript threw. @return the call's result */
    int call(IntSupplier call) {
        calls++;
        int result;
        try {
            result = call.getAsInt();
        } finally {
            calls--;
        }
        engine.callbacks().rethrow();
        return result;
    }

    /** Steps a statement, as {@link #call}. */
    int step(long statement) {
        calls++;
        int result;
        try {
            result = Sqlite.STEP.number(statement);
        } finally {
            calls--;
        }
        engine.callbacks().rethrow();
        return result;
    }

    /** Whether a call is under way, so that what it uses must stay. */
    boolean busy() {
        return calls > 0;
    }

    /** Throws what SQLite says of a result that is not the good one. */
    void check(int result) {
        if (result != Sqlite.OK) throw engine.failures().of(pointer);
    }

    /** A variadic function, which on the systems that Barista runs on takes its arguments like any other. */
    private void configure(int what, boolean on) {
        check(Sqlite.DB_CONFIG.number(pointer, what, on ? 1 : 0, 0, 0));
    }

    void defensive(boolean on) {
        configure(DBCONFIG_DEFENSIVE, on);
    }

    /** Lets this API load extensions; SQL never does. */
    void allowExtensions(boolean on) {
        configure(DBCONFIG_ENABLE_LOAD_EXTENSION, on);
    }

    /** Takes a function in place of one with the same name and number of arguments, which is forgotten. */
    void keepFunction(String name, int arguments, long id) {
        Long before = functions.put(name.toLowerCase(Locale.ROOT) + '/' + arguments, id);
        if (before != null) engine.callbacks().forget(before);
    }

    /** Lets a receiver decide what SQL may do; {@code null} lets it do everything. */
    void authorizer(Authorizer receiver) {
        long before = authorizer;
        authorizer = receiver == null ? 0 : engine.callbacks().register(receiver);
        long function = receiver == null ? 0 : engine.callbacks().address(Callbacks.Function.AUTHORIZE);
        Sqlite.SET_AUTHORIZER.call(pointer, function, authorizer);
        engine.callbacks().forget(before);
    }

    /** Closes it, and finalizes what belongs to it. A backup from it that is under way comes to its end. */
    void close() {
        if (closed) return;
        closed = true;
        for (Resource resource : resources.toArray(Resource[]::new)) resource.release();
        engine.callbacks().muted(Sqlite.CLOSE, pointer);
        functions.values().forEach(engine.callbacks()::forget);
        engine.callbacks().forget(authorizer);
        engine.connections().remove(this);
    }
}
