package dev.barista.node.posix;

import dev.barista.loop.Errno;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts child processes with {@code posix_spawn(3)}: the JDK's own way knows neither more than three descriptors nor sessions.
 * Any thread.
 *
 * @param file what to run: with a slash a path, else a name looked for in the child's {@code PATH}
 * @param args the child's {@code argv}, its first element included
 * @param env {@code NAME=value} pairs
 * @param cwd the child's working directory, absolute
 * @param descriptors of this process; the child gets them as 0, 1, 2 …
 * @param detached whether the child begins a session of its own
 * @param uid the child's user, or −1; {@code gid} alike
 */
public record Spawn(String file, List<String> args, List<String> env, Path cwd, int[] descriptors, boolean detached, int uid, int gid) {
    /** Bigger than the structs of every C library we know (glibc: 80 and 336 bytes). */
    private static final int STRUCT = 1024;
    private static final int SIGNAL_SET = 128;
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    /** @return the child's process id, or a negative errno */
    public int start() {
        if (!Files.isDirectory(cwd)) return Files.exists(cwd) ? Errno.ENOTDIR.code() : Errno.ENOENT.code();
        Object found = locate();
        if (found instanceof Integer errno) return errno;
        Path program = (Path) found;
        List<String> arguments = args;
        if (uid != -1 || gid != -1) {
            int errno = mayChangeUser();
            if (errno != 0) return errno;
            arguments = asOtherUser(program);
            program = SETPRIV;
        }
        return spawn(program, arguments);
    }

    /** As {@code execvp(3)} looks: in the child's PATH, past files that may not be executed. */
    private Object locate() {
        if (file.indexOf('/') >= 0) return executable(cwd.resolve(file));
        int failure = Errno.ENOENT.code();
        for (String directory : path().split(":", -1)) {
            Object candidate = executable(cwd.resolve(directory).resolve(file));
            if (candidate instanceof Path) return candidate;
            if (!candidate.equals(Errno.ENOENT.code()) && !candidate.equals(Errno.ENOTDIR.code())) failure = (Integer) candidate;
        }
        return failure;
    }

    private String path() {
        for (String pair : env) if (pair.startsWith("PATH=")) return pair.substring(5);
        return "/usr/local/bin:/bin:/usr/bin";
    }

    private static Object executable(Path path) {
        int access = Posix.access(PathBytes.encode(path.toString()), 1);
        if (access < 0) return access;
        return Files.isDirectory(path) ? (Object) Errno.EACCES.code() : path;
    }

    private int mayChangeUser() {
        int effective = Processes.geteuid();
        if (effective != 0 && (uid != -1 && uid != effective || gid != -1 && gid != Processes.getegid())) return Errno.EPERM.code();
        return Files.isExecutable(SETPRIV) ? 0 : Errno.ENOTSUP.code();
    }

    /** {@code posix_spawn} changes no user; the system's own tool does, and then becomes the program. */
    private List<String> asOtherUser(Path program) {
        List<String> arguments = new ArrayList<>(List.of("setpriv"));
        if (uid != -1) arguments.add("--reuid=" + uid);
        if (gid != -1) arguments.add("--regid=" + gid);
        arguments.add(gid != -1 ? "--clear-groups" : "--keep-groups");
        arguments.add("--");
        arguments.add(program.toString());
        arguments.addAll(args.subList(Math.min(1, args.size()), args.size()));
        return arguments;
    }

    private int spawn(Path program, List<String> arguments) {
        Scratch scratch = Scratch.current();
        List<Integer> copies = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            long actions = arena.allocate(STRUCT, 16).address();
            long attributes = arena.allocate(STRUCT, 16).address();
            Libc.POSIX_SPAWN_FILE_ACTIONS_INIT.call(scratch, actions);
            Libc.POSIX_SPAWNATTR_INIT.call(scratch, attributes);
            try {
                int errno = addDescriptors(scratch, actions, copies);
                if (errno < 0) return errno;
                addAttributes(scratch, attributes, arena);
                Libc.POSIX_SPAWN_FILE_ACTIONS_ADDCHDIR_NP.call(scratch, actions, CStrings.one(arena, cwd.toString()));
                MemorySegment pid = arena.allocate(ValueLayout.JAVA_INT);
                int error = Libc.POSIX_SPAWN.call(scratch, pid.address(), CStrings.one(arena, program.toString()), actions, attributes,
                        CStrings.array(arena, arguments), CStrings.array(arena, env));
                return error == 0 ? pid.get(ValueLayout.JAVA_INT, 0) : -error;
            } finally {
                Libc.POSIX_SPAWN_FILE_ACTIONS_DESTROY.call(scratch, actions);
                Libc.POSIX_SPAWNATTR_DESTROY.call(scratch, attributes);
                copies.forEach(Descriptors::close);
            }
        }
    }

    /** A descriptor whose number another one is to have is copied out of its way first. */
    private int addDescriptors(Scratch scratch, long actions, List<Integer> copies) {
        for (int i = 0; i < descriptors.length; i++) {
            int from = descriptors[i];
            if (from < 0) continue;
            if (from != i && from < descriptors.length) {
                from = Libc.FCNTL.call(scratch, from, Platform.F_DUPFD_CLOEXEC, descriptors.length, 0);
                if (from < 0) return from;
                copies.add(from);
            }
            Libc.POSIX_SPAWN_FILE_ACTIONS_ADDDUP2.call(scratch, actions, from, i, 0);
        }
        if (Libc.POSIX_SPAWN_FILE_ACTIONS_ADDCLOSEFROM_NP.present()) {
            Libc.POSIX_SPAWN_FILE_ACTIONS_ADDCLOSEFROM_NP.call(scratch, actions, Math.max(3, descriptors.length));
        }
        return 0;
    }

    /** The child starts with every signal as the system has it: the JVM's handlers and masks are not its own. */
    private void addAttributes(Scratch scratch, long attributes, Arena arena) {
        long all = arena.allocate(SIGNAL_SET, 16).address();
        long none = arena.allocate(SIGNAL_SET, 16).address();
        Libc.SIGFILLSET.call(scratch, all);
        Libc.SIGEMPTYSET.call(scratch, none);
        Libc.POSIX_SPAWNATTR_SETSIGDEFAULT.call(scratch, attributes, all);
        Libc.POSIX_SPAWNATTR_SETSIGMASK.call(scratch, attributes, none);
        int flags = Platform.POSIX_SPAWN_SETSIGDEF | Platform.POSIX_SPAWN_SETSIGMASK | (detached ? Platform.POSIX_SPAWN_SETSID : 0);
        Libc.POSIX_SPAWNATTR_SETFLAGS.call(scratch, attributes, flags);
    }
}
