package dev.barista.loop;

import java.util.function.IntConsumer;

/**
 * Watches for a signal sent to the process. Loop thread only.
 *
 * <p>Handles of several loops may watch the same signal: each is called. While one watches, the signal's earlier effect
 * (most often the end of the process) is suspended; it is back when the last one stops. The JVM keeps some signals to
 * itself: {@code SIGQUIT}, {@code SIGSEGV}, {@code SIGBUS}, {@code SIGFPE}, {@code SIGILL}. Source: libuv, {@code uv_signal_t}.
 */
public final class SignalHandle extends Handle {
    private IntConsumer callback;
    private int signum;
    private boolean oneShot;

    public SignalHandle(Loop loop) {
        super(loop);
    }

    @Override
    public String kind() {
        return "signal";
    }

    /** The signal watched for; 0 while stopped. */
    public int signum() {
        return signum;
    }

    /**
     * Begins to watch; a started handle changes to this signal and callback.
     *
     * @param callback gets the signal's number, in the poll phase, once for each delivery by the system
     * @return 0; {@code EINVAL} for a number that is no signal, or one that can't be caught, or if the handle is closing;
     *     {@code ENOTSUP} for a signal that the JVM keeps
     */
    public int start(int signum, IntConsumer callback) {
        return start(signum, callback, false);
    }

    /** As {@link #start}, but stops before its first call. Source: libuv, {@code uv_signal_start_oneshot}. */
    public int startOneShot(int signum, IntConsumer callback) {
        return start(signum, callback, true);
    }

    private int start(int signum, IntConsumer callback, boolean oneShot) {
        if (closing() || signum == 0) return Errno.EINVAL.code();
        if (signum != this.signum) {
            int errno = ProcessSignals.add(signum, this);
            if (errno != 0) return errno;
            if (this.signum != 0) ProcessSignals.remove(this.signum, this);
            this.signum = signum;
        }
        this.callback = callback;
        this.oneShot = oneShot;
        activate();
        return 0;
    }

    /** Ends the watch; a delivery that is on its way is dropped. Stopping a stopped handle is harmless. */
    public void stop() {
        if (signum == 0) return;
        ProcessSignals.remove(signum, this);
        signum = 0;
        callback = null;
        deactivate();
    }

    @Override
    protected void onClose() {
        stop();
    }

    /** Any thread. */
    void deliver(int number) {
        loop().post(new Inbox.Item() {
            @Override
            void run() {
                if (signum != number) return;
                IntConsumer call = callback;
                if (oneShot) stop();
                call.accept(number);
            }
        });
    }
}
