package dev.barista.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * What a start loads of our own JavaScript, pinned: it is the part of start-up that grows unnoticed. A module that turns up here
 * belongs inside the function that needs it, unless every program needs it.
 */
class StartupBudgetTest {
    private static final Path HALVES = Path.of("src/main/js");
    private static final long LOOP_STACK_BYTES = 64L << 20;

    @Test
    void anEmptyProgramLoadsThese() throws IOException {
        List<String> loaded = loadedBy("0");
        assertThat(loaded).containsExactlyInAnyOrder("events", "internal/errors", "internal/modules/cjs/loader", "internal/options", "internal/process/env",
                "internal/process/main", "internal/process/object");
        assertThat(bytes(loaded)).as("bytes of JavaScript, of " + loaded).isLessThan(45 << 10);
    }

    /** 90 KB are the aim; this holds what has been reached. */
    @Test
    void anHttpServerStaysInItsBudget() throws IOException {
        if (!Rooms.publicModules().contains("http")) return;
        List<String> loaded = loadedBy("""
                require('http').createServer((request, response) => response.end('x')).listen(0, function() { this.close(); })""");
        assertThat(loaded).as("libraries and what asks for them").noneMatch(id -> id.startsWith("vendor/") || id.startsWith("internal/fetch"));
        assertThat(bytes(loaded)).as("bytes of JavaScript, of " + loaded).isLessThan(285 << 10);
    }

    private static List<String> loadedBy(String text) {
        OptionValues options = new OptionValues();
        options.put(Option.EVAL, text);
        StandardStreams streams = new StandardStreams(InputStream.nullInputStream(), OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(), false);
        CompletableFuture<List<String>> loaded = new CompletableFuture<>();
        new Thread(null, () -> {
            try (Environment env = new Environment(new EnvironmentOptions(Path.of("barista"), options, null, List.of(), List.of(),
                    Path.of("").toAbsolutePath(), Map.of(), streams, false))) {
                assertThat(env.run()).isZero();
                loaded.complete(env.builtins().loaded());
            } catch (RuntimeException | Error e) {
                loaded.completeExceptionally(e);
            }
        }, "barista-loop", LOOP_STACK_BYTES).start();
        return loaded.join();
    }

    private static long bytes(List<String> modules) throws IOException {
        long bytes = 0;
        for (String module : modules) bytes += Files.size(HALVES.resolve(module + ".js"));
        return bytes;
    }
}
