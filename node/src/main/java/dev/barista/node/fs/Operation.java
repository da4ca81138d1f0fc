package dev.barista.node.fs;

import dev.barista.engine.Args;

/**
 * A file operation that has its arguments and is yet to be done. It is made on the loop thread and done on any, once; it blocks.
 */
@FunctionalInterface
interface Operation {
    /** @return a negative errno, or what the operation gives: a number, a String, a {@link Result}, or {@code null} for nothing */
    Object run();

    /** Takes an operation's arguments from a call. Loop thread only. */
    @FunctionalInterface
    interface Maker {
        Operation of(Args a);
    }
}
