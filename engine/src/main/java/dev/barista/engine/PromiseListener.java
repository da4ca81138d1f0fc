package dev.barista.engine;

/**
 * Hears of the life of every promise. Realm's thread only. Promises are opaque engine values. What its methods throw is reported as an
 * unhandled rejection.
 */
public interface PromiseListener {
    /** A promise was made; {@code parent} is the one it follows, undefined where it follows none. */
    void created(Object promise, Object parent);

    /** A promise is being resolved or rejected. */
    void resolved(Object promise);

    /** The reaction that settles {@code promise} begins. */
    void reactionBegins(Object promise);

    /** The reaction that settles {@code promise} has ended. */
    void reactionEnds(Object promise);
}
