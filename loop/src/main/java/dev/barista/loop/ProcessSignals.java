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

    /** The handles of one signal, and what took the signal before them. */
    private record Watch(Signum signum, Object before, List<SignalHandle> handles) {}

    /** Who has taken a signal away, the last one first, and what took it before them. */
    private static final Map<Signum, Deque<SignalTakeover>> TAKEN = new HashMap<>();
    private static final Map<Signum, Object> BEFORE_TAKEN = new HashMap<>();

    private ProcessSignals() {}

    /** Has a signal go to {@code taker} alone, until it gives it back or another one takes it. */
    static void take(Signum signum, SignalTakeover taker) {
        synchronized (WATCHES) {
            if (!TAKEN.containsKey(signum)) {
                BEFORE_TAKEN.put(signum, JdkSignal.handle(signum, JdkSignal.handler(signum, number -> toLastTaker(signum))));
                TAKEN.put(signum, new ArrayDeque<>());
            }
            TAKEN.get(signum).push(taker);
        }
    }

    static void giveBack(Signum signum, SignalTakeover taker) {
        synchronized (WATCHES) {
            Deque<SignalTakeover> takers = TAKEN.get(signum);
            takers.remove(taker);
            if (!takers.isEmpty()) return;
            TAKEN.remove(signum);
            JdkSignal.handle(signum, BEFORE_TAKEN.remove(signum));
        }
    }

    private static void toLastTaker(Signum signum) {
        synchronized (WATCHES) {
            Deque<SignalTakeover> takers = TAKEN.get(signum);
            if (takers != null) takers.element().taken();
        }
    }

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
            Watch watch = WATCHES.get(number);
            if (watch == null) {
                try {
                    Object before = JdkSignal.handle(signum, JdkSignal.handler(signum, ProcessSignals::raise));
                    watch = new Watch(signum, before, new ArrayList<>(1));
                } catch (IllegalArgumentException e) {
                    return Errno.ENOTSUP.code(); // the JVM's own word for a signal that it keeps
                }
                WATCHES.put(number, watch);
            }
            watch.handles.add(handle);
            return 0;
        }
    }

    static void remove(int number, SignalHandle handle) {
        synchronized (WATCHES) {
            Watch watch = WATCHES.get(number);
            watch.handles.remove(handle);
            if (!watch.handles.isEmpty()) return;
            JdkSignal.handle(watch.signum, watch.before);
            WATCHES.remove(number);
        }
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
            watch.handles.forEach(handle -> handle.deliver(number));
            return true;
        }
    }
}
