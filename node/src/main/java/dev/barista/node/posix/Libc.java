package dev.barista.node.posix;

import dev.barista.loop.Errno;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The functions of the C library that Barista calls, all through one downcall handle. Any thread.
 *
 * <p>The handle's shape is six 64-bit integers to a 64-bit integer. In the calling conventions of x86-64 and AArch64
 * integers and pointers travel in registers, a function looks only at the registers it takes and only at the bits it
 * takes of them, so one shape serves every function of up to six such arguments. Building a handle costs tens of
 * milliseconds in a cold JVM, finding a symbol microseconds: see {@code docs/decisions/posix-calls.md}.
 *
 * <p>Symbols are found at their first call; nothing happens when the class loads.
 */
enum Libc {
    ACCESS, CHDIR, CHMOD, CHOWN, CLOSE, CLOSEDIR, COPY_FILE_RANGE, DLCLOSE, DLERROR, DLOPEN, DLSYM, EXECVE, FCHMOD, FCHOWN, FDATASYNC, FSTAT, FREEADDRINFO, FSYNC, FTRUNCATE,
    FUTIMENS, GETADDRINFO, GETEGID, GETEUID, GETGID, GETGROUPS, GETPID, GETPPID, GETLOADAVG, GETPRIORITY, GETPWUID_R, GETUID, GNU_GET_LIBC_VERSION, INITGROUPS,
    INOTIFY_ADD_WATCH, INOTIFY_INIT1, INOTIFY_RM_WATCH, KILL,
    LCHMOD, LCHOWN, LINK, LSEEK, LSTAT, MEMFD_CREATE, MKDIR, MKDTEMP, OPENDIR, POLL, POSIX_SPAWN, POSIX_SPAWNATTR_DESTROY,
    POSIX_SPAWNATTR_INIT, POSIX_SPAWNATTR_SETFLAGS, POSIX_SPAWNATTR_SETSIGDEFAULT, POSIX_SPAWNATTR_SETSIGMASK,
    POSIX_SPAWN_FILE_ACTIONS_ADDCHDIR_NP, POSIX_SPAWN_FILE_ACTIONS_ADDCLOSEFROM_NP, POSIX_SPAWN_FILE_ACTIONS_ADDDUP2,
    POSIX_SPAWN_FILE_ACTIONS_DESTROY, POSIX_SPAWN_FILE_ACTIONS_INIT, PREAD, PTHREAD_ATTR_DESTROY, PTHREAD_ATTR_GETSTACK, PTHREAD_GETATTR_NP, PTHREAD_SELF, PTHREAD_SIGMASK, PWRITE, READ, READDIR_R, READLINK, REALPATH,
    RECVMSG, RENAME, RMDIR, SENDMSG, SETEGID, SETEUID, SETGID, SETGROUPS, SETPRIORITY, SETUID, SHUTDOWN, SIGEMPTYSET, SIGFILLSET, SIGNAL,
    SOCKETPAIR, STAT, STATFS, SYMLINK, UMASK, UNAME, UNLINK, UTIMENSAT, WAITPID, WRITE,
    /** Variadic after two arguments. */
    FCNTL(true),
    /** Variadic after two arguments. */
    IOCTL(true),
    /** Variadic after two arguments. */
    OPEN(true),
    /** The kernel itself, for what older C libraries have no function for. Linux only. */
    SYSCALL;

    private final boolean variadic;
    private volatile MemorySegment address;

    Libc() {
        this(false);
    }

    Libc(boolean variadic) {
        this.variadic = variadic;
    }

    /** Calls the function; on its −1 the error number is {@link Scratch#errno()}. */
    long raw(Scratch scratch, long a, long b, long c, long d, long e, long f) {
        MemorySegment symbol = address;
        if (symbol == null) symbol = find();
        try {
            if (variadic && Platform.VARIADIC_ON_STACK) {
                return (long) VariadicHandle.CALL.invokeExact(symbol, scratch.capture(), a, b, c, d, e, f);
            }
            return (long) Handle.CALL.invokeExact(symbol, scratch.capture(), a, b, c, d, e, f);
        } catch (Throwable e2) {
            throw new AssertionError(e2);   // a downcall throws nothing
        }
    }

    /** Calls a function whose result is a C {@code int}. @return the result, or a negative errno */
    int call(Scratch scratch, long a, long b, long c, long d, long e, long f) {
        int result = (int) raw(scratch, a, b, c, d, e, f);
        return result == -1 ? -scratch.errno() : result;
    }

    /** Like {@link #call}, started again for as long as a signal interrupts it. */
    int call(Scratch scratch, long a, long b, long c, long d) {
        int result;
        do {
            result = call(scratch, a, b, c, d, 0, 0);
        } while (result == Errno.EINTR.code());
        return result;
    }

    int call(Scratch scratch, long a, long b) {
        return call(scratch, a, b, 0, 0);
    }

    int call(Scratch scratch, long a) {
        return call(scratch, a, 0, 0, 0);
    }

    /** Calls a function whose result is 64 bits wide: a size, an offset. @return the result, or a negative errno */
    long callLong(Scratch scratch, long a, long b, long c, long d) {
        long result;
        do {
            result = raw(scratch, a, b, c, d, 0, 0);
            if (result == -1) result = -scratch.errno();
        } while (result == Errno.EINTR.code());
        return result;
    }

    /** Whether this C library has the function. */
    boolean present() {
        return address != null || Linker.nativeLinker().defaultLookup().find(Platform.symbol(symbolName())).isPresent();
    }

    private String symbolName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    private MemorySegment find() {
        String name = Platform.symbol(symbolName());
        MemorySegment symbol = Linker.nativeLinker().defaultLookup().find(name)
            .orElseThrow(() -> new UnsupportedOperationException("the C library has no function " + name));
        address = symbol;
        return symbol;
    }

    private static MethodHandle handle(Linker.Option... options) {
        Platform.requirePosix();
        ValueLayout.OfLong l = ValueLayout.JAVA_LONG;
        return Linker.nativeLinker().downcallHandle(FunctionDescriptor.of(l, l, l, l, l, l, l), options);
    }

    private static final class Handle {
        static final MethodHandle CALL = handle(Linker.Option.captureCallState("errno"));
    }

    private static final class VariadicHandle {
        static final MethodHandle CALL =
            handle(Linker.Option.captureCallState("errno"), Linker.Option.firstVariadicArg(2));
    }
}
