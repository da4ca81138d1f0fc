package dev.barista.node.http;

/** Start line and header fields of one message, and what follows from them. Immutable; any thread. */
public final class Head extends Fields {
    private final int versionMajor;
    private final int versionMinor;
    private final int method;
    private final int status;
    private final int textStart;
    private final int textEnd;
    private final boolean upgrade;
    private final boolean keepAlive;
    private final boolean bodyless;

    Head(byte[] bytes, int[] marks, int count, boolean folded, StartLineParser line, Framing framing, boolean upgrade, boolean keepAlive) {
        super(bytes, marks, count, folded);
        this.versionMajor = line.major;
        this.versionMinor = line.minor;
        this.method = line.method;
        this.status = line.status;
        this.textStart = line.textStart;
        this.textEnd = line.textEnd;
        this.upgrade = upgrade;
        this.keepAlive = keepAlive;
        this.bodyless = method >= 0 && !framing.chunked && !framing.transferEncoding && framing.contentLength == 0;
    }

    public int versionMajor() {
        return versionMajor;
    }

    public int versionMinor() {
        return versionMinor;
    }

    /** The number of the request's method in {@link Methods}; -1 in a response. */
    public int methodNumber() {
        return method;
    }

    /** The request's method, as {@code GET}. */
    public String method() {
        return Methods.name(method);
    }

    /** The request's target as it was sent. */
    public String url() {
        return text(textStart, textEnd);
    }

    /** The response's status code; 0 in a request. */
    public int status() {
        return status;
    }

    /** The response's reason phrase. */
    public String statusMessage() {
        return text(textStart, textEnd);
    }

    /** Whether this is a request that announces no body. */
    boolean bodyless() {
        return bodyless;
    }

    /** Whether what follows the message is another protocol, if the receiver agrees. */
    public boolean upgrade() {
        return upgrade;
    }

    /** Whether the connection may carry another message after this one. */
    public boolean keepAlive() {
        return keepAlive;
    }
}
