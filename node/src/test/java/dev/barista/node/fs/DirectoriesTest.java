package dev.barista.node.fs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.barista.loop.Errno;
import dev.barista.node.posix.PathBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class DirectoriesTest {
    @TempDir
    Path dir;

    private byte[] at(String name) {
        return PathBytes.encode(dir.resolve(name).toString());
    }

    private static List<String> names(Object result) {
        return ((Names) result).names().stream().map(PathBytes::decode).toList();
    }

    @Test
    void entriesAreSortedByTheirBytes() throws IOException {
        for (String name : List.of("b", "é", "B", "a")) Files.createFile(dir.resolve(name));
        assertThat(names(Directories.list(at("."), false, false))).containsExactly("B", "a", "b", "é");
    }

    @Test
    void treesAreListedByLevelsThroughLinks() throws IOException {
        Files.createDirectories(dir.resolve("a/b"));
        Files.createFile(dir.resolve("a/b/f"));
        Files.createSymbolicLink(dir.resolve("link"), dir.resolve("a"));
        assertThat(names(Directories.listTree(at("."), false, Directories.LEVELS, Reach.ANYWHERE)))
            .containsExactly("a", "link", "a/b", "link/b", "a/b/f", "link/b/f");
    }

    @Test
    void firstMissingParentIsTold() {
        byte[] path = at("a/b/c");
        Object made = Directories.makeAll(path, path, 0777, Reach.ANYWHERE);
        assertThat(((Directories.FirstMade) made).path()).isEqualTo(at("a"));
        assertThat(Directories.makeAll(path, path, 0777, Reach.ANYWHERE)).isNull();
    }

    @Test
    void relativePathIsNotMadeInADirectoryThatIsGone() {
        assertThat(Directories.makeAll(at("gone/x"), PathBytes.encode("x"), 0777, Reach.ANYWHERE)).isEqualTo(Errno.ENOENT.code());
        assertThat(dir.resolve("gone")).doesNotExist();
    }

    @Test
    void removedTreeLeavesWhatItsLinksName() throws IOException {
        Files.createDirectories(dir.resolve("tree/below"));
        Files.createFile(dir.resolve("kept"));
        Files.createSymbolicLink(dir.resolve("tree/below/link"), dir.resolve("kept"));
        assertThat(Directories.removeTree(at("tree"), Reach.ANYWHERE)).isEqualTo(0);
        assertThat(dir.resolve("tree")).doesNotExist();
        assertThat(dir.resolve("kept")).exists();
    }

    @Test
    void realPathTellsThePartThatFailed() {
        assertThat(RealPath.of(at("none/below"))).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.errno()).isEqualTo(Errno.ENOENT.code());
            assertThat(failure.syscall()).isEqualTo("lstat");
            assertThat(failure.path()).isEqualTo(at("none"));
        });
    }
}
