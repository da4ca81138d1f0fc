package dev.barista.node.fs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.barista.loop.Errno;
import dev.barista.loop.Loop;
import dev.barista.loop.RunMode;
import dev.barista.node.posix.PathBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class FileWatchTest {
    @TempDir
    Path dir;

    private final Loop loop = Loop.create();
    private final FileEvents events = new FileEvents(loop);
    private final List<String> seen = new ArrayList<>();

    @AfterEach
    void end() {
        events.close();
        loop.close();
    }

    private FileWatch watch(Path path, boolean recursive, String last) {
        FileWatch[] watch = new FileWatch[1];
        watch[0] = new FileWatch(loop, events, Reach.ANYWHERE, (renamed, name) -> {
            String event = (renamed ? "rename " : "change ") + PathBytes.decode(name);
            if (!seen.contains(event)) seen.add(event);
            if (event.equals(last) && !watch[0].closing()) watch[0].close();
        });
        assertThat(watch[0].start(PathBytes.encode(path.toString()), recursive)).isZero();
        return watch[0];
    }

    @Test
    void namesThatComeAndFilesThatChangeAreTold() throws IOException {
        watch(dir, false, "rename gone");
        Files.writeString(dir.resolve("f"), "x");
        Files.writeString(dir.resolve("gone"), "");
        loop.run(RunMode.DEFAULT);
        assertThat(seen).containsSubsequence("rename f", "change f", "rename gone");
    }

    @Test
    void missingFileGivesItsErrno() {
        FileWatch watch = new FileWatch(loop, events, Reach.ANYWHERE, (_, _) -> { });
        assertThat(watch.start(PathBytes.encode(dir.resolve("none").toString()), false)).isEqualTo(Errno.ENOENT.code());
        assertThat(watch.active()).isFalse();
    }

    @Test
    void recursiveWatchFollowsNewDirectories() throws IOException {
        Files.createDirectory(dir.resolve("old"));
        watch(dir, true, "rename new/below/f");
        Files.writeString(dir.resolve("old/f"), "");
        Files.createDirectories(dir.resolve("new/below"));
        Files.writeString(dir.resolve("new/below/f"), "");
        loop.run(RunMode.DEFAULT);
        assertThat(seen).contains("rename old/f", "rename new", "rename new/below", "rename new/below/f");
    }

    @Test
    void unreferencedWatchLetsTheLoopEnd() {
        watch(dir, false, "").unref();
        assertThat(loop.run(RunMode.DEFAULT)).isFalse();
    }
}
