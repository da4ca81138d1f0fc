package dev.barista.node.posix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.barista.loop.Errno;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PosixTest {
    @TempDir
    Path dir;

    private byte[] at(String name) {
        return PathBytes.encode(dir.resolve(name).toString());
    }

    private int create(String name) {
        return Posix.open(at(name), Platform.O_CREAT | Platform.O_RDWR, 0644);
    }

    private static ByteBuffer text(String s) {
        return ByteBuffer.wrap(s.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void missingFileGivesItsErrno() {
        int missing = Errno.ENOENT.code();
        assertThat(Posix.open(at("nothing"), Platform.O_RDONLY, 0)).isEqualTo(missing);
        assertThat(Posix.unlink(at("nothing"))).isEqualTo(missing);
        assertThat(Posix.readlink(at("nothing"))).isEqualTo(missing);
        assertThat(Posix.realpath(at("nothing"))).isEqualTo(missing);
        assertThat(DirectoryEntries.open(at("nothing"))).isEqualTo(missing);
        assertThat(FileStatus.stat(at("nothing"), new long[FileStatus.LENGTH])).isEqualTo(missing);
    }

    @Test
    void descriptorsAreClosedInChildProcesses() throws IOException {
        int fd = create("f");
        assertThat(fd).isGreaterThan(2);
        Path info = Path.of("/proc/self/fdinfo/" + fd);
        if (Files.exists(info)) assertThat(Files.readString(info)).containsPattern("flags:\\s+02[0-7]{6}");
        assertThat(Descriptors.close(fd)).isZero();
        assertThat(Descriptors.close(-1)).isEqualTo(Errno.EBADF.code());
    }

    @Test
    void writtenBytesAreReadBack() {
        int fd = create("f");
        assertThat(Descriptors.write(fd, Descriptors.CURRENT, text("hello "), text("world"))).isEqualTo(11);
        assertThat(Descriptors.position(fd)).isEqualTo(11);
        assertThat(Descriptors.write(fd, 0, text("J"))).isEqualTo(1);
        ByteBuffer first = ByteBuffer.allocate(5);
        ByteBuffer second = ByteBuffer.allocateDirect(20);
        assertThat(Descriptors.read(fd, 0, first, second)).isEqualTo(11);
        assertThat(new String(first.array(), StandardCharsets.UTF_8)).isEqualTo("Jello");
        assertThat(second.position()).isEqualTo(6);
        assertThat(Descriptors.read(fd, 11, ByteBuffer.allocate(4))).isZero();
        Descriptors.close(fd);
    }

    @Test
    void requestsLargerThanTheScratchAreServedWhole() {
        byte[] large = new byte[3 * Scratch.DATA_MAX + 17];
        for (int i = 0; i < large.length; i++) large[i] = (byte) (i * 31 >> 3);
        int fd = create("large");
        assertThat(Descriptors.write(fd, Descriptors.CURRENT, ByteBuffer.wrap(large))).isEqualTo(large.length);
        byte[] back = new byte[large.length];
        assertThat(Descriptors.read(fd, 0, ByteBuffer.wrap(back))).isEqualTo(large.length);
        assertThat(back).isEqualTo(large);
        Descriptors.close(fd);
    }

    @Test
    void statusMatchesTheJdks() throws IOException {
        Path file = Files.writeString(dir.resolve("f"), "12345");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1234567890123L));
        long[] status = new long[FileStatus.LENGTH];
        assertThat(FileStatus.stat(at("f"), status)).isZero();
        var jdk = Files.readAttributes(file, "unix:*");
        assertThat(status[FileStatus.SIZE]).isEqualTo(5);
        assertThat(status[FileStatus.INO]).isEqualTo(jdk.get("ino"));
        assertThat(status[FileStatus.DEV]).isEqualTo(jdk.get("dev"));
        assertThat((int) status[FileStatus.MODE]).isEqualTo(jdk.get("mode"));
        assertThat((int) status[FileStatus.NLINK]).isEqualTo(jdk.get("nlink"));
        assertThat((int) status[FileStatus.UID]).isEqualTo(jdk.get("uid"));
        assertThat(status[FileStatus.MTIME]).isEqualTo(1234567890L);
        assertThat(status[FileStatus.MTIME + 1]).isEqualTo(123_000_000L);
        long[] device = new long[FileStatus.LENGTH];
        FileStatus.stat(PathBytes.encode("/dev/null"), device);
        assertThat(device[FileStatus.RDEV]).isEqualTo(Files.getAttribute(Path.of("/dev/null"), "unix:rdev"));
        assertThat(FileStatus.fstat(-1, status)).isEqualTo(Errno.EBADF.code());
    }

    @Test
    void linksAreMadeReadAndDescribed() throws IOException {
        Files.writeString(dir.resolve("f"), "x");
        assertThat(Posix.symlink(PathBytes.encode("f"), at("s"))).isZero();
        assertThat(Posix.symlink(PathBytes.encode("f"), at("s"))).isEqualTo(Errno.EEXIST.code());
        assertThat(Posix.readlink(at("s"))).isEqualTo(PathBytes.encode("f"));
        assertThat(Posix.realpath(at("s"))).isEqualTo(PathBytes.encode(dir.toRealPath() + "/f"));
        long[] status = new long[FileStatus.LENGTH];
        assertThat(FileStatus.lstat(at("s"), status)).isZero();
        assertThat(FileStatus.type(status)).isEqualTo(FileStatus.S_IFLNK);
        assertThat(Posix.link(at("f"), at("h"))).isZero();
        FileStatus.stat(at("h"), status);
        assertThat(status[FileStatus.NLINK]).isEqualTo(2);
        assertThat(Posix.rename(at("h"), at("r"))).isZero();
        assertThat(Posix.unlink(at("r"))).isZero();
    }

    @Test
    void directoriesListTheirEntriesWithTypes() throws IOException {
        Files.createDirectory(dir.resolve("sub"));
        for (int i = 0; i < 3000; i++) Files.createFile(dir.resolve("sub/file-with-a-longish-name-" + i));
        Files.createSymbolicLink(dir.resolve("link"), dir.resolve("sub"));
        assertThat(entries(at("sub"))).hasSize(3000).allMatch(e -> e.type() == DirectoryEntries.FILE);
        assertThat(entries(at(""))).extracting(e -> PathBytes.decode(e.name()) + e.type())
                .containsExactlyInAnyOrder("sub2", "link3");
        assertThat(DirectoryEntries.open(at("sub/file-with-a-longish-name-1"))).isEqualTo(Errno.ENOTDIR.code());
    }

    private static List<DirectoryEntries.Entry> entries(byte[] path) {
        DirectoryEntries directory = (DirectoryEntries) DirectoryEntries.open(path);
        List<DirectoryEntries.Entry> all = new ArrayList<>();
        Object entry;
        while ((entry = directory.next()) != null) all.add((DirectoryEntries.Entry) entry);
        assertThat(directory.close()).isZero();
        assertThat(directory.close()).isZero();
        return all;
    }

    @Test
    void copyKeepsContentsAndMode() throws IOException {
        Path from = Files.writeString(dir.resolve("from"), "contents");
        assertThat(Posix.chmod(at("from"), 0750)).isZero();
        assertThat(CopyFile.copy(at("from"), at("to"), CopyFile.FICLONE)).isZero();
        assertThat(dir.resolve("to")).hasSameBinaryContentAs(from);
        long[] status = new long[FileStatus.LENGTH];
        FileStatus.stat(at("to"), status);
        assertThat(status[FileStatus.MODE] & 0777).isEqualTo(0750);
        assertThat(CopyFile.copy(at("from"), at("to"), CopyFile.EXCL)).isEqualTo(Errno.EEXIST.code());
        assertThat(CopyFile.copy(at("from"), at("from"), 0)).isZero();
        assertThat(from).hasContent("contents");
    }

    @Test
    void filesThatTheKernelReportsAsEmptyAreCopiedWhole() {
        Path proc = Path.of("/proc/version");
        if (!Files.exists(proc)) return;
        assertThat(CopyFile.copy(PathBytes.encode(proc.toString()), at("version"), 0)).isZero();
        assertThat(dir.resolve("version")).isNotEmptyFile();
    }

    @Test
    void timesKeepNanosecondsAndSigns() {
        int fd = create("f");
        long[] status = new long[FileStatus.LENGTH];
        assertThat(Posix.utimes(at("f"), 1.5, -0.25)).isZero();
        FileStatus.fstat(fd, status);
        assertThat(status[FileStatus.ATIME]).isEqualTo(1);
        assertThat(status[FileStatus.ATIME + 1]).isEqualTo(500_000_000);
        assertThat(status[FileStatus.MTIME]).isEqualTo(-1);
        assertThat(status[FileStatus.MTIME + 1]).isEqualTo(750_000_000);
        assertThat(Descriptors.futimes(fd, Double.NaN, 7)).isZero();
        FileStatus.fstat(fd, status);
        assertThat(status[FileStatus.ATIME]).isEqualTo(1);
        assertThat(status[FileStatus.MTIME]).isEqualTo(7);
        Descriptors.close(fd);
    }

    @Test
    void temporaryDirectoriesHaveNewNames() {
        byte[] first = (byte[]) Posix.mkdtemp(at("tmp-"));
        byte[] second = (byte[]) Posix.mkdtemp(at("tmp-"));
        assertThat(PathBytes.decode(first)).matches(".*/tmp-.{6}").isNotEqualTo(PathBytes.decode(second));
        assertThat(Posix.rmdir(first)).isZero();
    }

    @Test
    void longPathsAreRefusedAsTheKernelRefusesThem() {
        assertThat(Posix.unlink(at("x".repeat(5000)))).isEqualTo(Errno.ENAMETOOLONG.code());
    }

    @Test
    void relativePathsBeginAtTheProgramsDirectory() {
        assertThat(PathBytes.absolute(PathBytes.encode("../a/"), "/b/c")).isEqualTo(PathBytes.encode("/b/c/../a/"));
        assertThat(PathBytes.absolute(PathBytes.encode("a"), "/")).isEqualTo(PathBytes.encode("/a"));
        assertThat(PathBytes.absolute(PathBytes.encode("/a"), "/b")).isEqualTo(PathBytes.encode("/a"));
        assertThat(PathBytes.absolute(new byte[0], "/b")).isEmpty();
    }

    @Test
    void loneSurrogatesBecomeReplacementCharacters() {
        assertThat(PathBytes.encode("a\ud83db")).isEqualTo(PathBytes.encode("a\ufffdb"));
        assertThat(PathBytes.encode("\ud83d\ude00")).hasSize(4);
    }

    @Test
    void fileSystemStatusHasPlausibleNumbers() {
        long[] status = new long[FileSystemStatus.LENGTH];
        assertThat(FileSystemStatus.statfs(at(""), status)).isZero();
        assertThat(status[1]).isPositive();
        assertThat(status[2]).isGreaterThanOrEqualTo(status[3]);
    }

    @Test
    void processIdentityMatchesTheJdks() throws IOException {
        assertThat(Processes.getpid()).isEqualTo((int) ProcessHandle.current().pid());
        assertThat(Processes.getuid()).isEqualTo(Files.getAttribute(Files.createFile(dir.resolve("mine")), "unix:uid"));
        assertThat(Processes.kill(Processes.getpid(), 0)).isZero();
        int[] niceness = new int[1];
        assertThat(Processes.getpriority(0, niceness)).isZero();
        assertThat(niceness[0]).isBetween(-20, 19);
    }
}
