package dev.barista.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * The rooms' tests in JavaScript: each file below {@code src/test/js} whose name begins with {@code test-} is a program that must exit
 * with 0, on Barista and on real Node.
 *
 * <p>On Barista each gets an environment of its own in this JVM; a file that says {@code // Needs: a process} gets a process instead.
 * {@code -Dbarista.rooms=fs,url} picks rooms, {@code -Dbarista.node=…} names the real Node, {@code -Dbarista.command=…} the command.
 */
class RoomScriptsTest {
    private static final Path SCRIPTS = Path.of("src/test/js").toAbsolutePath();
    private static final String NODE = System.getProperty("barista.node", "");

    @TestFactory
    Stream<DynamicNode> barista() throws IOException {
        return rooms(script -> new ScriptRun(script).onBarista());
    }

    @TestFactory
    Stream<DynamicNode> node() throws IOException {
        return NODE.isEmpty() ? Stream.empty() : rooms(script -> new ScriptRun(script).inProcess(Path.of(NODE)));
    }

    private static Stream<DynamicNode> rooms(Function<Path, ScriptRun.Outcome> run) throws IOException {
        return scripts().entrySet().stream().map(room -> dynamicContainer(room.getKey(), room.getValue().stream()
                .map(script -> dynamicTest(script.getFileName().toString(), script.toUri(), () -> check(run.apply(script))))));
    }

    private static void check(ScriptRun.Outcome outcome) {
        assertEquals("exit code 0", "exit code " + outcome.exitCode(), outcome::output);
        assertEquals(List.of(), outcome.leftOpen(), "handles left open");
    }

    private static Map<String, List<Path>> scripts() throws IOException {
        List<String> wanted = List.of(System.getProperty("barista.rooms", "").split(","));
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            return files.filter(file -> file.getFileName().toString().matches("test-.*\\.[cm]?js"))
                    .filter(file -> wanted.equals(List.of("")) || wanted.contains(room(file)))
                    .sorted()
                    .collect(Collectors.groupingBy(RoomScriptsTest::room, TreeMap::new, Collectors.toList()));
        }
    }

    private static String room(Path script) {
        return SCRIPTS.relativize(script).getName(0).toString();
    }
}
