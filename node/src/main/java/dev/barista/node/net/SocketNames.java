package dev.barista.node.net;

import dev.barista.engine.JsObject;
import dev.barista.loop.Errno;
import java.net.Inet6Address;
import java.net.InetSocketAddress;

/** The addresses of sockets as JavaScript sees them: {@code {address, family, port}}. Loop thread only. */
public final class SocketNames {
    private SocketNames() {}

    /** Puts an address into an object. @return 0, or {@code ENOTCONN} where there is none */
    public static int describe(JsObject into, InetSocketAddress address) {
        if (address == null) return Errno.ENOTCONN.code();
        into.set("address", IpAddress.format(address.getAddress()));
        into.set("family", address.getAddress() instanceof Inet6Address ? "IPv6" : "IPv4");
        into.set("port", address.getPort());
        return 0;
    }
}
