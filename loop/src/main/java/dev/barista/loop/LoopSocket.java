package dev.barista.loop;

import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * One non-blocking socket or other descriptor, below the handles: system calls with negative errnos, and readiness. Loop thread
 * only.
 *
 * <p>Readiness is level-triggered: a socket that is ready and watched is reported in every poll phase.
 */
abstract class LoopSocket {
    /** Bits of {@link #watch}: wants to read or accept. */
    static final int READ = 1;

    /** Wants to write, or waits to be connected. */
    static final int WRITE = 2;

    /** Who is told that the socket is ready. */
    interface Owner {
        /** @param ops what is ready, of what is watched for */
        void ready(int ops);
    }

    Owner owner;

    /** What is watched for. */
    int interest;

    /** What is ready and not yet reported; the socket is then in the poller's queue. */
    int readiness;

    /** The socket that {@link #accept} took. */
    LoopSocket accepted;

    /** Watches for these bits, and for nothing else. */
    abstract void watch(int ops);

    /** @return bytes read to the buffer's writer index, {@code most} at most; {@code EAGAIN}, {@code EOF} or another errno */
    abstract int read(ByteBuf into, int most);

    /** @return bytes written of the buffer's readable part, without moving its index, {@code EAGAIN} or another errno */
    abstract int write(ByteBuf from);

    /** @return 0 or an errno */
    abstract int bind(SocketAddress address);

    /** @return 0 or an errno */
    abstract int listen(int backlog);

    /** Takes a connection, into {@link #accepted}. @return 0, {@code EAGAIN} or another errno */
    abstract int accept();

    /** Takes a connection and closes it, although descriptors have run out, so that it doesn't stay ready for ever. */
    abstract void refuse();

    /** Begins to connect. @return 0, or an errno; the outcome is {@link #connected} once it is ready to write */
    abstract int connect(SocketAddress address);

    /** How the connection attempt ended. @return 0 or an errno */
    abstract int connected();

    /** Sends the end of the stream. @return 0 or an errno */
    abstract int shutdown();

    /** The address bound to; null when there is none, or for a Unix domain socket. */
    abstract InetSocketAddress localAddress();

    /** The address connected to; null when there is none, or for a Unix domain socket. */
    abstract InetSocketAddress remoteAddress();

    /** The path bound to of a Unix domain socket; empty when it has none. */
    abstract String localPath();

    /** The path connected to of a Unix domain socket; empty when it has none. */
    abstract String remotePath();

    /** Whether addresses of this socket are IPv6 ones. */
    abstract boolean ipv6();

    /** Sets an option. @return 0 or an errno */
    abstract int option(SocketSetting option, int value);

    /** An option's value, or an errno. */
    abstract int option(SocketSetting option);

    /** The descriptor; −1 where the platform has none or it is closed. */
    abstract int descriptor();

    /** Has {@link #close} break the connection with a reset. @return 0 or an errno */
    abstract int resetOnClose();

    /** Ends the watch and closes the descriptor. Closing again is harmless. */
    abstract void close();
}
