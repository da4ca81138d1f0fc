package dev.barista.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The programs of {@code examples/} print what {@code examples/expected} says, on Barista and on real Node. The servers there that need
 * clients have them in {@code examples/test/}, which {@code PackagesTest} runs.
 */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("../examples").toAbsolutePath().normalize();

    @TestFactory
    Stream<DynamicTest> barista() throws IOException {
        assumeTrue(Run.BARISTA != null, "-Dbarista.command names no command to test");
        return examples(Run.BARISTA);
    }

    @TestFactory
    Stream<DynamicTest> node() throws IOException {
        return Run.NODE == null ? Stream.empty() : examples(Run.NODE);
    }

    private static Stream<DynamicTest> examples(Path command) throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            String clients = clients();
            List<Path> programs = files.filter(file -> file.toString().endsWith(".js") && !clients.contains("'" + file.getFileName() + "'"))
                    .sorted().toList();
            return programs.stream().map(program -> {
                String name = program.getFileName().toString();
                return dynamicTest(name, name.equals("hello.js") ? () -> hello(command, program) : () -> check(command, program));
            });
        }
    }

    /** The text of all clients, which name the servers that they start. */
    private static String clients() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve("test"))) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) text.append(Files.readString(file));
            return text.toString();
        }
    }

    private static void check(Path command, Path program) throws IOException, InterruptedException {
        Run run = Run.of(command, List.of(program.toString()), EXAMPLES, Path.of("/dev/null"));
        assertThat(run.stderr()).isEmpty();
        String expected = program.getFileName().toString().replace(".js", ".txt");
        assertThat(run.stdout()).isEqualTo(Files.readString(EXAMPLES.resolve("expected").resolve(expected)));
        assertThat(run.exitCode()).isZero();
    }

    private static void hello(Path command, Path program) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.toString(), program.toString()).redirectErrorStream(true);
        builder.environment().put("PORT", "0");
        Process process = Run.limited(builder.start());
        try (BufferedReader output = process.inputReader(); HttpClient client = HttpClient.newHttpClient()) {
            Matcher line = Pattern.compile("Server is listening on (http://localhost:\\d+)").matcher(String.valueOf(output.readLine()));
            assertThat(line.matches()).isTrue();
            HttpRequest request = HttpRequest.newBuilder(URI.create(line.group(1))).version(HttpClient.Version.HTTP_1_1).build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("Hello World\n");
        } finally {
            process.destroy();
            process.waitFor();
        }
    }
}
