package dev.barista.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How the command ends when others end it: signals, and readers that go away. The same holds for real Node. */
class EndTest {
    private static final String WAITING = "setInterval(() => {}, 1000); console.log('ready')";

    static Stream<Path> commands() {
        assumeTrue(Run.BARISTA != null, "-Dbarista.command names no command to test");
        return Stream.of(Run.BARISTA, Run.NODE).filter(command -> command != null);
    }

    static Stream<Arguments> signals() {
        return commands().flatMap(command -> Stream.of("HUP", "INT", "TERM").map(signal -> Arguments.of(command, signal)));
    }

    private static Process start(Path command, String program) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.toString(), "-e", program).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("NODE_"));
        return Run.limited(builder.start());
    }

    private static void signal(Process process, String signal) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor()).isZero();
    }

    @ParameterizedTest
    @MethodSource("signals")
    void signalEndsIt(Path command, String signal) throws IOException, InterruptedException {
        Process process = start(command, WAITING);
        try (var output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
            signal(process, signal);
            assertThat(process.waitFor()).isGreaterThan(128);
            assertThat(output.readLine()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("signals")
    void signalEndsItThoughItsParentIgnoresTheSignal(Path command, String signal) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "trap '' " + signal + "; exec \"$0\" -e \"$1\"", command.toString(), WAITING);
        builder.environment().keySet().removeIf(name -> name.startsWith("NODE_"));
        Process process = Run.limited(builder.redirectErrorStream(true).start());
        try (var output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
            signal(process, signal);
            assertThat(process.waitFor()).isGreaterThan(128);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void programTakesSignals(Path command) throws IOException, InterruptedException {
        Process process = start(command, "process.on('SIGTERM', (name) => { console.log(name); process.exit(3); }); " + WAITING);
        try (var output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
            signal(process, "TERM");
            assertThat(output.readLine()).isEqualTo("SIGTERM");
            assertThat(process.waitFor()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void readerThatGoesAwayIsNoError(Path command) throws IOException, InterruptedException {
        Process process = start(command, "for (let i = 0; i < 5000; i++) console.log('line', i)");
        try (var output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo("line 0");
        }
        assertThat(process.waitFor()).isZero();
    }
}
