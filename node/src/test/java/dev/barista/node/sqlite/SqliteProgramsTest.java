package dev.barista.node.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.barista.Barista;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several programs with databases in one JVM, and what a program does to a database while the database calls it. */
class SqliteProgramsTest {
    private static final int MANY = 5;
    private static final int PATIENCE_MINUTES = 2;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private record Running(Barista program, ByteArrayOutputStream out) {
        String output() throws Exception {
            program.exitCode().get(PATIENCE_MINUTES, TimeUnit.MINUTES);
            return out.toString(StandardCharsets.UTF_8);
        }
    }

    private Running start(Path cwd, String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String head = "const { DatabaseSync, backup } = require('node:sqlite');\n";
        return new Running(Barista.builder().eval(head + text).cwd(cwd).env(Map.of()).stdin(InputStream.nullInputStream())
            .stdout(out).stderr(errors).start(), out);
    }

    private String run(String text) throws Exception {
        String output = start(directory, text).output();
        assertThat(errors.toString(StandardCharsets.UTF_8).replaceAll("\\(.*\\n", "")).isEmpty();
        return output;
    }

    @Test
    void relativeNamesAreThoseOfTheProgram() throws Exception {
        List<Running> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(start(Files.createDirectories(directory.resolve("program-" + i)), """
                const database = new DatabaseSync('own.db');
                database.function('me', () => %d);
                database.exec("ATTACH 'side.db' AS side; CREATE TABLE side.t(v); INSERT INTO side.t VALUES (me())");
                console.log(database.location() + '|' + database.location('side') + '|' + database.prepare('SELECT v FROM t').get().v);
                """.formatted(i)));
        }
        for (int i = 0; i < MANY; i++) {
            Path own = directory.resolve("program-" + i);
            assertThat(all.get(i).output()).isEqualTo(own.resolve("own.db") + "|" + own.resolve("side.db") + "|" + i + "\n");
        }
    }

    @Test
    void whatIsLeftOpenIsClosedBeforeTheExitCodeIsKnown() throws Exception {
        run("""
            const database = new DatabaseSync('left.db');
            database.exec('PRAGMA journal_mode = WAL; CREATE TABLE t(v); INSERT INTO t VALUES (1)');
            database.prepare('SELECT * FROM t').iterate().next();
            database.createSession();
            """);
        assertThat(directory.resolve("left.db")).exists();
        assertThat(directory.resolve("left.db-wal")).doesNotExist();
    }

    @Test
    void aProgramMayEndInTheMiddleOfAFunction() throws Exception {
        assertThat(run("""
            const database = new DatabaseSync(':memory:');
            database.function('leave', () => process.exit(3));
            process.on('exit', (code) => console.log('exit', code));
            database.exec('SELECT leave()');
            console.log('never');
            """)).isEqualTo("exit 3\n");
    }

    @Test
    void aProgramMayEndInTheMiddleOfABackup() throws Exception {
        assertThat(run("""
            const database = new DatabaseSync(':memory:');
            database.exec('CREATE TABLE t AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 5000) SELECT n FROM c');
            backup(database, 'half.db', { rate: 1, progress() { console.log('leaving'); process.exit(); } });
            """)).isEqualTo("leaving\n");
    }

    @Test
    void whatIsInUseCannotBeClosedByAFunction() throws Exception {
        assertThat(run("""
            const database = new DatabaseSync(':memory:');
            const attempt = (name, action) => {
              database.function(name, () => { action(); });
              try {
                database.exec(`SELECT ${name}()`);
              } catch (error) {
                console.log(error.code, error.message);
              }
            };
            attempt('shut', () => database.close());
            let statement;
            database.function('again', () => statement.get().v);
            statement = database.prepare('SELECT again() AS v');
            try {
              statement.get();
            } catch (error) {
              console.log(error.code, error.message);
            }
            console.log(database.prepare('SELECT 1 AS v').get().v);
            """).lines().toList()).containsExactly(
                "ERR_INVALID_STATE database is in use by a function that it has called",
                "ERR_INVALID_STATE statement is in use by a function that it has called",
                "1");
    }

    @Test
    void sessionsDoNotOutliveTheirConnection() throws Exception {
        assertThat(run("""
            const database = new DatabaseSync(':memory:');
            const session = database.createSession();
            database.close();
            database.open();
            for (const use of ['changeset', 'patchset', 'close']) {
              try {
                session[use]();
              } catch (error) {
                console.log(error.message);
              }
            }
            """)).isEqualTo("session is not open\n".repeat(3));
    }

    @Test
    void theModuleCanBeTakenAway() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Barista program = Barista.builder().eval("try { require('node:sqlite') } catch (error) { console.log(error.code) }")
            .option("--experimental-sqlite", "false").cwd(directory).env(Map.of()).stdout(out).stderr(errors).start();
        program.exitCode().get(PATIENCE_MINUTES, TimeUnit.MINUTES);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("ERR_UNKNOWN_BUILTIN_MODULE\n");
    }
}
