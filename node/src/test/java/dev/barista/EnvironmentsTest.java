package dev.barista;

import static org.assertj.core.api.Assertions.assertThat;

import dev.barista.node.Environment;
import dev.barista.node.EnvironmentOptions;
import dev.barista.node.OptionValues;
import dev.barista.node.StandardStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several programs in one JVM: each has its own directory, variables, streams, globals and exit code. */
class EnvironmentsTest {
    private static final int MANY = 10;
    private static final long POLL_MILLIS = 5;
    private static final long LOOP_STACK_BYTES = 64L << 20;

    @TempDir
    Path directory;

    private record Running(Barista program, ByteArrayOutputStream out, ByteArrayOutputStream err) {}

    private Running start(int i, String text) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Path cwd = Files.createDirectories(directory.resolve("program-" + i));
        Barista program = Barista.builder().eval(text).cwd(cwd).env(Map.of("WHO", "program " + i))
                .stdin(InputStream.nullInputStream()).stdout(out).stderr(err).start();
        return new Running(program, out, err);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tenAtOnceDoNotSeeEachOther() throws Exception {
        String text = """
            globalThis.shared = (globalThis.shared ?? 0) + 1;
            process.env.MINE = process.env.WHO;
            setTimeout(() => {
              console.log([process.env.WHO, process.env.MINE, process.cwd(), globalThis.shared].join('|'));
              console.error('error of ' + process.env.WHO);
              process.exitCode = Number(process.env.WHO.slice(8)) + 20;
            }, 5);
            """;
        List<Running> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) all.add(start(i, text));
        for (int i = 0; i < MANY; i++) {
            Running running = all.get(i);
            assertThat(running.program().exitCode().get(2, TimeUnit.MINUTES)).isEqualTo(20 + i);
            String cwd = directory.resolve("program-" + i).toString();
            assertThat(text(running.out())).isEqualTo("program " + i + "|program " + i + "|" + cwd + "|1\n");
            assertThat(text(running.err())).isEqualTo("error of program " + i + "\n");
        }
    }

    @Test
    void changingDirectoryChangesOnlyOnesOwn() throws Exception {
        Running mover = start(1, "process.chdir('..'); console.log(process.cwd())");
        Running other = start(2, "console.log(process.cwd())");
        assertThat(mover.program().exitCode().get(2, TimeUnit.MINUTES)).isZero();
        assertThat(other.program().exitCode().get(2, TimeUnit.MINUTES)).isZero();
        assertThat(text(mover.out())).isEqualTo(directory + "\n");
        assertThat(text(other.out())).isEqualTo(directory.resolve("program-2") + "\n");
    }

    @Test
    void exitEndsOneProgramAndNotTheOthers() throws Exception {
        Running leaving = start(1, "process.exit(3)");
        assertThat(leaving.program().exitCode().get(2, TimeUnit.MINUTES)).isEqualTo(3);
        Running staying = start(2, "setTimeout(() => console.log('still here'), 20)");
        assertThat(staying.program().exitCode().get(2, TimeUnit.MINUTES)).isZero();
        assertThat(text(staying.out())).isEqualTo("still here\n");
    }

    @Test
    void anUncaughtErrorEndsOneProgramWithCodeOne() throws Exception {
        Running failing = start(1, "throw new TypeError('mine')");
        assertThat(failing.program().exitCode().get(2, TimeUnit.MINUTES)).isEqualTo(1);
        assertThat(text(failing.err())).contains("TypeError: mine").contains("Node.js v24");
    }

    @Test
    void closeStopsAProgramThatNeverEnds() throws Exception {
        Running spinning = start(1, "for (;;) {}");
        spinning.program().close();
        assertThat(spinning.program().running()).isFalse();
    }

    @Test
    void terminationReachesAProgramThatWaits() throws Exception {
        Path script = Files.writeString(directory.resolve("waits.js"), "require('net').createServer().listen(0, () => console.log('waiting'))");
        PipedInputStream said = new PipedInputStream();
        StandardStreams streams = new StandardStreams(InputStream.nullInputStream(), new PipedOutputStream(said), OutputStream.nullOutputStream(), false);
        CompletableFuture<Environment> environment = new CompletableFuture<>();
        CompletableFuture<Integer> code = new CompletableFuture<>();
        Thread loop = new Thread(null, () -> {
            try (Environment env = new Environment(new EnvironmentOptions(script, new OptionValues(), script.toString(), List.of(), List.of(),
                    directory, Map.of(), streams, false))) {
                environment.complete(env);
                code.complete(env.run());
            }
        }, "waits", LOOP_STACK_BYTES);
        loop.start();
        said.read();
        environment.join().terminate();
        assertThat(code.get(2, TimeUnit.MINUTES)).isEqualTo(Environment.TERMINATED);
        loop.join();
    }

    @Test
    void workersEndWithTheirProgram() throws Exception {
        Running running = start(1, """
            const { Worker } = require('worker_threads');
            const nested = "new (require('worker_threads').Worker)('for (;;);', { eval: true }).on('online', () => console.log('online'))";
            new Worker(nested, { eval: true });
            new Worker("console.log('online'); setInterval(() => {}, 1000)", { eval: true });
            """);
        await(() -> text(running.out()).equals("online\nonline\n"));
        assertThat(workerThreads()).isEqualTo(3);
        running.program().close();
        await(() -> workerThreads() == 0);
    }

    @Test
    void threadsOfOneProgramAreNotFoundByAnother() throws Exception {
        String text = """
            const { Worker, postMessageToThread } = require('worker_threads');
            process.on('workerMessage', (message) => console.log(message));
            new Worker("require('worker_threads').postMessageToThread(0, process.env.WHO)", { eval: true })
              .on('exit', () => postMessageToThread(1, 'x').catch((error) => console.log(error.code)));
            """;
        Running first = start(1, text);
        Running second = start(2, text);
        assertThat(first.program().exitCode().get(2, TimeUnit.MINUTES)).isZero();
        assertThat(second.program().exitCode().get(2, TimeUnit.MINUTES)).isZero();
        assertThat(text(first.out())).isEqualTo("program 1\nERR_WORKER_MESSAGING_FAILED\n");
        assertThat(text(second.out())).isEqualTo("program 2\nERR_WORKER_MESSAGING_FAILED\n");
    }

    private static long workerThreads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("barista-worker-")).count();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(patience);
            Thread.sleep(POLL_MILLIS);
        }
    }

    @Test
    void aProgramReadsTheInputItWasGiven() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Barista program = Barista.builder().eval("process.stdin.setEncoding('utf8').on('data', (s) => process.stdout.write(s.toUpperCase()))")
                .cwd(directory).env(Map.of()).stdin(new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8)))
                .stdout(out).stderr(out).start();
        assertThat(program.exitCode().get(2, TimeUnit.MINUTES)).isZero();
        assertThat(text(out)).isEqualTo("ABC");
    }
}
