package dev.barista.node.sqlite;

import java.lang.ref.PhantomReference;
import java.util.Set;

/**
 * One of SQLite's objects that belongs to a connection: it is given back when its owner says so, with its connection, or when the owner
 * has been forgotten. Loop thread only.
 */
final class Resource extends PhantomReference<Object> implements Engine.Forgotten {
    private final Engine engine;
    private final Set<Resource> siblings;
    private final Sqlite free;
    private long pointer;

    /** @param siblings the others of the connection, to which this one is added until it is given back */
    Resource(Engine engine, Object owner, Set<Resource> siblings, Sqlite free, long pointer) {
        super(owner, engine.queue());
        this.engine = engine;
        this.siblings = siblings;
        this.free = free;
        this.pointer = pointer;
        if (pointer != 0) siblings.add(this);
    }

    /** 0 once it has been given back. */
    long pointer() {
        return pointer;
    }

    @Override
    public void release() {
        if (pointer == 0) return;
        long given = pointer;
        pointer = 0;
        siblings.remove(this);
        engine.callbacks().muted(free, given);
    }
}
