package dev.barista.engine;

import java.util.Arrays;
import java.util.List;

/** A bug in a native function: an exception that is not JavaScript's escaped from its body. JavaScript cannot catch it. */
public final class NativeFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int FRAMES = 12;

    NativeFailure(String function, RuntimeException cause) {
        super("native function '" + function + "' failed: " + cause, cause);
    }

    /** The first frames of Java's stack below the failure, without the engine's own. */
    public List<String> frames() {
        return Arrays.stream(getCause().getStackTrace())
                .filter(f -> !f.getClassName().startsWith("com.oracle.truffle"))
                .limit(FRAMES).map(f -> "    at " + f).toList();
    }
}
