package dev.barista.node.fs;

import dev.barista.loop.Errno;
import dev.barista.node.posix.DirectoryEntries;
import dev.barista.node.posix.FileStatus;
import dev.barista.node.posix.PathBytes;
import dev.barista.node.posix.Posix;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Operations on directories as wholes: listing, making with parents, removing with contents. Any thread; they block. */
final class Directories {
    /** Listing of directories below: none; first those of a level, through links; deepest first, links alone not followed. */
    static final int FLAT = 0;
    static final int LEVELS = 1;
    static final int DEPTH = 2;

    private static final Comparator<DirectoryEntries.Entry> BY_NAME =
        Comparator.comparing(DirectoryEntries.Entry::name, Arrays::compareUnsigned);

    private Directories() { }

    /** @return the entries as a List sorted by name, or an Integer, a negative errno */
    static Object entries(byte[] path) {
        Object opened = DirectoryEntries.open(path);
        if (!(opened instanceof DirectoryEntries directory)) return opened;
        List<DirectoryEntries.Entry> entries = new ArrayList<>();
        Object next;
        while ((next = directory.next()) instanceof DirectoryEntries.Entry e) entries.add(e);
        directory.close();
        if (next != null) return next;
        entries.sort(BY_NAME);
        return entries;
    }

    /** @return {@link Names}, or a negative errno */
    static Object list(byte[] path, boolean raw, boolean typed) {
        Object found = entries(path);
        if (!(found instanceof List<?> entries)) return found;
        List<byte[]> names = new ArrayList<>(entries.size());
        List<Integer> types = typed ? new ArrayList<>(entries.size()) : null;
        for (Object o : entries) {
            var e = (DirectoryEntries.Entry) o;
            names.add(e.name());
            if (typed) types.add(type(path, e));
        }
        return new Names(names, types, null, raw);
    }

    /**
     * @param order {@link #LEVELS} or {@link #DEPTH}
     * @param reach which directories below may be listed
     * @return {@link Names}: paths below {@code path}, or with types names and where they are; a negative errno; {@link Failure};
     *         or {@link Denied}
     */
    static Object listTree(byte[] path, boolean typed, int order, Reach reach) {
        List<byte[]> names = new ArrayList<>();
        List<Integer> types = typed ? new ArrayList<>() : null;
        List<byte[]> parents = typed ? new ArrayList<>() : null;
        ArrayDeque<byte[]> todo = new ArrayDeque<>(List.of(new byte[0]));
        while (!todo.isEmpty()) {
            byte[] below = order == LEVELS ? todo.pollFirst() : todo.pollLast();
            byte[] directory = below.length == 0 ? path : PathBytes.join(path, below);
            Object found = entries(directory);
            if (!(found instanceof List<?> entries)) return below.length == 0 ? found : new Failure((int) found, "scandir", directory);
            for (Object o : entries) {
                var e = (DirectoryEntries.Entry) o;
                byte[] relative = below.length == 0 ? e.name() : PathBytes.join(below, e.name());
                int type = type(directory, e);
                names.add(typed ? e.name() : relative);
                if (typed) types.add(type);
                if (typed) parents.add(below);
                boolean follows = order == LEVELS || !typed;
                byte[] full = PathBytes.join(path, relative);
                if (type != DirectoryEntries.DIRECTORY && !(follows && type == DirectoryEntries.LINK && isDirectory(full))) continue;
                if (!reach.includes(full)) return reach.denied(full);
                todo.addLast(relative);
            }
        }
        return new Names(names, types, parents, false);
    }

    static int type(byte[] directory, DirectoryEntries.Entry e) {
        if (e.type() != DirectoryEntries.UNKNOWN) return e.type();
        long[] status = new long[FileStatus.LENGTH];
        int result = FileStatus.lstat(PathBytes.join(directory, e.name()), status);
        return result < 0 ? DirectoryEntries.UNKNOWN : DirectoryEntries.typeOfMode((int) status[FileStatus.MODE]);
    }

    static boolean isDirectory(byte[] path) {
        long[] status = new long[FileStatus.LENGTH];
        return FileStatus.stat(path, status) == 0 && FileStatus.type(status) == FileStatus.S_IFDIR;
    }

    /** The first directory that had to be made: its path as far as it was given. */
    record FirstMade(byte[] path) implements Result {
        @Override
        public Object toJs(Values values) {
            return Values.text(path);
        }
    }

    /**
     * Makes a directory and those above it that are missing.
     *
     * @param given the path as the program wrote it: the end of {@code path}, unless its dots were taken from it
     * @param reach which directories above may be made
     * @return {@link FirstMade}, {@code null} where it was there, a negative errno, {@link Failure}, or {@link Denied}
     */
    static Object makeAll(byte[] path, byte[] given, int mode, Reach reach) {
        int prefix = endsWith(path, given) ? path.length - given.length : 0;
        ArrayDeque<byte[]> todo = new ArrayDeque<>(List.of(path));
        byte[] first = null;
        while (!todo.isEmpty()) {
            byte[] next = todo.pollLast();
            int result = Posix.mkdir(next, mode);
            if (result == 0) {
                if (first == null) first = next;
            } else if (result == Errno.ENOENT.code()) {
                byte[] parent = parent(next);
                // A relative path begins in a directory that is there, or there is no path at all.
                if (parent.length == next.length || parent.length < prefix) return result;
                if (!reach.includes(parent)) return reach.denied(parent);
                todo.addLast(next);
                todo.addLast(parent);
            } else if (result != Errno.EEXIST.code() && !isDirectory(next)) {
                return result;
            } else if (!isDirectory(next)) {
                return todo.isEmpty() ? result : Errno.ENOTDIR.code();
            }
        }
        if (first == null) return null;
        return new FirstMade(first.length > prefix ? Arrays.copyOfRange(first, prefix, first.length) : first);
    }

    private static boolean endsWith(byte[] path, byte[] end) {
        int from = path.length - end.length;
        return from >= 0 && Arrays.equals(path, from, path.length, end, 0, end.length);
    }

    private static byte[] parent(byte[] path) {
        int end = path.length - 1;
        while (end > 0 && path[end] != '/') end--;
        return end <= 0 ? path : Arrays.copyOf(path, end);
    }

    /**
     * Removes a file, or a directory with all that it holds.
     *
     * @param reach what may be removed below
     * @return 0, {@link Failure} or {@link Denied}
     */
    static Object removeTree(byte[] path, Reach reach) {
        int result = Posix.unlink(path);
        if (result == 0 || result == Errno.ENOENT.code()) return 0;
        boolean maybeDirectory = result == Errno.EISDIR.code() || result == Errno.EPERM.code();
        if (!maybeDirectory || !isOwnDirectory(path)) return new Failure(result, "unlink", path);
        result = Posix.rmdir(path);
        if (result == 0 || result == Errno.ENOENT.code()) return 0;
        if (result != Errno.ENOTEMPTY.code() && result != Errno.EEXIST.code()) return new Failure(result, "rmdir", path);
        Object found = entries(path);
        if (!(found instanceof List<?> entries)) return new Failure((int) found, "scandir", path);
        for (Object o : entries) {
            byte[] below = PathBytes.join(path, ((DirectoryEntries.Entry) o).name());
            Object removed = reach.includes(below) ? removeTree(below, reach) : reach.denied(below);
            if (!removed.equals(0)) return removed;
        }
        result = Posix.rmdir(path);
        return result == 0 || result == Errno.ENOENT.code() ? (Object) 0 : new Failure(result, "rmdir", path);
    }

    private static boolean isOwnDirectory(byte[] path) {
        long[] status = new long[FileStatus.LENGTH];
        return FileStatus.lstat(path, status) == 0 && FileStatus.type(status) == FileStatus.S_IFDIR;
    }
}
