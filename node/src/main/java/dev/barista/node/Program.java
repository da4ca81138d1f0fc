package dev.barista.node;

import dev.barista.node.locks.LockTable;
import dev.barista.node.messaging.PortEnd;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the threads of one program share: its main thread and its workers, each with an environment of its own. Any thread.
 */
public final class Program {
    private static final double MILLIS = 1e3;
    private static final double NANOS_PER_MILLI = 1e6;

    private final AtomicInteger lastThreadId = new AtomicInteger();
    private final Map<String, List<PortEnd>> broadcasts = new ConcurrentHashMap<>();
    private final List<Runnable> asyncWaiters = new CopyOnWriteArrayList<>();
    private final Map<Integer, PortEnd[]> mailboxes = new ConcurrentHashMap<>();
    private final LockTable locks = new LockTable();
    private final long startedNanos = System.nanoTime();
    private double timeOrigin;   // guarded by this
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

    /** What threads that wait for shared memory to change have called when another has notified them. */
    List<Runnable> asyncWaiters() {
        return asyncWaiters;
    }

    /** The named locks that its threads share. */
    public LockTable locks() {
        return locks;
    }

    /**
     * The channel on which a thread gets messages from any other, from before it starts: first its own end, then the one to post to.
     */
    public PortEnd[] openMailbox(int threadId) {
        return mailboxes.computeIfAbsent(threadId, id -> PortEnd.pair());
    }

    /** A thread's channel as {@link #openMailbox} gave it, {@code null} if there is no such thread. */
    public PortEnd[] mailbox(int threadId) {
        return mailboxes.get(threadId);
    }

    /** The thread has ended; what it did not read is lost. */
    public void closeMailbox(int threadId) {
        PortEnd[] ends = mailboxes.remove(threadId);
        if (ends == null) return;
        for (PortEnd end : ends) end.close();
    }

    /** When it began, on {@link System#nanoTime}'s clock. */
    public long startedNanos() {
        return startedNanos;
    }

    /** When it began, in milliseconds of the system's clock with a fraction: the same for all its threads. */
    public synchronized double timeOrigin() {
        if (timeOrigin == 0) {
            Instant now = Instant.now();
            timeOrigin = now.getEpochSecond() * MILLIS + (now.getNano() - (System.nanoTime() - startedNanos)) / NANOS_PER_MILLI;
        }
        return timeOrigin;
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
