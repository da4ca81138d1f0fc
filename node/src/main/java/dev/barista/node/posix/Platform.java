package dev.barista.node.posix;

/**
 * What differs between the POSIX systems: flags, symbols, system call numbers, each fact once. Error numbers are the loop's
 * {@link dev.barista.loop.Errno}; struct layouts stand where they are read. Linux on x86-64 is tested; Linux on AArch64 and macOS
 * are written from their headers and untested. Any thread.
 */
final class Platform {
    enum System { LINUX, MACOS, OTHER }

    static final System SYSTEM = system(java.lang.System.getProperty("os.name", ""));
    static final boolean LINUX = SYSTEM == System.LINUX;
    static final boolean MACOS = SYSTEM == System.MACOS;
    static final boolean ARM64 = "aarch64".equals(java.lang.System.getProperty("os.arch"));

    /** Apple's ARM convention passes variadic arguments in memory; the others pass them as any argument. */
    static final boolean VARIADIC_ON_STACK = MACOS && ARM64;

    // Flags of open(2) and its relatives.
    static final int O_RDONLY = 0;
    static final int O_WRONLY = 1;
    static final int O_RDWR = 2;
    static final int O_CREAT = pick(0x40, 0x40, 0x200);
    static final int O_EXCL = pick(0x80, 0x80, 0x800);
    static final int O_TRUNC = pick(0x200, 0x200, 0x400);
    static final int O_APPEND = pick(0x400, 0x400, 0x8);
    static final int O_NONBLOCK = pick(0x800, 0x800, 0x4);
    static final int O_NOCTTY = pick(0x100, 0x100, 0x20000);
    static final int O_DIRECTORY = pick(0x10000, 0x4000, 0x100000);
    static final int O_NOFOLLOW = pick(0x20000, 0x8000, 0x100);
    static final int O_SYNC = pick(0x101000, 0x101000, 0x80);
    static final int O_DSYNC = pick(0x1000, 0x1000, 0x400000);
    static final int O_DIRECT = pick(0x4000, 0x10000, 0);
    static final int O_NOATIME = pick(0x40000, 0x40000, 0);
    static final int O_SYMLINK = pick(0, 0, 0x200000);
    static final int O_CLOEXEC = pick(0x80000, 0x80000, 0x1000000);

    static final int AT_FDCWD = LINUX ? -100 : -2;
    static final int AT_SYMLINK_NOFOLLOW = LINUX ? 0x100 : 0x20;
    static final int AT_EMPTY_PATH = 0x1000;
    static final long UTIME_NOW = LINUX ? 0x3fffffff : -1;
    static final long UTIME_OMIT = LINUX ? 0x3ffffffe : -2;
    /** {@code ioctl} on Linux: share the blocks of another file. */
    static final long FICLONE = 0x40049409L;
    /** {@code fcntl} on macOS: write through the drive's own cache. */
    static final int F_FULLFSYNC = 51;

    /** {@code fcntl}: a copy of a descriptor, closed in child processes, at or above a number. */
    static final int F_DUPFD_CLOEXEC = LINUX ? 1030 : 67;
    static final int F_GETFL = 3;
    static final int F_SETFL = 4;
    static final int F_SETFD = 2;
    static final int FD_CLOEXEC = 1;
    static final short POSIX_SPAWN_SETSIGDEF = 0x04;
    static final short POSIX_SPAWN_SETSIGMASK = 0x08;
    static final short POSIX_SPAWN_SETSID = (short) (LINUX ? 0x80 : 0x400);
    static final int WNOHANG = 1;
    /** {@code pthread_sigmask}: the set is the mask. */
    static final int SIG_SETMASK = LINUX ? 2 : 3;

    // System calls by number, Linux only.
    static final int SYS_STATX = ARM64 ? 291 : 332;
    static final int SYS_GETDENTS64 = ARM64 ? 61 : 217;
    static final int SYS_PIDFD_OPEN = 434;
    static final int SYS_GETPRIORITY = ARM64 ? 141 : 140;

    private Platform() { }

    private static System system(String name) {
        if (name.equals("Linux")) return System.LINUX;
        return name.startsWith("Mac OS") ? System.MACOS : System.OTHER;
    }

    /** @throws UnsupportedOperationException where there is no POSIX system that Barista knows */
    static void requirePosix() {
        if (SYSTEM == System.OTHER) {
            throw new UnsupportedOperationException(
                "file descriptors need Linux or macOS; this is " + java.lang.System.getProperty("os.name"));
        }
    }

    /** The name a C function's symbol has here: on x86-64 macOS the variants with 64-bit inodes are marked. */
    static String symbol(String function) {
        if (!MACOS || ARM64) return function;
        return switch (function) {
            case "stat", "lstat", "fstat", "statfs", "fstatfs", "opendir", "readdir_r" -> function + "$INODE64";
            default -> function;
        };
    }

    private static int pick(int linuxX64, int linuxArm64, int macos) {
        return MACOS ? macos : ARM64 ? linuxArm64 : linuxX64;
    }
}
