package dev.barista.node;

/** The Java half of a room. One per environment, made when its JavaScript half first asks for it. Loop thread only. */
@FunctionalInterface
public interface Binding {
    /** Puts what JavaScript may use into the table. */
    void define(Exports x);
}
