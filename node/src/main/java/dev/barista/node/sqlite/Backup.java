package dev.barista.node.sqlite;

import dev.barista.engine.Js;
import dev.barista.node.Callback;
import java.lang.foreign.Arena;

/**
 * A copy of a database that is made a few pages at a time on the pool. Loop thread only, but for {@link #step}, which {@link #end} waits
 * for. Source: https://sqlite.org/c3ref/backup_finish.html.
 */
final class Backup {
    private final Engine engine;
    private final Connection target;
    private long pointer;

    /**
     * Throws where it cannot begin.
     *
     * @param location of the copy, in UTF-8
     * @param from the database's name at its connection, an opaque string
     * @param to the copy's
     */
    Backup(Database source, byte[] location, Object from, Object to) {
        this.engine = source.engine();
        long connection = source.connection().pointer();
        this.target = Connection.open(engine, location, false);
        try (Arena arena = Arena.ofConfined()) {
            this.pointer = Sqlite.BACKUP_INIT.call(target.pointer(), Room.terminated(arena, to), connection, Room.terminated(arena, from), 0, 0);
        }
        if (pointer == 0) {
            RuntimeException failure = engine.failures().of(target.pointer());
            target.close();
            throw failure;
        }
        engine.backups().add(this);
    }

    /**
     * Copies pages.
     *
     * @param pages how many; all where it is negative
     * @param done (error or undefined, pages in all, pages that remain); after an error, or when none remain, it has ended
     */
    void proceed(int pages, Callback done) {
        engine.env().loop().pool().submit(() -> step(pages), (result, error) -> {
            if (error != null) throw new AssertionError(error);   // a downcall throws nothing
            if (pointer != 0) report(result, done);
        });
    }

    private synchronized int step(int pages) {
        return pointer == 0 ? Sqlite.ABORT : Sqlite.BACKUP_STEP.number(pointer, pages);
    }

    private void report(int result, Callback done) {
        int total = Sqlite.BACKUP_PAGECOUNT.number(pointer);
        int remaining = Sqlite.BACKUP_REMAINING.number(pointer);
        boolean well = result == Sqlite.OK || result == Sqlite.DONE || result == Sqlite.BUSY || result == Sqlite.LOCKED;
        Object failure = Js.UNDEFINED;
        if (!well) failure = engine.failures().ofCode(result).value();
        else if (remaining == 0 && result != Sqlite.DONE) failure = engine.failures().of(target.pointer()).value();
        if (failure != Js.UNDEFINED || remaining == 0) end();
        done.call(failure, total, remaining);
    }

    /** Gives back what it has; what has not been copied is not. */
    synchronized void end() {
        if (pointer == 0) return;
        Sqlite.BACKUP_FINISH.call(pointer);
        pointer = 0;
        target.close();
        engine.backups().remove(this);
    }
}
