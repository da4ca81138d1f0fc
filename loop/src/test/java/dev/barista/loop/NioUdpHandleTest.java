package dev.barista.loop;

/** The same with the JDK's channels, as on systems without epoll. */
class NioUdpHandleTest extends UdpHandleTest {
    @Override
    Transport transport() {
        return Transport.NIO;
    }
}
