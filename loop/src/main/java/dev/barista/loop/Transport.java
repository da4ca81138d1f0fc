package dev.barista.loop;

/** The mechanism with which a loop waits for sockets. */
public enum Transport {
    /** The best one that this platform has. */
    AUTO,
    /** Linux epoll through Netty's native transport. */
    EPOLL,
    /** macOS and BSD kqueue through Netty's native transport. */
    KQUEUE,
    /** The JDK's selectors: every platform, but no Unix domain sockets below Netty's file descriptors. */
    NIO
}
