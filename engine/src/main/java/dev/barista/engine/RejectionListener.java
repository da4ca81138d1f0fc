package dev.barista.engine;

/** Hears of promises that are rejected without a handler, and of handlers that come late. Realm's thread only. */
public interface RejectionListener {
    /** A promise without a handler was rejected. Both are opaque engine values. */
    void rejected(Object promise, Object reason);

    /** A promise that was reported as {@link #rejected} got its first handler. */
    void handled(Object promise);

    /** A promise that was already settled was resolved ({@code rejection} false) or rejected again. */
    void settledAgain(Object promise, Object value, boolean rejection);
}
