package dev.barista.loop;

/**
 * A signal taken away, for a while, from whoever handles it: for what must be told of it at once, while the loop stands still. Begun
 * and closed by one thread.
 */
public final class SignalTakeover implements AutoCloseable {
    private final Signum signum;
    private final Object before;

    /**
     * @param taken is called, on a thread of the JDK's, each time the signal comes
     * @throws IllegalArgumentException for a signal that the JVM keeps
     */
    public SignalTakeover(Signum signum, Runnable taken) {
        this.signum = signum;
        this.before = JdkSignal.handle(signum, JdkSignal.handler(signum, number -> taken.run()));
    }

    /** Gives the signal back. */
    @Override
    public void close() {
        JdkSignal.handle(signum, before);
    }
}
