import dev.barista.node.CommandLine;
import dev.barista.node.Environment;
import dev.barista.node.EnvironmentOptions;
import dev.barista.node.StandardStreams;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs tests of Node's suite each in an environment of one JVM, which spares each a start of its own. Reads a test a line from standard
 * input, {@code slot TAB flags TAB file}; answers each with {@code slot TAB exit code TAB output}, the output's line ends and tabs
 * escaped. As many run at once as lines come without waiting for answers. Arguments: the command that tests start as
 * {@code process.execPath}, the suite's folder, the seconds a test may take.
 */
public final class WarmRunner {
    private static final long LOOP_STACK_BYTES = 64L << 20;
    private static final int MOST_OUTPUT = 8000;

    private final Path command;
    private final Path suite;
    private final int patience;
    private final PrintStream answers;

    private WarmRunner(Path command, Path suite, int patience, PrintStream answers) {
        this.command = command;
        this.suite = suite;
        this.patience = patience;
        this.answers = answers;
    }

    public static void main(String[] args) throws Exception {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        WarmRunner runner = new WarmRunner(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]), answers);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = lines.readLine()) != null; ) {
            String[] parts = line.split("\t", -1);
            Thread.ofVirtual().start(() -> runner.test(parts[0], parts[1], parts[2]));
        }
        Runtime.getRuntime().halt(0);
    }

    private void test(String slot, String flags, String file) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        CompletableFuture<Environment> environment = new CompletableFuture<>();
        Thread loop = new Thread(null, () -> {
            try (Environment env = new Environment(options(slot, flags, file, output))) {
                environment.complete(env);
                exit.complete(env.run());
            } catch (Throwable e) {
                exit.completeExceptionally(e);
            }
        }, file, LOOP_STACK_BYTES);
        loop.setDaemon(true);
        loop.start();
        int code;
        String text;
        try {
            code = exit.get(patience, TimeUnit.SECONDS);
            text = output.toString(StandardCharsets.UTF_8);
        } catch (TimeoutException e) {
            code = -1;
            text = output.toString(StandardCharsets.UTF_8) + "\nstill running after " + patience + " s";
            // it may take as long as what it stops
            environment.thenAccept(env -> Thread.ofVirtual().start(env::terminate));
        } catch (ExecutionException e) {
            StringWriter trace = new StringWriter();
            e.getCause().printStackTrace(new PrintWriter(trace));
            code = -1;
            text = output.toString(StandardCharsets.UTF_8) + "\nthe runtime failed: " + trace;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        String tail = text.substring(Math.max(0, text.length() - MOST_OUTPUT));
        String escaped = tail.replace("\\", "\\\\").replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n");
        synchronized (answers) {
            answers.println(slot + "\t" + code + "\t" + escaped);
        }
    }

    private EnvironmentOptions options(String slot, String flags, String file, OutputStream output) throws CommandLine.BadOptionException {
        List<String> words = new ArrayList<>();
        if (!flags.isEmpty()) words.addAll(List.of(flags.split(" ")));
        words.add(file);
        CommandLine line = CommandLine.parse(words, Map.of(), Path.of(""), notice -> { });
        Map<String, String> env = new HashMap<>(System.getenv());
        env.putAll(Map.of("NODE_TEST_KNOWN_GLOBALS", "0", "NODE_SKIP_FLAG_CHECK", "1", "NO_COLOR", "1", "TEST_SERIAL_ID", slot,
                "TEST_THREAD_ID", slot, "NODE_COMMON_PORT", Integer.toString(12346 + Integer.parseInt(slot) * 100)));
        env.remove("FORCE_COLOR");
        StandardStreams streams = new StandardStreams(InputStream.nullInputStream(), output, output, false);
        return new EnvironmentOptions(command, line.options(), line.script(), line.execArguments(), line.arguments(), suite, env, streams, false);
    }
}
