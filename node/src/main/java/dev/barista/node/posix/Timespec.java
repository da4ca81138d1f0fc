package dev.barista.node.posix;

import java.nio.ByteBuffer;

/** Pairs of {@code struct timespec} for {@code utimensat} and {@code futimens}. */
final class Timespec {
    private Timespec() { }

    /** @param atime seconds since the epoch; {@code NaN} leaves the time, an infinity means now. {@code mtime} alike */
    static void put(ByteBuffer to, double atime, double mtime) {
        put(to, 0, atime);
        put(to, 16, mtime);
    }

    private static void put(ByteBuffer to, int at, double seconds) {
        if (Double.isNaN(seconds)) {
            to.putLong(at, 0).putLong(at + 8, Platform.UTIME_OMIT);
            return;
        }
        if (Double.isInfinite(seconds)) {
            to.putLong(at, 0).putLong(at + 8, Platform.UTIME_NOW);
            return;
        }
        long whole = (long) seconds;
        long nanoseconds = (long) ((seconds - whole) * 1e9);
        if (nanoseconds < 0) {
            nanoseconds += 1_000_000_000;
            whole--;
        }
        to.putLong(at, whole).putLong(at + 8, nanoseconds);
    }
}
