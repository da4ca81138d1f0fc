package dev.barista.node;

/** Unwinds the loop thread to end the program; JavaScript's {@code catch} and {@code finally} do not see it. */
final class Exit extends Error {
    private static final long serialVersionUID = 1L;

    private final int code;

    Exit(int code) {
        super("exit " + code, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }
}
