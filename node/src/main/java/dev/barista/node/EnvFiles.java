package dev.barista.node;

import dev.barista.node.util.EnvText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The files of {@code --env-file} and {@code --env-file-if-exists}. */
public final class EnvFiles {
    private EnvFiles() {}

    /** One of them, as it was given. */
    public record EnvFile(String path, boolean required) {}

    /**
     * The variables with those of the files: a variable that is set stays as it is, and a later file wins over an earlier one.
     *
     * @param cwd what the files' paths are relative to
     * @param notice gets a line for each file that is missing and may be
     * @throws CommandLine.BadOptionException if a file cannot be read
     */
    public static Map<String, String> merged(OptionValues options, Map<String, String> variables, Path cwd, Consumer<String> notice)
            throws CommandLine.BadOptionException {
        if (options.envFiles().isEmpty()) return variables;
        Map<String, String> merged = new HashMap<>();
        for (EnvFile file : options.envFiles()) {
            Path path = cwd.resolve(file.path());
            if (Files.exists(path)) merged.putAll(read(file, path));
            else if (file.required()) throw new CommandLine.BadOptionException(file.path() + ": not found");
            else notice.accept(file.path() + " not found. Continuing without it.");
        }
        merged.putAll(variables);
        return merged;
    }

    private static Map<String, String> read(EnvFile file, Path path) throws CommandLine.BadOptionException {
        try {
            return EnvText.parse(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CommandLine.BadOptionException(file.path() + ": invalid format");
        }
    }
}
