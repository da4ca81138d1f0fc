package dev.barista.node.posix;

import java.util.ArrayList;
import java.util.List;

/**
 * The signals of the operating systems: the one table from which {@code os.constants.signals}, {@code process.kill} and
 * {@code process.on} take names and numbers. Rows are in the order in which Node lists them. Any thread.
 */
public enum Signals {
    //        linux darwin, −1 where a system lacks it
    SIGHUP(1,    1),
    SIGINT(2,    2),
    SIGQUIT(3,   3),
    SIGILL(4,    4),
    SIGTRAP(5,   5),
    SIGABRT(6,   6),
    SIGIOT(6,    6),
    SIGBUS(7,    10),
    SIGFPE(8,    8),
    SIGKILL(9,   9),
    SIGUSR1(10,  30),
    SIGSEGV(11,  11),
    SIGUSR2(12,  31),
    SIGPIPE(13,  13),
    SIGALRM(14,  14),
    SIGTERM(15,  15),
    SIGCHLD(17,  20),
    SIGSTKFLT(16, -1),
    SIGCONT(18,  19),
    SIGSTOP(19,  17),
    SIGTSTP(20,  18),
    SIGTTIN(21,  21),
    SIGTTOU(22,  22),
    SIGURG(23,   16),
    SIGXCPU(24,  24),
    SIGXFSZ(25,  25),
    SIGVTALRM(26, 26),
    SIGPROF(27,  27),
    SIGWINCH(28, 28),
    SIGIO(29,    23),
    SIGPOLL(29,  -1),
    SIGPWR(30,   -1),
    SIGINFO(-1,  29),
    SIGSYS(31,   12);

    private final int number;

    Signals(int linux, int darwin) {
        this.number = Platform.MACOS ? darwin : linux;
    }

    /** The number on this system. */
    public int number() {
        return number;
    }

    /** Those that this system has. */
    public static List<Signals> known() {
        List<Signals> known = new ArrayList<>();
        for (Signals signal : values()) if (signal.number > 0) known.add(signal);
        return known;
    }

    /** The first name of a number, or {@code null}. */
    public static Signals of(int number) {
        for (Signals signal : values()) if (signal.number == number && number > 0) return signal;
        return null;
    }
}
