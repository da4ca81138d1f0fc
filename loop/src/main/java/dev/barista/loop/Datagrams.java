package dev.barista.loop;

import io.netty.buffer.ByteBuf;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** What a datagram socket does besides what every {@link LoopSocket} does. Loop thread only. */
interface Datagrams {
    /**
     * Sends the readable part as one datagram.
     *
     * @param to null on a connected socket
     * @return 0, {@code EAGAIN} or another errno
     */
    int send(ByteBuf bytes, InetSocketAddress to);

    /** Receives a datagram at the buffer's writer index; what doesn't fit is lost. @return 0, {@code EAGAIN} or another errno */
    int receive(ByteBuf into);

    /** Whom the last {@link #receive} was from. */
    InetSocketAddress sender();

    /** Ends a connection. @return 0 or an errno */
    int disconnect();

    /**
     * Joins or leaves a multicast group.
     *
     * @param local IPv4: the interface's address, null for the system's choice
     * @param index IPv6: the interface's number, 0 for the system's choice
     * @param source the only sender to hear, or null for all
     */
    int membership(InetAddress group, InetAddress local, int index, InetAddress source, boolean join);

    /** The interface that multicast leaves by: IPv4 by its address, IPv6 by its number. @return 0 or an errno */
    int multicastInterface(InetAddress local, int index);
}
