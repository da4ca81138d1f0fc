package dev.barista;

import dev.barista.node.CommandLine;
import dev.barista.node.EnvFiles;
import dev.barista.node.EnvironmentOptions;
import dev.barista.node.Option;
import dev.barista.node.OptionValues;
import dev.barista.node.StandardStreams;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a program is started with. Each option of the command line has its twin here: {@link #option}, or a whole line at once with
 * {@link #commandLine}. Not thread-safe.
 */
public final class BaristaBuilder {
    private OptionValues options = new OptionValues();
    private List<String> execArguments = List.of();
    private List<String> arguments = List.of();
    private String script;
    private Path cwd = Path.of("").toAbsolutePath();
    private Path execPath = Path.of(System.getProperty("barista.execPath", "barista"));
    private Map<String, String> env = System.getenv();
    private InputStream stdin;
    private OutputStream stdout;
    private OutputStream stderr;
    private boolean ownsProcess;
    private boolean readsEnvFiles = true;

    BaristaBuilder() {}

    /** The program's file, absolute or relative to {@link #cwd}. */
    public BaristaBuilder script(Path file) {
        script = file.toString();
        return this;
    }

    /** The program's text, as {@code -e} takes it. */
    public BaristaBuilder eval(String text) {
        return option("--eval", text);
    }

    /** {@code process.argv} from its third element on. */
    public BaristaBuilder arguments(String... words) {
        arguments = List.of(words);
        return this;
    }

    /**
     * Sets an option of the command line, such as {@code ("--conditions", "development")}; a flag takes {@code "true"} or
     * {@code "false"}. Lists grow with each call.
     *
     * @throws IllegalArgumentException if there is no such option
     */
    public BaristaBuilder option(String flag, String value) {
        options.put(Option.of(flag), value);
        return this;
    }

    /** Takes options, script, arguments and environment variables from a parsed command line. */
    public BaristaBuilder commandLine(CommandLine line) {
        options = line.options();
        env = line.variables();
        readsEnvFiles = false;
        execArguments = line.execArguments();
        script = line.script();
        arguments = line.arguments();
        return this;
    }

    /** The working directory; the JVM's own by default. */
    public BaristaBuilder cwd(Path directory) {
        cwd = directory.toAbsolutePath();
        return this;
    }

    /** The environment variables; the JVM's own by default. */
    public BaristaBuilder env(Map<String, String> variables) {
        env = variables;
        return this;
    }

    /** {@code process.execPath}: a command that starts further programs. */
    public BaristaBuilder execPath(Path command) {
        execPath = command;
        return this;
    }

    /** Standard input; this process's by default. It is read only when the program reads it. */
    public BaristaBuilder stdin(InputStream in) {
        stdin = in;
        return this;
    }

    /** Standard output; this process's by default. It is written on the program's thread. */
    public BaristaBuilder stdout(OutputStream out) {
        stdout = out;
        return this;
    }

    public BaristaBuilder stderr(OutputStream err) {
        stderr = err;
        return this;
    }

    /** Gives the program the process's signals, as the command does: {@code process.on('SIGTERM')} then works. */
    public BaristaBuilder ownsProcess(boolean owns) {
        ownsProcess = owns;
        return this;
    }

    /**
     * Starts the program on a thread of its own.
     *
     * @throws IllegalArgumentException if a file of {@code --env-file} cannot be read
     */
    public Barista start() {
        if (script == null && !options.isGiven(Option.EVAL) && !options.is(Option.TEST)) script = "-";
        boolean ofProcess = stdin == null && stdout == null && stderr == null;
        StandardStreams streams = new StandardStreams(
                stdin != null ? stdin : new FileInputStream(FileDescriptor.in),
                stdout != null ? stdout : new FileOutputStream(FileDescriptor.out),
                stderr != null ? stderr : new FileOutputStream(FileDescriptor.err), ofProcess);
        return Barista.start(new EnvironmentOptions(execPath, options, script, execArguments, arguments, cwd, variables(), streams, ownsProcess));
    }

    private Map<String, String> variables() {
        if (!readsEnvFiles) return env;
        try {
            return EnvFiles.merged(options, env, cwd, missing -> { });
        } catch (CommandLine.BadOptionException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
