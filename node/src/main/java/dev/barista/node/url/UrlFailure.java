package dev.barista.node.url;

/** The input is no URL: the parser's "return failure". Carries nothing and costs nothing. */
final class UrlFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** The only one: it has no stack and no state. */
    static final UrlFailure INVALID = new UrlFailure();

    private UrlFailure() {
        super("invalid URL", null, false, false);
    }
}
