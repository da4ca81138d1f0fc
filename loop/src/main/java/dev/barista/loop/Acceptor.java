package dev.barista.loop;

/** Receives the connections of a listening handle. Called on the loop thread. */
public interface Acceptor<H extends StreamHandle> {
    /** A client connected. The handle is the receiver's, which starts to read from it and closes it. */
    void accepted(H client);

    /** A connection could not be taken; listening goes on. */
    void failed(int errno);
}
