package dev.barista.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's table of modules says what the table of rooms says. {@code -Dbarista.readme=write} writes it. */
class ReadmeTest {
    private static final Path README = Path.of("../README.md");
    private static final String BEGIN = "<!-- rooms: written by ReadmeTest, see CONTRIBUTING.md -->\n";
    private static final String END = "<!-- end of rooms -->\n";

    /** The modules of Node 24, without those that are deprecated names of parts of others. */
    private static final List<String> NODE = List.of("assert", "async_hooks", "buffer", "child_process", "cluster", "console", "constants",
            "crypto", "dgram", "diagnostics_channel", "dns", "domain", "events", "fs", "http", "http2", "https", "inspector", "module", "net",
            "os", "path", "perf_hooks", "process", "punycode", "querystring", "readline", "repl", "sea", "sqlite", "stream", "string_decoder",
            "sys", "test", "timers", "tls", "trace_events", "tty", "url", "util", "v8", "vm", "wasi", "worker_threads", "zlib");

    @Test
    void readmeListsTheRooms() throws IOException {
        String text = Files.readString(README);
        String expected = BEGIN + table() + END;
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END) + END.length();
        assertThat(begin).as("the table's place in the README").isNotNegative();
        if (System.getProperty("barista.readme", "").equals("write")) {
            Files.writeString(README, text.substring(0, begin) + expected + text.substring(end));
        } else {
            assertThat(text.substring(begin, end)).as("run dist/update-readme").isEqualTo(expected);
        }
    }

    private static String table() {
        List<Rooms> rooms = Arrays.stream(Rooms.values()).filter(room -> room.status() != Rooms.Status.INTERNAL).toList();
        TreeMap<String, String> rows = new TreeMap<>();
        for (Rooms room : rooms) {
            if (room.id().contains("/") || room.id().startsWith("_")) continue;   // parts, and deprecated names
            String parts = rooms.stream().map(Rooms::id).filter(id -> id.startsWith(room.id() + "/")).map(id -> "`" + id + "`").sorted()
                    .collect(Collectors.joining(", "));
            rows.put(room.id(), "| " + name(room.id()) + " | " + (room.status() == Rooms.Status.WHOLE ? "whole" : "in part") + " | " + parts + " |\n");
        }
        TreeSet<String> missing = new TreeSet<>(NODE);
        missing.removeAll(rows.keySet());
        return "\n| module | | with |\n|---|---|---|\n" + String.join("", rows.values())
                + "\nNot there yet: " + missing.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", ")) + ".\n\n";
    }

    private static String name(String id) {
        String page = "docs/rooms/" + id + ".md";
        return Files.exists(README.resolveSibling(page)) ? "[`" + id + "`](" + page + ")" : "`" + id + "`";
    }
}
