package dev.barista.node.fs;

import dev.barista.loop.Errno;
import dev.barista.loop.Loop;
import dev.barista.node.posix.Descriptors;
import dev.barista.node.posix.Inotify;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The kernel's news of files for one program: one {@code inotify} descriptor, read by a thread of its own that is started with the first
 * watch and ends with the program. Loop thread only.
 */
final class FileEvents {
    /** Gets the events of a watch, on the loop thread. */
    interface Listener {
        /**
         * @param watch the number that {@link FileEvents#add} gave
         * @param mask what happened, in {@link Inotify}'s bits
         * @param name the directory's entry that it happened to, or {@code null}: the watched file itself
         */
        void event(int watch, int mask, byte[] name);
    }

    private static final int BUFFER_BYTES = 64 << 10;
    private static final int EVENTS = Inotify.ATTRIB | Inotify.CREATE | Inotify.MODIFY | Inotify.DELETE | Inotify.DELETE_SELF
        | Inotify.MOVE_SELF | Inotify.MOVED_FROM | Inotify.MOVED_TO;

    private final Loop loop;
    private final Map<Integer, List<Listener>> listeners = new HashMap<>();
    private int fd = -1;
    private volatile boolean closed;

    FileEvents(Loop loop) {
        this.loop = loop;
    }

    /** @return a watch, or a negative errno; a file that is watched already gives the same watch */
    int add(byte[] path, Listener listener) {
        if (!Inotify.available()) return Errno.ENOSYS.code();
        if (fd < 0) {
            fd = Inotify.open();
            if (fd < 0) return fd;
            int opened = fd;
            Thread.ofPlatform().daemon().name("barista-inotify").start(() -> read(opened));
        }
        int watch = Inotify.add(fd, path, EVENTS);
        if (watch >= 0) listeners.computeIfAbsent(watch, _ -> new ArrayList<>()).add(listener);
        return watch;
    }

    void remove(int watch, Listener listener) {
        List<Listener> of = listeners.get(watch);
        if (of == null || !of.remove(listener) || !of.isEmpty()) return;
        listeners.remove(watch);
        Inotify.remove(fd, watch);
    }

    /** Ends the thread, which a last event wakes: a descriptor must not be closed under a read. */
    void close() {
        closed = true;
        if (fd < 0) return;
        byte[] root = "/".getBytes(StandardCharsets.US_ASCII);
        Inotify.remove(fd, Inotify.add(fd, root, Inotify.DELETE_SELF));
    }

    private void read(int from) {
        byte[] buffer = new byte[BUFFER_BYTES];
        while (!closed) {
            long n = Descriptors.read(from, Descriptors.CURRENT, ByteBuffer.wrap(buffer));
            if (n <= 0) break;
            if (closed) break;
            ByteBuffer events = ByteBuffer.wrap(java.util.Arrays.copyOf(buffer, (int) n)).order(ByteOrder.nativeOrder());
            loop.execute(() -> dispatch(events));
        }
        Descriptors.close(from);
    }

    /** {@code struct inotify_event}: watch 4, mask 4, cookie 4, name's length 4, name. */
    private void dispatch(ByteBuffer events) {
        while (events.remaining() >= Inotify.HEADER_BYTES) {
            int watch = events.getInt();
            int mask = events.getInt();
            events.getInt();
            int length = events.getInt();
            byte[] name = length == 0 ? null : name(events, length);
            List<Listener> of = listeners.get(watch);
            if (of == null) continue;
            if ((mask & Inotify.IGNORED) != 0) listeners.remove(watch);
            for (Listener listener : List.copyOf(of)) listener.event(watch, mask, name);
        }
    }

    private static byte[] name(ByteBuffer events, int length) {
        byte[] padded = new byte[length];
        events.get(padded);
        int end = 0;
        while (end < length && padded[end] != 0) end++;
        return java.util.Arrays.copyOf(padded, end);
    }
}
