package dev.barista.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The command's behaviour at its edges, as recorded from real Node: each folder of {@code src/test/cases} has {@code arguments}, one a
 * line, the files they name, perhaps {@code input}, and {@code expected}. {@code -Dbarista.record=true} records. Where Barista differs
 * on purpose or by its engine's words, {@code expected.barista} has its own text.
 */
class CommandTest {
    private static final Path CASES = Path.of("src/test/cases").toAbsolutePath();

    @TestFactory
    Stream<DynamicTest> barista() throws IOException {
        assumeTrue(Run.BARISTA != null, "-Dbarista.command names no command to test");
        return cases(Run.BARISTA);
    }

    @TestFactory
    Stream<DynamicTest> node() throws IOException {
        return Run.NODE == null ? Stream.empty() : cases(Run.NODE);
    }

    private static Stream<DynamicTest> cases(Path command) throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream().map(folder -> dynamicTest(folder.getFileName().toString(), () -> check(command, folder)));
        }
    }

    private static void check(Path command, Path folder) throws IOException, InterruptedException {
        List<String> arguments = Files.readAllLines(folder.resolve("arguments"));
        Path input = folder.resolve("input");
        Path expected = folder.resolve("expected");
        Path differs = folder.resolve("expected.barista");
        if (command.equals(Run.BARISTA) && Files.exists(differs)) expected = differs;
        String actual = Run.of(command, arguments, folder, Files.exists(input) ? input : Path.of("/dev/null")).text(command, folder);
        if (Boolean.getBoolean("barista.record") && (command.equals(Run.NODE) || expected.equals(differs))) Files.writeString(expected, actual);
        assertThat(actual).isEqualTo(Files.readString(expected));
    }
}
