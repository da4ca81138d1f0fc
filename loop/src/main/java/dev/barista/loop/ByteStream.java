package dev.barista.loop;

import io.netty.buffer.ByteBuf;
import java.util.function.IntConsumer;

/**
 * A two-way stream of bytes as its users see it: a connection, or a protocol in Java that has taken one over and speaks for it, such as
 * TLS. Loop thread only.
 *
 * <p>Errors are negative errnos. Callbacks come later, never from within the call that they were given to.
 */
public interface ByteStream {
    Loop loop();

    /** Begins to read, or goes on with another reader. @return 0 or an errno */
    int read(StreamReader reader);

    /** Stops reading, which holds the sender back. Harmless when stopped. */
    void pause();

    /** Whether it reads. */
    boolean reading();

    /** The bytes given to readers so far. */
    long bytesRead();

    /**
     * Writes what can be written at once, and nothing if other writes wait.
     *
     * @param bytes whose reader index moves; it stays the caller's
     * @return the number of bytes written, {@code EAGAIN} if it was none, or another errno
     */
    int tryWrite(ByteBuf bytes);

    /**
     * Writes all of the buffer after what was written before, and releases it.
     *
     * @param bytes heap or direct; not to be changed before {@code done}
     * @param done gets 0 or an errno, later; null for nothing
     */
    void write(ByteBuf bytes, IntConsumer done);

    /** As {@link #write(ByteBuf, IntConsumer)} without a callback: what goes wrong is seen by the next read. */
    default void write(ByteBuf bytes) {
        write(bytes, null);
    }

    /** Sends what is waiting now, as far as it is taken; calls back later. */
    void flush();

    /** The bytes that wait to be sent. */
    long writeQueueSize();

    /** The bytes sent so far. */
    long bytesWritten();

    /**
     * Ends the writing side when everything written has left.
     *
     * @param done gets 0 or an errno, later
     * @return 0 or an errno; {@code done} is not called then
     */
    int shutdown(IntConsumer done);

    /** The descriptor below; −1 when there is none. */
    int fd();

    /** Lets the stream keep the loop alive while it is active. */
    void ref();

    /** Lets the loop end although the stream is active. */
    void unref();

    /** Whether the stream is referenced. */
    boolean hasRef();

    /** Whether {@link #close} was called. */
    boolean closing();

    /** Closes the stream, once. @param onClosed called in the closing phase; null for nothing */
    void close(Runnable onClosed);
}
