package dev.barista.engine;

/** Who has a realm's thread come back for promises of {@code Atomics.waitAsync}, which {@link Realm#drainMicrotasks} settles. */
public interface AsyncWaits {
    /** A wait with a time limit begins; see {@link Realm#millisToAsyncWaitEnd}. Realm's thread only. */
    void begins();

    /** A wait of this realm is over. Any thread. */
    void over();

    /** This realm has notified whoever waits: a wait of a realm that shares memory with it may be over. Realm's thread only. */
    void notified();
}
