package dev.barista.node.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.barista.Barista;
import dev.barista.BaristaBuilder;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs inside this JVM with different permissions. */
class PermissionsTest {
    @TempDir
    Path directory;

    private String run(BaristaBuilder builder, String text) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Barista program = builder.eval(text).cwd(directory).env(Map.of("PATH", "/usr/bin:/bin"))
                .stdin(InputStream.nullInputStream()).stdout(out).stderr(out).start()) {
            program.waitFor();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void oneProgramIsRestrictedAndItsNeighbourIsNot() throws Exception {
        Files.writeString(directory.resolve("file"), "text");
        String text = "try { console.log(fs.readFileSync('file', 'utf8')) } catch (error) { console.log(error.code) }";
        assertThat(run(Barista.builder().option("--permission", "true"), text)).isEqualTo("ERR_ACCESS_DENIED\n");
        assertThat(run(Barista.builder(), text)).isEqualTo("text\n");
        assertThat(run(Barista.builder().option("--permission", "true").option("--allow-fs-read", "fi*"), text)).isEqualTo("text\n");
    }

    @Test
    void whatAProgramGrantsItselfCountsForNothing() throws Exception {
        String text = """
            process.execArgv.push('--allow-fs-read=*');
            process.env.NODE_OPTIONS = '--allow-fs-read=*';
            process.permission.has = () => true;
            try { process.permission = undefined } catch {}
            try { fs.readFileSync('/etc/passwd'); console.log('read') } catch (error) { console.log(error.code) }
            """;
        assertThat(run(Barista.builder().option("--permission", "true"), text)).isEqualTo("ERR_ACCESS_DENIED\n");
    }

    /** The system would take the way through the link. */
    @Test
    void dotsBehindLinksLeadNowhereElse() throws Exception {
        Path mine = Files.createDirectory(directory.resolve("mine"));
        Files.writeString(directory.resolve("secret"), "secret");
        Files.createDirectory(mine.resolve("deep"));
        Files.createSymbolicLink(mine.resolve("deep/up"), mine);
        String text = """
            for (const path of ['mine/deep/up/../secret', 'mine/deep/up/../../secret', 'mine/../secret', 'secret']) {
              try { console.log(fs.readFileSync(path, 'utf8')) } catch (error) { console.log(error.code) }
            }
            """;
        assertThat(run(Barista.builder(), text)).startsWith("secret\n");
        assertThat(run(Barista.builder().option("--permission", "true").option("--allow-fs-read", mine.toString()), text))
            .isEqualTo("ENOENT\nENOENT\nERR_ACCESS_DENIED\nERR_ACCESS_DENIED\n");
    }

    @Test
    void socketsAreFilesWhereTheyAreMade() throws Exception {
        String text = """
            try {
              const server = require('net').createServer().listen('socket', () => { console.log('listening'); server.close(); });
            } catch (error) { console.log(error.code, error.permission, error.resource) }
            """;
        assertThat(run(Barista.builder().option("--permission", "true"), text)).isEqualTo("ERR_ACCESS_DENIED FileSystemWrite socket\n");
        assertThat(run(Barista.builder().option("--permission", "true").option("--allow-fs-write", "socket"), text)).isEqualTo("listening\n");
        assertThat(directory.resolve("socket")).doesNotExist();
    }

    @Test
    void childrenGetTheOptionsOfAProgramThatHasNoCommandLine() throws Exception {
        String text = "console.log(require('child_process').execFileSync('/bin/sh', ['-c', 'echo $NODE_OPTIONS'], { encoding: 'utf8' }).trim())";
        BaristaBuilder builder = Barista.builder().option("--permission", "true").option("--allow-child-process", "true")
            .option("--allow-fs-read", "a b/*").option("--warnings", "false");
        assertThat(run(builder, text)).isEqualTo("--permission \"--allow-fs-read=" + directory + "/a b/*\" --allow-child-process\n");
    }

    @Test
    void inheritedOptionsLeaveThoseThatAreGivenAlone() {
        Grants grants = new Grants(GrantedPaths.none(), GrantedPaths.none(), java.util.Set.of(), List.of("--permission"));
        assertThat(grants.inherited(List.of("x"), List.of("A=1"))).containsExactly("A=1", "NODE_OPTIONS=--permission");
        assertThat(grants.inherited(List.of("x"), List.of("NODE_OPTIONS=--no-warnings"))).containsExactly("NODE_OPTIONS=--no-warnings --permission");
        assertThat(grants.inherited(List.of("x", "--permission"), List.of("A=1"))).containsExactly("A=1");
        assertThat(grants.inherited(List.of("x"), List.of("NODE_OPTIONS=--permission --allow-worker")))
            .containsExactly("NODE_OPTIONS=--permission --allow-worker");
    }
}
