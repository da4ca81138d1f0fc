package dev.barista.engine;

/** Who has a realm's thread come back for promises of {@code Atomics.waitAsync}, which {@link Realm#drainMicrotasks} settles. */
public interface AsyncWaits {
    /** Somebody who settles nothing: where a realm is drained often enough by itself. */
    AsyncWaits NOBODY = new AsyncWaits() {
        @Override
        public void begins() {}

        @Override
        public void over() {}

        @Override
        public void notified() {}
    };

    /** A wait with a time limit begins; {@link Realm#millisToAsyncWaitEnd}, to be asked after this call, knows it. Realm's thread only. */
    void begins();

    /** A wait of this realm is over. Any thread. */
    void over();

    /** This realm has notified whoever waits: a wait of a realm that shares memory with it may be over. Realm's thread only. */
    void notified();
}
