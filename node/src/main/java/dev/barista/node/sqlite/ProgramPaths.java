package dev.barista.node.sqlite;

import dev.barista.node.Environment;
import dev.barista.node.permission.Permission;
import dev.barista.node.permission.Permissions;
import dev.barista.node.posix.Memory;
import dev.barista.node.posix.PathBytes;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * SQLite's way to the file system, but with relative names resolved against the program's working directory, not the JVM's, and for what the
 * program may open: the names of databases, of those that SQL attaches and those it writes. Loop thread only.
 *
 * <p>It is a copy of the default {@code sqlite3_vfs} with a name and an {@code xFullPathname} of its own, so each environment registers one.
 * Source: https://sqlite.org/c3ref/vfs.html.
 */
final class ProgramPaths {
    /** {@code sizeof(sqlite3_vfs)} of version 3, the last. */
    private static final int SIZE = 168;
    private static final int VERSION = 3;
    private static final int NEXT = 16;
    private static final int NAME = 24;
    private static final int FULL_PATHNAME = 64;
    private static final int CANNOT_OPEN = 14;

    private final Environment env;
    private Callbacks callbacks;
    private boolean readOnly;
    private long original;
    private long registered;
    private long name;

    ProgramPaths(Environment env) {
        this.env = env;
    }

    /** The address of the name under which databases are opened; 0 for SQLite's default where that is as good. */
    long name(Room memory, Callbacks callbacks) {
        if (name == 0) register(memory, callbacks);
        return name;
    }

    private void register(Room memory, Callbacks callbacks) {
        this.callbacks = callbacks;
        original = Sqlite.VFS_FIND.call(0);
        assert Memory.integer(original) <= VERSION;
        registered = memory.arena().allocate(SIZE, Long.BYTES).address();
        MemorySegment.copy(Memory.at(original, SIZE), 0, Memory.at(registered, SIZE), 0, SIZE);
        name = Memory.terminated(memory.arena(), "barista-" + Long.toHexString(registered));
        Memory.pointer(registered + NEXT, 0);
        Memory.pointer(registered + NAME, name);
        Memory.pointer(registered + FULL_PATHNAME, callbacks.address(Callbacks.Function.FULL_PATHNAME));
        Sqlite.VFS_REGISTER.call(registered, 0);
    }

    void close() {
        if (registered != 0) Sqlite.VFS_UNREGISTER.call(registered);
    }

    /** Says whether what is opened until this is called again is only read. */
    void readOnly(boolean readOnly) {
        this.readOnly = readOnly;
    }

    /** Writes the absolute name, if the program may open it. @return a result code of SQLite's */
    long full(long relative, int room, long target) {
        return callbacks.orElse(CANNOT_OPEN, () -> permitted(Memory.bytes(relative, Memory.length(relative)), room, target));
    }

    private long permitted(byte[] relative, int room, long target) {
        Permissions permissions = env.permissions();
        byte[] path;
        if (permissions == null) {
            path = PathBytes.absolute(relative, env.cwd().toString());
        } else {
            path = permissions.requireFile(Permission.FILE_SYSTEM_READ, relative);
            if (!readOnly) permissions.requireFile(Permission.FILE_SYSTEM_WRITE, relative);
        }
        if (path.length >= room) return CANNOT_OPEN;
        try (Arena arena = Arena.ofConfined()) {
            return Sqlite.callAt(Memory.pointer(original + FULL_PATHNAME), original, Memory.terminated(arena, path), room, target);
        }
    }
}
