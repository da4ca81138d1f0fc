package dev.barista.node.posix;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Replaces this whole process, the JVM with it, by another program: {@code execve(2)}. Any thread.
 *
 * @param program the program's absolute path
 * @param args its {@code argv}, the first element included
 * @param env {@code NAME=value} pairs
 * @param cwd its working directory, absolute
 */
public record Execve(Path program, List<String> args, List<String> env, Path cwd) {
    private static final int SIGNAL_SET = 128;
    private static final int FIRST_OWN = 3;

    /** @return a negative errno; where all went well it does not return */
    public int call() {
        int access = Posix.access(PathBytes.encode(program.toString()), 1);
        if (access < 0) return access;
        Scratch scratch = Scratch.current();
        try (Arena arena = Arena.ofConfined()) {
            int errno = Libc.CHDIR.call(scratch, CStrings.one(arena, cwd.toString()));
            if (errno < 0) return errno;
            keepStandardStreamsOnly(scratch);
            long none = arena.allocate(SIGNAL_SET, 16).address();
            Libc.SIGEMPTYSET.call(scratch, none);
            Libc.PTHREAD_SIGMASK.call(scratch, Platform.SIG_SETMASK, none, 0, 0);   // the JVM's mask is not the program's
            return Libc.EXECVE.call(scratch, CStrings.one(arena, program.toString()), CStrings.array(arena, args), CStrings.array(arena, env), 0);
        }
    }

    /** What the JVM and the program have opened ends with them: files, and sockets whose ports the next program may want. */
    private static void keepStandardStreamsOnly(Scratch scratch) {
        int[] opened;
        try (Stream<Path> names = Files.list(Path.of("/dev/fd"))) {
            opened = names.mapToInt(path -> Integer.parseInt(path.getFileName().toString())).filter(fd -> fd >= FIRST_OWN).toArray();
        } catch (IOException e) {
            return;   // a system that does not list them; most were opened so that they end by themselves
        }
        for (int fd : opened) Libc.FCNTL.call(scratch, fd, Platform.F_SETFD, Platform.FD_CLOEXEC, 0);
    }
}
