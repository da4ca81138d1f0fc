package dev.barista.loop;

/**
 * A signal taken away, for a while, from whoever handles it: for what must be told of it at once, while the loop stands still. The
 * last one of several has it. Any thread; a handle that begins or ends its watch meanwhile must not be for this signal.
 */
public final class SignalTakeover implements AutoCloseable {
    private final Signum signum;
    private final Runnable taken;

    /**
     * @param taken is called, on a thread of the JDK's, each time the signal comes; must not block
     * @throws IllegalArgumentException for a signal that the JVM keeps
     */
    public SignalTakeover(Signum signum, Runnable taken) {
        this.signum = signum;
        this.taken = taken;
        ProcessSignals.take(signum, this);
    }

    void taken() {
        taken.run();
    }

    /** Gives the signal back. */
    @Override
    public void close() {
        ProcessSignals.giveBack(signum, this);
    }
}
