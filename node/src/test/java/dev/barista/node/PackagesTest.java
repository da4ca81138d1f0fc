package dev.barista.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The programs of {@code packages/}, each of which puts one npm package, as npm has it, to its work: each must exit with 0, on Barista
 * and on real Node.
 *
 * <p>On Barista each gets an environment of its own in this JVM, unless it says {@code // Needs: a process}. What a program says that it
 * waits for, {@code // Awaits: …}, is not there yet: it is skipped on Barista, and counted as skipped.
 * {@code -Dbarista.packages=…} names the folder that {@code dist/packages} has filled; without it there is nothing to run.
 */
class PackagesTest {
    private static final Path PROGRAMS = Path.of("../packages").toAbsolutePath().normalize();
    private static final Pattern AWAITS = Pattern.compile("^// Awaits: (.*)$", Pattern.MULTILINE);
    private static final String PACKAGES = System.getProperty("barista.packages", "");
    private static final String NODE = System.getProperty("barista.node", "");

    @TestFactory
    Stream<DynamicTest> barista() throws IOException {
        return programs(program -> {
            awaits(program);
            return new ScriptRun(program).onBarista();
        });
    }

    private static void awaits(Path program) {
        Matcher line = AWAITS.matcher(text(program));
        assumeTrue(!line.find(), () -> "it awaits " + line.group(1));
    }

    private static String text(Path program) {
        try {
            return Files.readString(program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> node() throws IOException {
        assumeTrue(!NODE.isEmpty(), "-Dbarista.node names no real Node");
        return programs(program -> new ScriptRun(program).inProcess(Path.of(NODE)));
    }

    private static Stream<DynamicTest> programs(Function<Path, ScriptRun.Outcome> run) throws IOException {
        assumeTrue(!PACKAGES.isEmpty(), "-Dbarista.packages names no packages");
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            return files.filter(file -> file.getFileName().toString().matches("[^.].*\\.m?js")).sorted().toList().stream()
                    .map(program -> dynamicTest(program.getFileName().toString(), program.toUri(), () -> check(run.apply(program))));
        }
    }

    private static void check(ScriptRun.Outcome outcome) {
        assertEquals("exit code 0", "exit code " + outcome.exitCode(), outcome::output);
        assertEquals(List.of(), outcome.leftOpen(), "handles left open");
    }
}
