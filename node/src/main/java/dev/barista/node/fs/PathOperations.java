package dev.barista.node.fs;

import dev.barista.node.posix.CopyFile;
import dev.barista.node.posix.Descriptors;
import dev.barista.node.posix.FileStatus;
import dev.barista.node.posix.FileSystemStatus;
import dev.barista.node.posix.Posix;
import java.util.Arrays;

/** Makes the operations on what files are called and what is known of them. Any thread. */
final class PathOperations {
    private PathOperations() { }

    interface StatusCall {
        int on(byte[] path, long[] status);
    }

    interface DescriptorCall {
        int on(int fd);
    }

    interface PathCall {
        int on(byte[] path);
    }

    interface IntCall {
        int on(byte[] path, int value);
    }

    interface PathsCall {
        int on(byte[] first, byte[] second);
    }

    interface NameCall {
        Object on(byte[] path);
    }

    interface OwnerCall {
        int on(byte[] path, int uid, int gid);
    }

    interface TimesCall {
        int on(byte[] path, double atime, double mtime);
    }

    static Operation status(StatusCall call, byte[] path, boolean big) {
        return () -> {
            long[] status = new long[FileStatus.LENGTH];
            int result = call.on(path, status);
            return result < 0 ? (Object) result : statusResult(status, big);
        };
    }

    static Operation fstat(int fd, boolean big) {
        return status((_, status) -> FileStatus.fstat(fd, status), null, big);
    }

    private static Result statusResult(long[] status, boolean big) {
        return big ? v -> v.bigInts(status) : v -> v.status(status);
    }

    static Operation statfs(byte[] path, boolean big) {
        return () -> {
            long[] status = new long[FileSystemStatus.LENGTH];
            int result = FileSystemStatus.statfs(path, status);
            if (result < 0) return result;
            Result found = big ? v -> v.bigInts(status) : v -> v.numbers(status);
            return found;
        };
    }

    static Operation access(byte[] path, int mode) {
        return () -> mode == 0 && PlainFiles.exists(path) ? 0 : Posix.access(path, mode);
    }

    static Operation onDescriptor(int fd, DescriptorCall call) {
        return () -> call.on(fd);
    }

    static Operation onPath(byte[] path, PathCall call) {
        return () -> call.on(path);
    }

    static Operation withInt(byte[] path, int value, IntCall call) {
        return () -> call.on(path, value);
    }

    static Operation onPaths(byte[] first, byte[] second, PathsCall call) {
        return () -> call.on(first, second);
    }

    static Operation copyFile(byte[] from, byte[] to, int flags) {
        return () -> CopyFile.copy(from, to, flags);
    }

    static Operation name(byte[] path, boolean raw, NameCall call) {
        return () -> named(call.on(path), raw);
    }

    /** The result begins as it was given. */
    static Operation mkdtemp(byte[] prefix, byte[] given, boolean raw) {
        return () -> {
            Object made = Posix.mkdtemp(prefix);
            if (!(made instanceof byte[] name)) return made;
            byte[] shown = Arrays.copyOf(given, given.length + name.length - prefix.length);
            System.arraycopy(name, prefix.length, shown, given.length, shown.length - given.length);
            return named(shown, raw);
        };
    }

    private static Object named(Object found, boolean raw) {
        if (!(found instanceof byte[] name)) return found;
        Result result = v -> v.name(name, raw);
        return result;
    }

    static Operation own(byte[] path, int uid, int gid, OwnerCall call) {
        return () -> call.on(path, uid, gid);
    }

    static Operation touch(byte[] path, double atime, double mtime, TimesCall call) {
        return () -> call.on(path, atime, mtime);
    }

    static Operation fchmod(int fd, int mode) {
        return () -> Descriptors.fchmod(fd, mode);
    }

    static Operation fchown(int fd, int uid, int gid) {
        return () -> Descriptors.fchown(fd, uid, gid);
    }

    static Operation futimes(int fd, double atime, double mtime) {
        return () -> Descriptors.futimes(fd, atime, mtime);
    }

    static Operation ftruncate(int fd, long length) {
        return () -> Descriptors.ftruncate(fd, length);
    }

    static Operation makeAll(byte[] path, byte[] given, int mode, Reach reach) {
        return () -> Directories.makeAll(path, given, mode, reach);
    }

    static Operation removeTree(byte[] path, Reach reach) {
        return () -> Directories.removeTree(path, reach);
    }

    static Operation readdir(byte[] path, boolean raw, boolean typed) {
        return () -> Directories.list(path, raw, typed);
    }

    static Operation readdirTree(byte[] path, boolean typed, int order, Reach reach) {
        return () -> Directories.listTree(path, typed, order, reach);
    }

    static Operation opendir(byte[] path) {
        return () -> OpenDirectory.open(path);
    }

    static Operation dirRead(OpenDirectory directory, int count, boolean raw) {
        return () -> directory.read(count, raw);
    }
}
