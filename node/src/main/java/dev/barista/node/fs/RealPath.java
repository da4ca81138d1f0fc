package dev.barista.node.fs;

import dev.barista.node.posix.FileStatus;
import dev.barista.node.posix.PathBytes;
import dev.barista.node.posix.Posix;
import java.util.Arrays;

/** {@code fs.realpath}: as the C library's, but its errors name the part of the path that failed. Any thread; it blocks. */
final class RealPath {
    private static final int MAX_LINKS = 40;

    private RealPath() { }

    /** @return the path's bytes, a negative errno, or {@link Failure} */
    static Object of(byte[] path) {
        Object found = Posix.realpath(path.length == 0 ? new byte[] {'/'} : path);
        return found instanceof Integer errno ? failedAt(path, errno) : found;
    }

    private static Object failedAt(byte[] path, int errno) {
        long[] status = new long[FileStatus.LENGTH];
        for (int end = 1; end <= path.length; end++) {
            if (end < path.length && path[end] != '/') continue;
            byte[] part = Arrays.copyOf(path, end);
            int result = FileStatus.lstat(part, status);
            if (result < 0) return new Failure(result, "lstat", part);
            result = FileStatus.stat(part, status);
            if (result < 0) return new Failure(result, "stat", part);
        }
        return followed(path, errno);
    }

    /** Where links lead that name no file, as those of {@code /proc} do to pipes and sockets. */
    private static Object followed(byte[] path, int errno) {
        byte[] at = path;
        for (int links = 0; links < MAX_LINKS; links++) {
            if (!(Posix.readlink(at) instanceof byte[] target)) return links == 0 ? errno : (Object) at;
            at = target.length > 0 && target[0] == '/' ? target : PathBytes.join(parent(at), target);
        }
        return errno;
    }

    private static byte[] parent(byte[] path) {
        int end = path.length - 1;
        while (end > 0 && path[end] != '/') end--;
        return Arrays.copyOf(path, end);
    }
}
