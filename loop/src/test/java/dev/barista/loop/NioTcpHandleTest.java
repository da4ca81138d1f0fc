package dev.barista.loop;

/** The same with the JDK's channels, as on systems without epoll. */
class NioTcpHandleTest extends TcpHandleTest {
    @Override
    Transport transport() {
        return Transport.NIO;
    }
}
