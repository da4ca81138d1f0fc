package dev.barista.loop;

/** The socket options that handles set, whatever the system calls them. Any thread. */
enum SocketSetting {
    NO_DELAY,
    KEEP_ALIVE,
    /** Seconds of silence before the first probe. */
    KEEP_IDLE,
    /** Seconds between probes. */
    KEEP_INTERVAL,
    /** Probes without an answer before the connection counts as lost. */
    KEEP_COUNT,
    REUSE_ADDRESS,
    REUSE_PORT,
    IPV6_ONLY,
    SEND_BUFFER,
    RECEIVE_BUFFER,
    BROADCAST,
    TTL,
    MULTICAST_TTL,
    MULTICAST_LOOP
}
