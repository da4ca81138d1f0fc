package dev.barista.loop;

/** What a socket speaks. Any thread. */
enum SocketKind {
    TCP4,
    TCP6,
    UDP4,
    UDP6,
    UNIX
}
