package dev.barista.loop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the process does with signals: which handles want them, and what was done before. Any thread.
 *
 * <p>It is static because a process has one table of signal dispositions, whatever the number of loops in it.
 */
public final class ProcessSignals {
    private static final Map<Integer, Watch> WATCHES = new HashMap<>();

    /** The handles of one signal, who takes it from them, the last first, and what had the signal before all of them. */
    private record Watch(Signum signum, Object before, List<SignalHandle> handles, Deque<Taken> takers) {
        boolean unused() {
            return handles.isEmpty() && takers.isEmpty();
        }
    }

    /** A signal that somebody has taken from the process's handles, until it is closed. */
    public static final class Taken implements AutoCloseable {
        private final int number;
        private final Runnable call;

        private Taken(int number, Runnable call) {
            this.number = number;
            this.call = call;
        }

        /** Gives the signal back. */
        @Override
        public void close() {
            synchronized (WATCHES) {
                Watch watch = WATCHES.get(number);
                watch.takers.remove(this);
                giveBack(number, watch);
            }
        }
    }

    private ProcessSignals() {}

    /**
     * Has the system end the process at these signals, as it does with a program that knows nothing of them.
     *
     * @return those that the process was started to ignore, as a shell starts jobs in the background: the JDK leaves them so
     */
    public static List<Signum> defaultAction(Signum... signals) {
        List<Signum> ignored = new ArrayList<>(0);
        for (Signum signal : signals) {
            if (signal.number() != 0 && JdkSignal.handle(signal, JdkSignal.DEFAULT) == JdkSignal.IGNORED) ignored.add(signal);
        }
        return ignored;
    }

    /** @return 0, {@code EINVAL} or {@code ENOTSUP} */
    static int add(int number, SignalHandle handle) {
        Signum signum = Signum.of(number);
        if (signum == null || signum == Signum.SIGKILL || signum == Signum.SIGSTOP) return Errno.EINVAL.code();
        if (signum == Signum.SIGBUS) return Errno.ENOTSUP.code(); // the JVM would allow it, and crash at the end of a mapped file
        synchronized (WATCHES) {
            try {
                watch(signum).handles.add(handle);
            } catch (IllegalArgumentException e) {
                return Errno.ENOTSUP.code(); // the JVM's own word for a signal that it keeps
            }
            return 0;
        }
    }

    /**
     * Takes a signal from the handles that watch for it, for as long as something has to be interrupted at once and not in the loop.
     *
     * @param call on a thread of the JDK's; it returns soon
     * @throws IllegalArgumentException for a signal that the JVM keeps
     */
    public static Taken take(Signum signum, Runnable call) {
        synchronized (WATCHES) {
            Taken taken = new Taken(signum.number(), call);
            watch(signum).takers.push(taken);
            return taken;
        }
    }

    private static Watch watch(Signum signum) {
        Watch watch = WATCHES.get(signum.number());
        if (watch != null) return watch;
        Object before = JdkSignal.handle(signum, JdkSignal.handler(signum, ProcessSignals::raise));
        watch = new Watch(signum, before, new ArrayList<>(1), new ArrayDeque<>(1));
        WATCHES.put(signum.number(), watch);
        return watch;
    }

    static void remove(int number, SignalHandle handle) {
        synchronized (WATCHES) {
            Watch watch = WATCHES.get(number);
            watch.handles.remove(handle);
            giveBack(number, watch);
        }
    }

    private static void giveBack(int number, Watch watch) {
        if (!watch.unused()) return;
        JdkSignal.handle(watch.signum, watch.before);
        WATCHES.remove(number);
    }

    /**
     * Delivers a signal that the process sends to itself: handles have it when this returns, as they do after {@code kill(2)} to oneself.
     * The JVM would hand it to them from a thread of its own, some time later.
     *
     * @return whether a handle wants the signal; where none does, nothing has happened
     */
    public static boolean raise(int number) {
        synchronized (WATCHES) {
            Watch watch = WATCHES.get(number);
            if (watch == null) return false;
            if (watch.takers.isEmpty()) watch.handles.forEach(handle -> handle.deliver(number));
            else watch.takers.getFirst().call.run();
            return true;
        }
    }
}
