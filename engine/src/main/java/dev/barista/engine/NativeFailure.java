package dev.barista.engine;

/** A bug in a native function: an exception that is not JavaScript's escaped from its body. JavaScript cannot catch it. */
public final class NativeFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NativeFailure(String function, RuntimeException cause) {
        super("native function '" + function + "' failed: " + cause, cause);
    }
}
