package dev.barista.node.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.barista.node.posix.PathBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrantedPathsTest {
    private static final String CWD = "/home/me";

    private static GrantedPaths of(String... patterns) {
        return GrantedPaths.of(List.of(patterns), CWD);
    }

    private static byte[] bytes(String path) {
        return PathBytes.normal(PathBytes.encode(path));
    }

    private static boolean has(GrantedPaths paths, String path) {
        return paths.has(bytes(path));
    }

    @Test
    void namesGrantThemselvesAlone() {
        GrantedPaths paths = of("/no/such/file", "other");
        assertThat(has(paths, "/no/such/file")).isTrue();
        assertThat(has(paths, "/no/such/file/")).isTrue();
        assertThat(has(paths, "/no/such/file/below")).isFalse();
        assertThat(has(paths, "/no/such/files")).isFalse();
        assertThat(has(paths, "/no/such")).isFalse();
        assertThat(has(paths, CWD + "/other")).isTrue();
        assertThat(has(paths, "/other")).isFalse();
    }

    @Test
    void beginningsGrantAllThatBeginsSo() {
        GrantedPaths paths = of("/a/b/*", "/a/bc*", "/x*y");
        assertThat(List.of("/a/b", "/a/b/", "/a/b/c", "/a/bc", "/a/bcd/e", "/x", "/xyz")).allMatch(path -> has(paths, path));
        assertThat(List.of("/a", "/a/", "/a/d", "/a/bb", "/", "/a/b/../d")).noneMatch(path -> has(paths, path));
    }

    @Test
    void whatABeginningCoversHidesNoOther() {
        GrantedPaths paths = of("/a/b/c*", "/a/b/cd*", "/a/*", "/b*", "/a/b/c/d", "/bb/*");
        assertThat(List.of("/a", "/a/b", "/a/b/cd", "/a/z", "/b", "/bb/x", "/ba")).allMatch(path -> has(paths, path));
        assertThat(has(paths, "/c")).isFalse();
    }

    @Test
    void directoriesThatAreThereGrantAllInThem(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory.resolve("in"));
        GrantedPaths paths = of(directory.resolve("in").toString(), directory.resolve("absent").toString());
        assertThat(has(paths, directory + "/in/deep/file")).isTrue();
        assertThat(has(paths, directory + "/inner")).isFalse();
        assertThat(has(paths, directory + "/absent/file")).isFalse();
    }

    @Test
    void aStarGrantsEverything() {
        assertThat(of("*").all()).isTrue();
        assertThat(has(of("/x", "*", "/y*"), "/whatever")).isTrue();
        assertThat(of("/*").all()).isFalse();
        assertThat(has(of("/*"), "/whatever")).isTrue();
        assertThat(has(GrantedPaths.none(), "/")).isFalse();
    }

    @Test
    void bytesThatAreNoTextAreToldApart() {
        GrantedPaths paths = of("/a/\ufffd");
        assertThat(paths.has(new byte[] {'/', 'a', '/', (byte) 0xff})).isFalse();
        assertThat(paths.has(bytes("/a/\ufffd"))).isTrue();
        assertThat(has(of("/gr\u00fcn*"), "/gr\u00fcner")).isTrue();
    }

    @Test
    void whatTwoGrantIsWhatBothHave() {
        Random random = new Random(7);
        for (int run = 0; run < 2000; run++) {
            GrantedPaths one = randomPaths(random);
            GrantedPaths other = randomPaths(random);
            GrantedPaths both = one.within(other);
            GrantedPaths again = GrantedPaths.of(both.patterns(), CWD);
            for (int i = 0; i < 20; i++) {
                String path = randomPath(random);
                assertThat(has(both, path)).as("%s of %s and %s", path, one.patterns(), other.patterns())
                    .isEqualTo(has(one, path) && has(other, path));
                assertThat(has(again, path)).isEqualTo(has(both, path));
            }
        }
    }

    private static GrantedPaths randomPaths(Random random) {
        String[] patterns = new String[random.nextInt(4)];
        Arrays.setAll(patterns, i -> randomPath(random) + (random.nextBoolean() ? "*" : ""));
        return of(patterns);
    }

    /** Of names so few and short that they often meet; none of them is there. */
    private static String randomPath(Random random) {
        StringBuilder path = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) path.append('/').append("qz".repeat(2), 0, 1 + random.nextInt(3));
        return path.toString();
    }

    @Test
    void dotsAreResolvedAsTheJdkDoes() {
        Random random = new Random(11);
        String[] names = {".", "..", "a", "b.", "..c", ""};
        for (int run = 0; run < 20_000; run++) {
            StringBuilder path = new StringBuilder("/");
            for (int i = random.nextInt(7); i > 0; i--) path.append(names[random.nextInt(names.length)]).append('/');
            path.append(names[random.nextInt(names.length)]);
            String normal = PathBytes.decode(PathBytes.normal(PathBytes.encode(path.toString())));
            String expected = Path.of(path.toString()).normalize().toString();
            boolean slash = path.charAt(path.length() - 1) == '/' && !expected.equals("/");
            assertThat(normal).as(path.toString()).isEqualTo(slash ? expected + "/" : expected);
        }
    }
}
