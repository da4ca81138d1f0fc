package dev.barista.node.sqlite;

import dev.barista.node.Environment;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.HashSet;
import java.util.Set;

/** SQLite as one environment uses it: its memory, its callbacks, and what must be given back when it ends. Loop thread only. */
final class Engine {
    /** A reference to something that owns native objects. */
    interface Forgotten {
        /** Gives them back; once is enough. */
        void release();
    }

    private final Environment env;
    private final Room memory = new Room();
    private final ProgramPaths paths;
    private final Callbacks callbacks;
    private final Failures failures = new Failures();
    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    private final Set<Connection> connections = new HashSet<>();
    private final Set<Backup> backups = new HashSet<>();
    private final Set<Forgotten> held = new HashSet<>();

    Engine(Environment env) {
        this.env = env;
        this.paths = new ProgramPaths(env);
        this.callbacks = new Callbacks(memory, paths);
        env.atEnd(this::close);
    }

    Environment env() {
        return env;
    }

    Room memory() {
        return memory;
    }

    Callbacks callbacks() {
        return callbacks;
    }

    Failures failures() {
        return failures;
    }

    ReferenceQueue<Object> queue() {
        return queue;
    }

    /** The open ones. */
    Set<Connection> connections() {
        return connections;
    }

    /** Those under way. */
    Set<Backup> backups() {
        return backups;
    }

    ProgramPaths paths() {
        return paths;
    }

    /** The address of the name of the {@code sqlite3_vfs} by which files are opened. */
    long fileSystem() {
        return paths.name(memory, callbacks);
    }

    /** Keeps a reference itself from being forgotten. */
    void hold(Forgotten reference) {
        held.add(reference);
    }

    void letGo(Forgotten reference) {
        held.remove(reference);
    }

    /** Gives back what has been forgotten since. */
    void sweep() {
        for (Reference<?> found; (found = queue.poll()) != null; ) {
            Forgotten forgotten = (Forgotten) found;
            letGo(forgotten);
            forgotten.release();
        }
    }

    private void close() {
        for (Backup backup : backups.toArray(Backup[]::new)) backup.end();
        for (Connection connection : connections.toArray(Connection[]::new)) connection.close();
        paths.close();
        memory.close();
    }
}
