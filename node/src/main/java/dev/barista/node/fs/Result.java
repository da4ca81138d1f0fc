package dev.barista.node.fs;

/** What an operation found, before JavaScript sees it. Made on any thread. */
@FunctionalInterface
interface Result {
    /** JavaScript's form of it. Loop thread only. */
    Object toJs(Values values);
}
