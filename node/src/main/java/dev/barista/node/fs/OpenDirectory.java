package dev.barista.node.fs;

import dev.barista.node.posix.DirectoryEntries;
import java.util.ArrayList;
import java.util.List;

/** An open directory that JavaScript holds. One thread at a time; it blocks. */
final class OpenDirectory {
    private final byte[] path;
    private final DirectoryEntries entries;

    private OpenDirectory(byte[] path, DirectoryEntries entries) {
        this.path = path;
        this.entries = entries;
    }

    /** @return a {@link Result} that JavaScript hands back to the other operations, or a negative errno */
    static Object open(byte[] path) {
        Object opened = DirectoryEntries.open(path);
        if (!(opened instanceof DirectoryEntries entries)) return opened;
        OpenDirectory directory = new OpenDirectory(path, entries);
        Result result = values -> values.realm().wrap(directory);
        return result;
    }

    /** Up to {@code count} entries with their types as {@link Names}, none at the end; or a negative errno. */
    Object read(int count, boolean raw) {
        List<byte[]> names = new ArrayList<>();
        List<Integer> types = new ArrayList<>();
        while (names.size() < count) {
            Object next = entries.next();
            if (next == null) break;
            if (!(next instanceof DirectoryEntries.Entry e)) return next;
            names.add(e.name());
            types.add(Directories.type(path, e));
        }
        return new Names(names, types, null, raw);
    }

    int close() {
        return entries.close();
    }
}
