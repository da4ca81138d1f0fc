package dev.barista.loop;

import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;

/** Receives datagrams. Called on the loop thread. */
public interface DatagramReader {
    /** A datagram came. The buffer is the loop's own and valid until this method returns. */
    void received(ByteBuf bytes, InetSocketAddress from);

    /** Receiving failed with a negative errno; it goes on. */
    void failed(int errno);
}
