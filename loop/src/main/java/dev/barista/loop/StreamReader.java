package dev.barista.loop;

import io.netty.buffer.ByteBuf;

/** Receives what a stream brings. Called on the loop thread. */
public interface StreamReader {
    /**
     * Some bytes came. The buffer is the loop's own: its content is valid until this method returns, and it is neither kept
     * nor released. What is left in it is not offered again.
     */
    void read(ByteBuf bytes);

    /** The most bytes to be given at once: for readers that can't keep what they have no room for. Asked before each read. */
    default int room() {
        return Integer.MAX_VALUE;
    }

    /**
     * Nothing more will come; reading has stopped.
     *
     * @param errno {@link Errno#EOF} when the other side ended the stream, or the negative errno that broke it
     */
    void ended(int errno);
}
