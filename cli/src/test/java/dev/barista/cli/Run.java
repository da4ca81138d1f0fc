package dev.barista.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a command to its end: Barista's, or real Node's. */
record Run(int exitCode, String stdout, String stderr) {
    private static final int PATIENCE_SECONDS = 60;

    /** The command under test; absent where the image has not been built. */
    static final Path BARISTA = absolute(System.getProperty("barista.command", ""));

    /** Real Node, or {@code null}. */
    static final Path NODE = absolute(System.getProperty("barista.node", ""));

    private static Path absolute(String command) {
        return command.isEmpty() ? null : Path.of(command).toAbsolutePath().normalize();
    }

    static Run of(Path command, List<String> arguments, Path cwd, Path stdin) throws IOException, InterruptedException {
        Path stdout = Files.createTempFile("barista-run", ".out");
        Path stderr = Files.createTempFile("barista-run", ".err");
        try {
            List<String> words = new ArrayList<>(List.of(command.toString()));
            words.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(words).directory(cwd.toFile()).redirectInput(stdin.toFile())
                    .redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("NODE_") || name.contains("COLOR"));
            Process process = builder.start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            String late = ended ? "" : "\nstill running after " + PATIENCE_SECONDS + " s\n";
            String printed = Files.readString(stdout, StandardCharsets.UTF_8);
            return new Run(process.exitValue(), printed + late, Files.readString(stderr, StandardCharsets.UTF_8));
        } finally {
            Files.delete(stdout);
            Files.delete(stderr);
        }
    }

    /** Ends the process by force if it has not ended by itself in time, so that nobody waits for it forever. */
    static Process limited(Process process) {
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
        return process;
    }

    /**
     * The run as text, without what may differ between runs and runtimes: where it ran, the command's name, places inside the runtime's
     * own code.
     */
    String text(Path command, Path cwd) {
        return ("exit code " + exitCode + "\n-- stdout\n" + stdout + "\n-- stderr\n" + stderr + "\n")
                .replace(command.toString(), "<command>")
                .replace(cwd.toString(), "<cwd>")
                .replaceAll("(?m)^( +at )[^\\n]*\\((<cwd>[^\\n]*)\\)", "$1$2")
                .replaceAll("Use `(node|barista|dev) ", "Use `<command> ")
                .replaceAll("\\((?:node|barista):\\d+\\)", "(<command>:<pid>)")
                .replaceAll("(?m)^node:internal/\\S+:\\d+\\n.*\\n *\\^+\\n\\n?", "")
                .replaceAll("(?m)^ +at [^\\n]*(\\bnode:|\\[stdin\\]-wrapper)[^\\n]*( \\{)?\\n", "")
                .replaceAll("(?m)^ +at <anonymous>\\n", "")
                .replaceAll("(?m)^ +\\.\\.\\. \\d+ lines matching cause stack trace \\.\\.\\.\\n", "")
                .replaceAll("\\n{2,}", "\n");
    }
}
