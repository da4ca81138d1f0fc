package dev.barista.node.http;

/** What {@link HttpParser} tells its owner, from within {@link HttpParser#execute}. Loop thread only. */
public interface HttpEvents {
    /** What the owner knows about a message that the message itself does not say. */
    enum Verdict {
        /** The body is as the head says. */
        BODY,
        /** There is no body, whatever the head says: the answer to a HEAD request. */
        NO_BODY,
        /** Another protocol follows right after the head. */
        UPGRADE,
        /** The request asks for another protocol, and will not get it: it is one like any other. */
        NO_UPGRADE
    }

    /** The first byte of a message has come. */
    void messageBegin();

    Verdict headersComplete(Head head);

    /** A part of the body; the array is only lent. */
    void body(byte[] buf, int offset, int length);

    /** @param trailers the fields behind a chunked body */
    void messageComplete(Fields trailers);
}
