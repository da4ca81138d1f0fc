package dev.barista.node.http2;

/** A frame, other than DATA, that waits to be sent. Fields are compressed when it leaves, as compression depends on the order. Loop thread only. */
final class Outgoing {
    final int type;
    final int stream;
    int flags;
    int code;
    byte[] payload;
    Http2Stream on;
    /** Of a promise: the stream that is promised. */
    Http2Stream promised;
    FieldList fields;
    /** Nothing is sent after it. */
    boolean last;
    /** It answers one of the other side's, who could ask for it without end. */
    boolean answer;

    Outgoing(int type, int stream) {
        this.type = type;
        this.stream = stream;
    }
}
