package dev.barista.node;

import dev.barista.node.messaging.PortEnd;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the threads of one program share: its main thread and its workers, each with an environment of its own. Any thread.
 */
public final class Program {
    private final AtomicInteger lastThreadId = new AtomicInteger();
    private final Map<String, List<PortEnd>> broadcasts = new ConcurrentHashMap<>();
    private final Map<Integer, PortEnd> mailboxes = new ConcurrentHashMap<>();
    private volatile Path cwd;
    private volatile int umask = -1;

    Program(Path cwd) {
        this.cwd = cwd;
    }

    /** A number for one more thread; the main thread is 0. */
    public int nextThreadId() {
        return lastThreadId.incrementAndGet();
    }

    /** The ends of the broadcast channels of a name. */
    public List<PortEnd> broadcast(String name) {
        return broadcasts.computeIfAbsent(name, n -> new CopyOnWriteArrayList<>());
    }

    /** Where threads post what is for another one, by its number: the far end of the channel that it listens to. */
    public Map<Integer, PortEnd> mailboxes() {
        return mailboxes;
    }

    Path cwd() {
        return cwd;
    }

    void cwd(Path directory) {
        cwd = directory;
    }

    int umask() {
        return umask;
    }

    void umask(int mask) {
        umask = mask;
    }
}
