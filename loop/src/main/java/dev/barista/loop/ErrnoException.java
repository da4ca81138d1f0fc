package dev.barista.loop;

/** Carries a negative errno out of an operation that returns something else. It never leaves the loop's own code. */
final class ErrnoException extends Exception {
    private final int errno;

    ErrnoException(int errno) {
        super(Errno.of(errno).name(), null, false, false);
        this.errno = errno;
    }

    /** Negative. */
    int errno() {
        return errno;
    }
}
