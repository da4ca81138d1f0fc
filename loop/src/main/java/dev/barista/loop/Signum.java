package dev.barista.loop;

import java.util.Locale;

/** The signals of the operating systems by name and number; a system that lacks one has 0 there. Any thread. Source: {@code signal(7)}. */
public enum Signum {
    //        linux darwin windows
    SIGHUP(1,    1,  1),
    SIGINT(2,    2,  2),
    SIGQUIT(3,   3,  0),
    SIGILL(4,    4,  4),
    SIGTRAP(5,   5,  0),
    SIGABRT(6,   6,  22),
    SIGIOT(6,    6,  0),
    SIGBUS(7,    10, 0),
    SIGFPE(8,    8,  8),
    SIGKILL(9,   9,  9),
    SIGUSR1(10,  30, 0),
    SIGSEGV(11,  11, 11),
    SIGUSR2(12,  31, 0),
    SIGPIPE(13,  13, 0),
    SIGALRM(14,  14, 0),
    SIGTERM(15,  15, 15),
    SIGSTKFLT(16, 0, 0),
    SIGCHLD(17,  20, 0),
    SIGCONT(18,  19, 0),
    SIGSTOP(19,  17, 0),
    SIGTSTP(20,  18, 0),
    SIGTTIN(21,  21, 0),
    SIGTTOU(22,  22, 0),
    SIGURG(23,   16, 0),
    SIGXCPU(24,  24, 0),
    SIGXFSZ(25,  25, 0),
    SIGVTALRM(26, 26, 0),
    SIGPROF(27,  27, 0),
    SIGWINCH(28, 28, 28),
    SIGIO(29,    23, 0),
    SIGPOLL(29,  0,  0),
    SIGPWR(30,   0,  0),
    SIGSYS(31,   12, 0),
    SIGINFO(0,   29, 0),
    SIGEMT(0,    7,  0),
    SIGBREAK(0,  0,  21);

    private static final Signum[] ALL = values();
    private static final int SYSTEM = system();

    private final int[] numbers;

    Signum(int linux, int darwin, int windows) {
        numbers = new int[] {linux, darwin, windows};
    }

    /** This system's number, 0 where it lacks the signal. */
    public int number() {
        return numbers[SYSTEM];
    }

    /** The first signal of that number, or null. */
    public static Signum of(int number) {
        for (Signum signal : ALL) {
            if (number > 0 && signal.number() == number) return signal;
        }
        return null;
    }

    private static int system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") || name.startsWith("darwin") ? 1 : name.startsWith("windows") ? 2 : 0;
    }
}
