package dev.barista.loop;

/** The mechanism with which a loop waits for sockets. */
public enum Transport {
    /** The best one that this platform has. */
    AUTO,
    /** Linux epoll through Netty's native transport. */
    EPOLL,
    /** The JDK's channels and selectors, on every platform; they have no descriptors, and take none that is open. */
    NIO
}
