package dev.barista.node.worker_threads;

import dev.barista.engine.JsFunction;
import dev.barista.loop.AsyncHandle;
import dev.barista.loop.LoopMetrics;
import dev.barista.node.Callback;
import dev.barista.node.Environment;
import dev.barista.node.EnvironmentOptions;
import dev.barista.node.HandleOwner;
import dev.barista.node.Milestone;
import dev.barista.node.ProgramThread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Set;

/**
 * A worker as the thread that started it sees it: an environment on a thread of its own, which it makes and closes there. It keeps the
 * starter's loop alive until it has ended, unless it is unreferenced. Loop thread of the starter only, but for what says otherwise.
 */
final class WorkerThread {
    private static final int STOPPED = 1;
    private static final int FAILED = 70;
    private static final long STACK_BYTES_PER_MEGABYTE = 16L << 20;   // a frame takes that much more of Java's stack than of V8's
    private static final long LEAST_STACK_BYTES = 4L << 20;
    private static final long MOST_STACK_BYTES = 1L << 30;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long MICRO = 1000;

    private final EnvironmentOptions options;
    private final ProgramThread role;
    private final AsyncHandle ended;
    private final Callback onExit;
    private final Thread thread;
    private final Set<WorkerThread> running;
    private Environment environment;   // guarded by this
    private boolean stopped;           // guarded by this
    private volatile int exitCode;

    /**
     * @param running the starter's workers, of which it is one while it runs
     * @param onExit is called with the exit code
     */
    WorkerThread(Environment starter, Set<WorkerThread> running, EnvironmentOptions options, ProgramThread role, double stackMegabytes,
            JsFunction onExit) {
        this.options = options;
        this.role = role;
        this.running = running;
        this.onExit = starter.callback(onExit);
        this.ended = new AsyncHandle(starter.loop(), this::ended);
        HandleOwner unseen = () -> null;   // Node's list of what keeps a program alive tells nothing of workers
        ended.data(unseen);
        long stack = Math.clamp((long) (stackMegabytes * STACK_BYTES_PER_MEGABYTE), LEAST_STACK_BYTES, MOST_STACK_BYTES);
        this.thread = new Thread(null, this::run, "barista-worker-" + role.id(), stack);
        thread.setDaemon(true);
    }

    private void ended() {
        running.remove(this);
        onExit.call(exitCode);
        ended.close();
    }

    int id() {
        return role.id();
    }

    void start() {
        running.add(this);
        thread.start();
    }

    /** Gives up a worker that was never started. */
    void discard() {
        role.program().closeMailbox(role.id());
        ended.close();
    }

    void ref(boolean referenced) {
        if (ended.closing()) return;
        if (referenced) ended.ref();
        else ended.unref();
    }

    /** @return whether it keeps the loop alive; {@code null} once it has ended */
    Boolean hasRef() {
        return ended.closing() ? null : ended.hasRef();
    }

    private void run() {
        exitCode = FAILED;
        try (Environment env = new Environment(options, role)) {
            exitCode = begin(env) ? env.run() : 0;
            if (end(env)) exitCode = STOPPED;
        } catch (Error e) {
            if (!isStopped()) throw e;   // else the realm was closed by force under what its thread still did
            exitCode = STOPPED;
        } finally {
            role.program().closeMailbox(role.id());
            ended.send();
        }
    }

    /** @return false: it was stopped before it had begun */
    private synchronized boolean begin(Environment env) {
        environment = env;
        return !stopped;
    }

    /** @return whether it was stopped by force */
    private synchronized boolean end(Environment env) {
        environment = null;
        return env.terminated();
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    /** Stops it wherever it is; returns at once. */
    synchronized void stop() {
        if (stopped) return;
        stopped = true;
        Environment env = environment;
        if (env == null) return;
        Thread.ofPlatform().daemon().name(thread.getName() + "-stop").start(env::terminate);   // it waits until the worker is out
    }

    /** Waits until the thread has ended. */
    void join() throws InterruptedException {
        thread.join();
    }

    /** Milliseconds since its loop started, and those of them that it has waited; {@code null} before it has started. */
    synchronized double[] loopTimes() {
        if (environment == null) return null;
        long started = environment.milestoneNanos(Milestone.LOOP_START);
        if (started == 0) return null;
        LoopMetrics metrics = environment.loop().metrics();
        return new double[] {(System.nanoTime() - started) / NANOS_PER_MILLI, metrics.idleTime() / NANOS_PER_MILLI};
    }

    /** Microseconds of user and system time of its thread. */
    long[] cpuTimes() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long user = Math.max(0, threads.getThreadUserTime(thread.threadId()));
        long all = Math.max(user, threads.getThreadCpuTime(thread.threadId()));
        return new long[] {user / MICRO, (all - user) / MICRO};
    }
}
