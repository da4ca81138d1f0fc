package dev.barista.node.sqlite;

import dev.barista.node.posix.Memory;
import java.lang.foreign.Arena;

/** What a {@code Session} stands on: it records the changes of tables. Loop thread only. Source: https://sqlite.org/sessionintro.html. */
final class Session {
    private final Database database;
    private final Resource resource;

    /** @param schema an opaque string, such as {@code main} @param table an opaque string; {@code null} for all of them */
    Session(Database database, Object schema, Object table) {
        this.database = database;
        Connection connection = database.connection();
        try (Arena arena = Arena.ofConfined()) {
            long result = arena.allocate(Long.BYTES, Long.BYTES).address();
            connection.check(Sqlite.SESSION_CREATE.number(connection.pointer(), Room.terminated(arena, schema), result));
            this.resource = new Resource(database.engine(), this, connection.resources(), Sqlite.SESSION_DELETE, Memory.pointer(result));
            connection.check(Sqlite.SESSION_ATTACH.number(resource.pointer(), table == null ? 0 : Room.terminated(arena, table)));
        }
    }

    /** @param form of the changes: {@link Sqlite#SESSION_CHANGESET} or {@link Sqlite#SESSION_PATCHSET} */
    byte[] changes(Sqlite form) {
        Connection connection = database.connection();
        long session = pointer();
        try (Arena arena = Arena.ofConfined()) {
            long size = arena.allocate(2L * Long.BYTES, Long.BYTES).address();
            long start = size + Long.BYTES;
            connection.check(connection.call(() -> form.number(session, size, start)));
            long bytes = Memory.pointer(start);
            byte[] changes = Memory.bytes(bytes, Memory.integer(size));
            Sqlite.FREE.call(bytes);
            return changes;
        }
    }

    private long pointer() {
        long pointer = resource.pointer();
        if (pointer == 0) throw database.engine().failures().of("ERR_INVALID_STATE", "session is not open");
        return pointer;
    }

    void close() {
        database.connection();
        pointer();
        resource.release();
    }

    /** Closes it if it is open. */
    void dispose() {
        resource.release();
    }
}
