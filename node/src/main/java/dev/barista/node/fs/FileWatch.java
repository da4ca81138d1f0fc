package dev.barista.node.fs;

import dev.barista.loop.Handle;
import dev.barista.loop.Loop;
import dev.barista.node.posix.DirectoryEntries;
import dev.barista.node.posix.Inotify;
import dev.barista.node.posix.PathBytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The watching of a file, a directory, or a directory with all below it. Loop thread only. Source: libuv, {@code uv_fs_event_t}. */
final class FileWatch extends Handle implements FileEvents.Listener {
    /** Gets what happened, on the loop thread. */
    interface Listener {
        /** @param renamed whether a name came or went; else contents or attributes changed */
        void changed(boolean renamed, byte[] name);
    }

    private static final byte[] HERE = {};
    private static final int CHANGES = Inotify.ATTRIB | Inotify.MODIFY;
    private static final int BORN = Inotify.CREATE | Inotify.MOVED_TO;

    private final FileEvents events;
    private final Reach reach;
    private final Listener listener;
    /** The kernel's watches, and what each is of: a directory below {@link #root}, or the root itself. */
    private final Map<Integer, byte[]> watches = new HashMap<>();
    private byte[] root;
    private boolean recursive;

    /** @param reach what below the watched directory may be watched, too */
    FileWatch(Loop loop, FileEvents events, Reach reach, Listener listener) {
        super(loop);
        this.events = events;
        this.reach = reach;
        this.listener = listener;
    }

    @Override
    public String kind() {
        return "fs_event";
    }

    /** @return 0, or a negative errno */
    int start(byte[] path, boolean withContents) {
        root = path;
        recursive = withContents && Directories.isDirectory(path);
        int watch = events.add(path, this);
        if (watch < 0) return watch;
        watches.put(watch, HERE);
        activate();
        if (recursive) watchBelow(HERE, false);
        return 0;
    }

    /** Watches the directories below one, which may vanish meanwhile. @param tell whether what is found is news */
    private void watchBelow(byte[] directory, boolean tell) {
        List<byte[]> found = new ArrayList<>();
        collect(directory, found);
        if (tell) found.forEach(name -> listener.changed(true, name));
    }

    private void collect(byte[] directory, List<byte[]> found) {
        byte[] path = full(directory);
        if (!(Directories.entries(path) instanceof List<?> entries)) return;
        for (Object o : entries) {
            var e = (DirectoryEntries.Entry) o;
            byte[] name = below(directory, e.name());
            if (!reach.includes(full(name))) continue;
            found.add(name);
            if (Directories.type(path, e) != DirectoryEntries.DIRECTORY) continue;
            int watch = events.add(full(name), this);
            if (watch < 0) continue;
            watches.put(watch, name);
            collect(name, found);
        }
    }

    private byte[] full(byte[] name) {
        return name.length == 0 ? root : PathBytes.join(root, name);
    }

    private static byte[] below(byte[] directory, byte[] name) {
        return directory.length == 0 ? name : PathBytes.join(directory, name);
    }

    @Override
    public void event(int watch, int mask, byte[] name) {
        byte[] directory = watches.get(watch);
        if (directory == null) return;
        if ((mask & Inotify.IGNORED) != 0) watches.remove(watch);
        // What happens to a directory below is told by the one it is in.
        if (directory.length > 0 && name == null) return;
        byte[] shown = name == null ? lastName(root) : below(directory, name);
        boolean onDirectory = recursive && name != null && (mask & Inotify.IS_DIRECTORY) != 0;
        if (onDirectory && (mask & Inotify.MOVED_FROM) != 0) forget(shown);
        boolean born = onDirectory && (mask & BORN) != 0 && reach.includes(full(shown));
        if (born) {
            int added = events.add(full(shown), this);
            if (added >= 0) watches.put(added, shown);
        }
        listener.changed((mask & ~CHANGES & ~Inotify.IS_DIRECTORY) != 0, shown);
        if (born && !closing()) watchBelow(shown, true);
    }

    /** Ends the watches of a directory that was moved away, and of those below it. */
    private void forget(byte[] directory) {
        String prefix = PathBytes.decode(directory) + "/";
        watches.entrySet().removeIf(watch -> {
            boolean gone = (PathBytes.decode(watch.getValue()) + "/").startsWith(prefix);
            if (gone) events.remove(watch.getKey(), this);
            return gone;
        });
    }

    private static byte[] lastName(byte[] path) {
        int end = path.length;
        while (end > 1 && path[end - 1] == '/') end--;
        int begin = end;
        while (begin > 0 && path[begin - 1] != '/') begin--;
        return java.util.Arrays.copyOfRange(path, begin, end);
    }

    @Override
    protected void onClose() {
        watches.keySet().forEach(watch -> events.remove(watch, this));
        watches.clear();
    }
}
