package dev.barista.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** In which order the engine compiles, which only its compiler can show: the libraries' tests run without it. */
class CompilerQueueTest {
    private static final Pattern LOOP_COMPILED = Pattern.compile("opt start .*<OSR>.*\\|Priority +(\\d+)\\|");
    private static final String COMPUTING = "const bytes = new Uint8Array(1024); for (let i = 0; ; i++) bytes[i & 1023] ^= i";

    @Test
    void loopsThatRunOnHavePriority() throws IOException {
        assumeTrue(Run.BARISTA != null, "-Dbarista.command names no command to test");
        ProcessBuilder builder = new ProcessBuilder(Run.BARISTA.toString(), "-e", COMPUTING).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("NODE_"));
        builder.environment().put("BARISTA_JAVA_OPTIONS", "-Dpolyglot.engine.TraceCompilationDetails=true");
        Process process = Run.limited(builder.start());
        try (var output = process.inputReader()) {
            Matcher compiled = output.lines().map(LOOP_COMPILED::matcher).filter(Matcher::find).findFirst().orElseThrow();
            assertThat(Long.parseLong(compiled.group(1))).isPositive();
        } finally {
            process.destroyForcibly();
        }
    }
}
