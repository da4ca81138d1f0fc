package dev.barista.node;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a program is started with.
 *
 * @param execPath {@code process.execPath}: a command that starts further programs
 * @param options the parsed command line and {@code NODE_OPTIONS}
 * @param script the program's file, {@code "-"} for standard input, or {@code null} where the options say what to run
 * @param execArguments the options as they were written: {@code process.execArgv}
 * @param arguments what follows the script: {@code process.argv} from its third element on
 * @param cwd the absolute working directory
 * @param env the environment variables to start with
 * @param stdio the three standard streams
 * @param ownsProcess whether signals and the exit of the whole JVM belong to this program
 */
public record EnvironmentOptions(Path execPath, OptionValues options, String script, List<String> execArguments,
        List<String> arguments, Path cwd,
        Map<String, String> env, StandardStreams stdio, boolean ownsProcess) {
    public EnvironmentOptions {
        arguments = List.copyOf(arguments);
        execArguments = List.copyOf(execArguments);
        env = Map.copyOf(env);
    }
}
