package dev.barista.cli;

import dev.barista.node.CommandLine;
import dev.barista.node.Environment;
import dev.barista.node.EnvironmentOptions;
import dev.barista.node.StandardStreams;
import java.nio.file.Path;
import java.util.List;

/** The command {@code barista}. */
public final class Main {
    private static final long LOOP_STACK_BYTES = 64L << 20;   // recursion depth as in Node needs a deep stack
    private static final int BAD_OPTION = 9;

    private Main() {}

    public static void main(String[] words) throws InterruptedException {
        CommandLine line;
        try {
            line = CommandLine.parse(List.of(words), System.getenv("NODE_OPTIONS"));
        } catch (CommandLine.BadOptionException e) {
            System.err.println(execPath() + ": " + e.getMessage());
            System.exit(BAD_OPTION);
            return;
        }
        int[] code = new int[1];
        Thread loop = new Thread(null, () -> code[0] = run(line), "barista-loop", LOOP_STACK_BYTES);
        loop.start();
        loop.join();
        Runtime.getRuntime().halt(code[0]);
    }

    private static int run(CommandLine line) {
        EnvironmentOptions options = new EnvironmentOptions(execPath(), line.options(), line.script(), line.execArguments(),
                line.arguments(), Path.of("").toAbsolutePath(), System.getenv(), StandardStreams.process(), true);
        try (Environment env = new Environment(options)) {
            return env.run();
        }
    }

    private static Path execPath() {
        return Path.of(System.getProperty("barista.execPath", "barista"));
    }
}
