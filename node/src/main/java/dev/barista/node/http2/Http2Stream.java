package dev.barista.node.http2;

import dev.barista.engine.AsyncScope;
import java.util.ArrayDeque;

/** A stream of a session as the protocol sees it: RFC 9113, section 5. Loop thread only. */
final class Http2Stream {
    private static final int HALF = 2;
    /** A longer list of fields is taken for none at all. */
    private static final long MOST_FIELDS = (1 << 24) - 1;

    final Http2Session session;
    final int id;
    /** The other side opened it. */
    final boolean incoming;
    final Messaging messaging = new Messaging();
    /** In octets: the longest list of fields that it takes, as was settled when it began. */
    final long mostFields;

    // Where it is in its life.
    boolean reserved;
    /** It counts against the limit of concurrent streams. */
    boolean counted;
    boolean headersSent;
    boolean remoteEnded;
    boolean localEnded;
    boolean closed;
    /** A RST_STREAM waits to be sent. */
    boolean resetting;
    boolean gotHeaders;

    // What may be sent and received.
    int remoteWindow;
    int localWindow;
    int received;
    int consumed;
    int reduction;
    boolean updateQueued;

    // What is to be sent.
    final ArrayDeque<PendingWrite> writes = new ArrayDeque<>(HALF);
    long waiting;
    boolean ending;
    boolean wantsTrailers;
    boolean trailersAsked;
    boolean scheduled;

    // What the program has of it.
    Object owner;
    AsyncScope scope;
    boolean reading;
    int unread;
    boolean detached;

    // What performance observers are told.
    final long start = System.nanoTime();
    long firstHeader;
    long firstByte;
    long firstByteSent;
    long bytesSent;
    long bytesReceived;

    Http2Stream(Http2Session session, int id, boolean incoming) {
        this.session = session;
        this.id = id;
        this.incoming = incoming;
        this.mostFields = Math.min(session.local.get(Settings.MAX_HEADER_LIST_SIZE), MOST_FIELDS);
    }

    /** Whether DATA may be put into a frame now, were there no flow control. */
    boolean hasData() {
        return headersSent && !localEnded && !closed && !resetting && (waiting > 0 || ending && !trailersAsked);
    }

    /** Bytes of the other side's are here. @return false if they are more than was allowed */
    boolean receive(int count) {
        if (received > localWindow - count) return false;
        received += count;
        return true;
    }

    /** Whether so much has been used up that the other side should hear of it. */
    static boolean worthTelling(int window, int used) {
        return used > 0 && used >= window / HALF;
    }

    /** In nghttp2's numbers: idle 1, open 2, reserved 3 and 4, half closed 5 and 6, closed 7. */
    int state() {
        if (closed) return 7;
        if (reserved) return incoming ? 4 : 3;
        if (remoteEnded && localEnded) return 7;
        if (remoteEnded) return 6;
        if (localEnded) return 5;
        return headersSent || gotHeaders ? 2 : 1;
    }
}
