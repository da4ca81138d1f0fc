package dev.barista.engine;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.nodes.RootNode;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Keeps the engine's compiler from starting while a program does: to initialise it takes a core for half a second, which the program
 * itself needs more, and short programs end before it could be of use. What is to be compiled waits in the compiler's queue. Any thread.
 *
 * <p>The compiler's first task is its initialisation, which holds the monitor of the Truffle runtime. A thread that submits it while it
 * has that monitor, and keeps it, is what the compiler waits for.
 */
public final class CompilerHold {
    private static final String DIRECTIVES = "barista.compilerDirectives";

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final long patienceNanos;
    private final long latest;   // of System.nanoTime()
    private volatile long until;

    private CompilerHold(long patienceMillis, long mostMillis) {
        long now = System.nanoTime();
        this.patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        this.latest = now + TimeUnit.MILLISECONDS.toNanos(mostMillis);
        this.until = now + patienceNanos;
    }

    /**
     * Holds the compiler until {@link #release()}, or until the program has stopped loading, so that a program that computes before it
     * waits for anything is compiled too. To be called before the first realm of the JVM is made; later it has no effect.
     *
     * @param patienceMillis how long it is held from now on, and again from each {@link #loading()}
     * @param mostMillis     how long it is held at most
     */
    public static CompilerHold begin(long patienceMillis, long mostMillis) {
        CompilerHold hold = new CompilerHold(patienceMillis, mostMillis);
        Thread holder = new Thread(hold::run, "barista-compiler-hold");
        holder.setDaemon(true);
        holder.start();
        computeAhead();
        try {
            hold.begun.await();
        } catch (InterruptedException e) {
            hold.release();
            Thread.currentThread().interrupt();
        }
        return hold;
    }

    /**
     * What the next realm would wait for, done while this thread has to wait anyhow: the JDK raises 5 to a power of ten thousands of bits
     * when this class is initialised, and the engine's durations need it.
     */
    private static void computeAhead() {
        Objects.requireNonNull(BigDecimal.ZERO);
    }

    private void run() {
        try {
            synchronized (Truffle.getRuntime()) {
                RootNode.createConstantNode(0).getCallTarget();
                begun.countDown();
                for (long left; (left = until - System.nanoTime()) > 0;) {
                    if (released.await(left, TimeUnit.NANOSECONDS)) break;
                }
                addDirectives();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            begun.countDown();   // a runtime that can't be made is for the first realm to report
        }
    }

    /**
     * Gives the JVM's own compilers the directives that the launcher names, which concern the engine's compiler. Here, and not by the
     * JVM's flag for them, because with that it prints that it has read them.
     */
    private static void addDirectives() {
        String file = System.getProperty(DIRECTIVES);
        if (file == null) return;
        try {
            ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "compilerDirectivesAdd", new Object[] {new String[] {file}}, new String[] {String[].class.getName()});
        } catch (JMException e) {
            System.getLogger(CompilerHold.class.getName()).log(System.Logger.Level.WARNING, "compiler directives not read: " + file, e);
        }
    }

    /** The program is still being put together: it has just come to another of its files. */
    public void loading() {
        if (released.getCount() == 0) return;
        long later = System.nanoTime() + patienceNanos;
        until = later - latest > 0 ? latest : later;
    }

    /** Lets the compiler go. */
    public void release() {
        released.countDown();
    }
}
