package dev.barista.node;

import dev.barista.loop.Handle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of a test script to its end, in an environment of this JVM or in a process. */
final class ScriptRun {
    private static final int PATIENCE_SECONDS = 300;
    private static final long LOOP_STACK_BYTES = 64L << 20;
    private static final String NEEDS_PROCESS = "// Needs: a process";
    private static final Path COMMAND = Path.of(System.getProperty("barista.command", "../barista")).toAbsolutePath().normalize();

    /**
     * How a run ended.
     *
     * @param output what it wrote to standard output and error
     * @param leftOpen the handles that still kept its loop alive
     */
    record Outcome(int exitCode, String output, List<String> leftOpen) {}

    private final Path script;

    ScriptRun(Path script) {
        this.script = script;
    }

    Outcome onBarista() {
        return needsProcess() ? inProcess(COMMAND) : inEnvironment();
    }

    private boolean needsProcess() {
        try {
            return Files.readString(script).contains(NEEDS_PROCESS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome inEnvironment() {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        CompletableFuture<Environment> environment = new CompletableFuture<>();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Thread loop = new Thread(null, () -> {
            try (Environment env = new Environment(options(output))) {
                environment.complete(env);
                int code = env.run();
                List<String> open = env.loop().alive() && !env.exiting() ? names(env.loop().handles()) : List.of();
                outcome.complete(new Outcome(code, output.toString(StandardCharsets.UTF_8), open));
            } catch (RuntimeException | Error e) {
                outcome.completeExceptionally(e);
            }
        }, script.getFileName().toString(), LOOP_STACK_BYTES);
        loop.setDaemon(true);
        loop.start();
        try {
            return outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            String state = script.getFileName() + " is still running" + environment.thenApply(ScriptRun::waitsFor).getNow("") + "\n" + stacks(loop);
            environment.thenAcceptAsync(Environment::terminate);   // a thread that waits in the system cannot be had back: nor is it waited for
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);   // scripts run one by one: all are this one's
            return new Outcome(-1, output.toString(StandardCharsets.UTF_8) + "\n" + state, List.of());
        } catch (ExecutionException e) {
            StringWriter trace = new StringWriter();
            e.getCause().printStackTrace(new PrintWriter(trace));
            return new Outcome(-1, output.toString(StandardCharsets.UTF_8) + "\nthe runtime failed: " + trace, List.of());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What keeps a loop alive; asking wakes it, so that a wake-up that was lost shows as well. */
    private static String waitsFor(Environment env) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        env.loop().execute(() -> answer.complete(", with " + names(env.loop().handles()) + " and " + env.activeRequests()));
        try {
            return answer.get(1, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            return ", with a loop that does not answer";
        }
    }

    private static List<String> names(List<Handle> handles) {
        return handles.stream().map(handle -> handle.getClass().getSimpleName()).toList();
    }

    /** The stack of the thread, and of the threads that may be working for it: Barista's others. */
    private static String stacks(Thread loop) {
        StringBuilder text = new StringBuilder();
        Thread.getAllStackTraces().forEach((thread, frames) -> {
            if (thread != loop && !thread.getName().startsWith("barista")) return;
            text.append(thread.getName()).append('\n');
            for (StackTraceElement frame : frames) text.append("    at ").append(frame).append('\n');
        });
        return text.toString();
    }

    private EnvironmentOptions options(OutputStream output) {
        StandardStreams streams = new StandardStreams(InputStream.nullInputStream(), output, output, false);
        return new EnvironmentOptions(COMMAND, new OptionValues(), script.toString(), List.of(), List.of(), script.getParent(),
                variables(), streams, false);
    }

    private static Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.keySet().removeIf(name -> name.startsWith("NODE_") || name.equals("FORCE_COLOR") || name.equals("NO_COLOR"));
        return variables;
    }

    /** Runs the script by a command: Barista's own, or real Node's. */
    Outcome inProcess(Path command) {
        try {
            Path output = Files.createTempFile("barista-script", ".out");
            try {
                ProcessBuilder builder = new ProcessBuilder(command.toString(), script.toString()).directory(script.getParent().toFile())
                        .redirectInput(Path.of("/dev/null").toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
                builder.environment().keySet().retainAll(variables().keySet());
                Process process = builder.start();
                boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (!ended) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly().waitFor();
                }
                String text = Files.readString(output, StandardCharsets.ISO_8859_1);
                return new Outcome(ended ? process.exitValue() : -1, ended ? text : text + "\nstill running", List.of());
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(command.toString(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
