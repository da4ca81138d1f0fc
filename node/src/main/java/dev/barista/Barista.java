package dev.barista;

import dev.barista.node.Environment;
import dev.barista.node.EnvironmentOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A Node program that runs inside this JVM, on a thread of its own. Any number run side by side; they share nothing. Any thread.
 *
 * {@snippet :
 * try (Barista app = Barista.builder().script(Path.of("app.js")).start()) {
 *     System.exit(app.waitFor());
 * }
 * }
 */
public final class Barista implements AutoCloseable {
    private static final long LOOP_STACK_BYTES = 64L << 20;   // as deep a recursion as in Node needs it
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final CompletableFuture<Environment> environment = new CompletableFuture<>();

    private Barista(EnvironmentOptions options) {
        new Thread(null, () -> run(options), "barista-loop", LOOP_STACK_BYTES).start();
    }

    static Barista start(EnvironmentOptions options) {
        return new Barista(options);
    }

    public static BaristaBuilder builder() {
        return new BaristaBuilder();
    }

    /** Runs a script with this process's standard streams to its end and returns its exit code. */
    public static int run(Path script, String... arguments) throws InterruptedException {
        try (Barista app = builder().script(script).arguments(arguments).start()) {
            return app.waitFor();
        }
    }

    private void run(EnvironmentOptions options) {
        try (Environment env = new Environment(options)) {
            environment.complete(env);
            exitCode.complete(env.run());
        } catch (RuntimeException | Error e) {
            environment.completeExceptionally(e);
            exitCode.completeExceptionally(e);
        }
    }

    /** The program's exit code, once it has ended. Fails if the runtime itself could not start. */
    public CompletableFuture<Integer> exitCode() {
        return exitCode.copy();
    }

    /**
     * Waits for the program's end.
     *
     * @return its exit code
     * @throws BaristaException if the runtime itself failed
     */
    public int waitFor() throws InterruptedException {
        try {
            return exitCode.get();
        } catch (ExecutionException e) {
            throw new BaristaException("the program could not be run", e.getCause());
        }
    }

    /** Whether the program is still running. */
    public boolean running() {
        return !exitCode.isDone();
    }

    /**
     * Ends the program as {@code process.exit(code)} does, {@code exit} listeners included. One that does not come back to its loop
     * is left running.
     */
    public void exit(int code) {
        environment.thenAccept(env -> env.requestExit(code));
    }

    /** Ends the program if it is still running: first as {@link #exit} does, and if it has not come back within seconds, by force. */
    @Override
    public void close() {
        if (!running()) return;
        exit(Environment.TERMINATED);
        try {
            exitCode.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            environment.thenAccept(Environment::terminate);
            exitCode.exceptionally(failure -> Environment.TERMINATED).join();
        } catch (InterruptedException e) {
            environment.thenAccept(Environment::terminate);
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new BaristaException("the program could not be run", e.getCause());
        }
    }
}
