package dev.barista.engine;

/** Makes the objects of a clone that are not JavaScript's own. Realm's thread only; values are opaque engine values. */
public interface CloneMaker {
    /** An empty object of a kind. */
    Object create(String kind);

    /** Fills an object that {@link #create} made. */
    void fill(Object object, Object data);
}
