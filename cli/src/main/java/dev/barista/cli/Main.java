package dev.barista.cli;

import dev.barista.Barista;
import dev.barista.loop.ProcessSignals;
import dev.barista.loop.Signum;
import dev.barista.node.CommandLine;
import dev.barista.node.Option;
import dev.barista.node.posix.Processes;
import dev.barista.node.process.ProcessObject;
import java.nio.file.Path;
import java.util.List;

/** The command {@code barista}: one program, which owns the process. */
public final class Main {
    private Main() {}

    public static void main(String[] words) throws InterruptedException {
        endAtSignals();
        // halt, not exit: the program has ended by its own rules, and the JVM has no duties of its own left
        Runtime.getRuntime().halt(run(words));
    }

    /** So that a parent process sees the signal: the JVM's own handlers would end with an exit code. */
    private static void endAtSignals() {
        for (Signum ignored : ProcessSignals.defaultAction(Signum.SIGHUP, Signum.SIGINT, Signum.SIGTERM)) {
            Processes.defaultAction(ignored.number());
        }
    }

    private static int run(String[] words) throws InterruptedException {
        CommandLine line;
        try {
            line = CommandLine.parse(List.of(words), System.getenv(), Path.of("").toAbsolutePath(), System.err::println);
        } catch (CommandLine.BadOptionException e) {
            System.err.println(System.getProperty("barista.execPath", "barista") + ": " + e.getMessage());
            return e.exitCode();
        }
        if (line.options().is(Option.VERSION)) {
            System.out.println("v" + ProcessObject.NODE_VERSION);
            return 0;
        }
        if (line.options().is(Option.HELP)) {
            System.out.print(Help.text());
            return 0;
        }
        try (Barista app = Barista.builder().commandLine(line).ownsProcess(true).start()) {
            return app.waitFor();
        }
    }
}
