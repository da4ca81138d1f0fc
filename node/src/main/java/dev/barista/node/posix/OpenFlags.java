package dev.barista.node.posix;

/** What the flags of an {@code open(2)} ask for. Any thread. */
public final class OpenFlags {
    private static final int ACCESS = Platform.O_RDONLY | Platform.O_WRONLY | Platform.O_RDWR;
    private static final int CHANGES = Platform.O_CREAT | Platform.O_TRUNC | Platform.O_APPEND;

    private OpenFlags() { }

    public static boolean reads(int flags) {
        return (flags & ACCESS) != Platform.O_WRONLY;
    }

    /** Whether the file may be made or changed, be it only by the opening. */
    public static boolean writes(int flags) {
        return (flags & ACCESS) != Platform.O_RDONLY || (flags & CHANGES) != 0;
    }
}
