package dev.barista;

/** The runtime itself failed, as opposed to the program in it. */
public final class BaristaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BaristaException(String message, Throwable cause) {
        super(message, cause);
    }
}
