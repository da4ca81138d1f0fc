package dev.barista.node.http2;

/**
 * The limits that a session keeps to. Any thread.
 *
 * @param strictBlanks whether fields whose values begin or end with a blank are left out
 * @param padding one of {@link #PADDING_NONE}, {@link #PADDING_ALIGNED}, {@link #PADDING_MAX}
 * @param resetBurst how many streams in a row the other side may reset
 * @param resetRate how many streams a second the other side may reset
 */
record SessionOptions(int maxDeflateTable, long maxSendHeaderBlock, long peerMaxConcurrentStreams, long maxReservedRemoteStreams, int padding,
        int maxHeaderPairs, int maxSettings, long maxInvalidFrames, long maxRejectedStreams, boolean strictBlanks, double resetBurst,
        double resetRate) {
    static final int PADDING_NONE = 0;
    static final int PADDING_ALIGNED = 1;
    static final int PADDING_MAX = 2;

    private static final int LEAST_REQUEST_PAIRS = 4;
    private static final long DEFAULT_SEND_HEADER_BLOCK = 65536;
    private static final long DEFAULT_STREAMS = 100;
    private static final long DEFAULT_RESERVED = 200;
    private static final int DEFAULT_PAIRS = 128;
    private static final int DEFAULT_SETTINGS = 32;
    private static final long DEFAULT_INVALID = 1000;
    private static final long DEFAULT_REJECTED = 100;
    private static final double DEFAULT_RESET_BURST = 1000;
    private static final double DEFAULT_RESET_RATE = 33;

    static SessionOptions defaults() {
        return new SessionOptions(HpackEncoder.DEFAULT_TABLE_SIZE, DEFAULT_SEND_HEADER_BLOCK, DEFAULT_STREAMS, DEFAULT_RESERVED, PADDING_NONE,
                DEFAULT_PAIRS, DEFAULT_SETTINGS, DEFAULT_INVALID, DEFAULT_REJECTED, true, DEFAULT_RESET_BURST, DEFAULT_RESET_RATE);
    }

    /** A message needs its pseudo-headers, whatever the limit. */
    int headerPairs(boolean server) {
        return Math.max(maxHeaderPairs, server ? LEAST_REQUEST_PAIRS : 1);
    }
}
