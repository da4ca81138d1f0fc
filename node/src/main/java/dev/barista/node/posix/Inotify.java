package dev.barista.node.posix;

/** {@code inotify(7)}: news of files and directories through a descriptor that is read. Linux only. Any thread. */
public final class Inotify {
    public static final int MODIFY = 0x2;
    public static final int ATTRIB = 0x4;
    public static final int MOVED_FROM = 0x40;
    public static final int MOVED_TO = 0x80;
    public static final int CREATE = 0x100;
    public static final int DELETE = 0x200;
    public static final int DELETE_SELF = 0x400;
    public static final int MOVE_SELF = 0x800;
    /** In an event: more came than the kernel could keep. */
    public static final int OVERFLOW = 0x4000;
    /** In an event: the watch is gone. */
    public static final int IGNORED = 0x8000;
    /** In an event: it is about a directory. */
    public static final int IS_DIRECTORY = 0x40000000;

    /** What an event takes before its name. */
    public static final int HEADER_BYTES = 16;

    private Inotify() { }

    /** Whether this system has it. */
    public static boolean available() {
        return Platform.LINUX;
    }

    /** @return a descriptor, or a negative errno */
    public static int open() {
        return Libc.INOTIFY_INIT1.call(Scratch.current(), Platform.O_CLOEXEC);
    }

    /** @return the watch, the same for the same file; or a negative errno */
    public static int add(int fd, byte[] path, int events) {
        Scratch scratch = Scratch.current();
        long at = scratch.path(path);
        return at < 0 ? (int) at : Libc.INOTIFY_ADD_WATCH.call(scratch, fd, at, events, 0);
    }

    /** Ends a watch; an event with {@link #IGNORED} follows. @return 0, or a negative errno */
    public static int remove(int fd, int watch) {
        return Libc.INOTIFY_RM_WATCH.call(Scratch.current(), fd, watch);
    }
}
