package dev.barista.node.posix;

import dev.barista.loop.Errno;
import java.nio.ByteBuffer;

/**
 * The POSIX calls on processes and their identity: users, groups, signals, priorities, the file mode mask. Each returns a result
 * or a negative errno. Any thread. What they change belongs to the whole JVM, not to one program in it.
 */
public final class Processes {
    private static final int PRIO_PROCESS = 0;

    private Processes() { }

    public static int getpid() {
        return Libc.GETPID.call(Scratch.current(), 0);
    }

    public static int getppid() {
        return Libc.GETPPID.call(Scratch.current(), 0);
    }

    public static int getuid() {
        return id(Libc.GETUID);
    }

    public static int geteuid() {
        return id(Libc.GETEUID);
    }

    public static int getgid() {
        return id(Libc.GETGID);
    }

    public static int getegid() {
        return id(Libc.GETEGID);
    }

    public static int setuid(int uid) {
        return Libc.SETUID.call(Scratch.current(), uid);
    }

    public static int seteuid(int uid) {
        return Libc.SETEUID.call(Scratch.current(), uid);
    }

    public static int setgid(int gid) {
        return Libc.SETGID.call(Scratch.current(), gid);
    }

    public static int setegid(int gid) {
        return Libc.SETEGID.call(Scratch.current(), gid);
    }

    /** @return the supplementary groups, or an {@link Integer}, a negative errno */
    public static Object getgroups() {
        Scratch scratch = Scratch.current();
        ByteBuffer data = scratch.data(Scratch.DATA_MAX);
        int count = Libc.GETGROUPS.call(scratch, Scratch.DATA_MAX / 4, scratch.dataAddress());
        if (count < 0) return count;
        int[] groups = new int[count];
        data.asIntBuffer().get(groups);
        return groups;
    }

    public static int setgroups(int... groups) {
        Scratch scratch = Scratch.current();
        if (groups.length > Scratch.DATA_MAX / 4) return Errno.EINVAL.code();
        scratch.data(4L * groups.length).asIntBuffer().put(groups);
        return Libc.SETGROUPS.call(scratch, groups.length, scratch.dataAddress());
    }

    /** Takes the groups that the user database gives {@code user}, and {@code group}. */
    public static int initgroups(String user, int group) {
        Scratch scratch = Scratch.current();
        long at = scratch.path(PathBytes.encode(user));
        return at < 0 ? (int) at : Libc.INITGROUPS.call(scratch, at, group);
    }

    /** Sends {@code signal}, or with 0 asks whether it could be sent. */
    public static int kill(int pid, int signal) {
        return Libc.KILL.call(Scratch.current(), pid, signal);
    }

    /** Gives a signal the system's own action, {@code SIG_DFL}, also one that this process was started to ignore. */
    public static void defaultAction(int signal) {
        Libc.SIGNAL.raw(Scratch.current(), signal, 0, 0, 0, 0, 0);
    }

    /**
     * Sets the kernel's file mode mask of this JVM.
     *
     * @return the mask before
     */
    public static int umask(int mask) {
        return Libc.UMASK.call(Scratch.current(), mask & 0777);
    }

    /**
     * The priority of process {@code pid}, 0 for this one, from −20 to 19.
     *
     * @param niceness receives the priority: a negative result would be ambiguous
     * @return 0, or a negative errno
     */
    public static int getpriority(int pid, int[] niceness) {
        Scratch scratch = Scratch.current();
        if (Platform.LINUX) {
            // The kernel's own answer is 20 − niceness, never negative.
            int result = Libc.SYSCALL.call(scratch, Platform.SYS_GETPRIORITY, PRIO_PROCESS, pid, 0);
            if (result >= 0) niceness[0] = 20 - result;
            return Math.min(result, 0);
        }
        int result = (int) Libc.GETPRIORITY.raw(scratch, PRIO_PROCESS, pid, 0, 0, 0, 0);
        if (result == -1 && (scratch.errno() == Errno.ESRCH.number() || scratch.errno() == Errno.EINVAL.number())) return -scratch.errno();
        niceness[0] = result;
        return 0;
    }

    public static int setpriority(int pid, int niceness) {
        return Libc.SETPRIORITY.call(Scratch.current(), PRIO_PROCESS, pid, niceness, 0);
    }

    /** Identities are unsigned and their calls cannot fail, so an id of all ones is no error. */
    private static int id(Libc function) {
        return (int) function.raw(Scratch.current(), 0, 0, 0, 0, 0, 0);
    }
}
