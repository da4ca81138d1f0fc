package dev.barista.node.http2;

/** A write of the program's to a stream: bytes that wait for their frames. Loop thread only. */
final class PendingWrite {
    final Http2Stream stream;
    final byte[] bytes;
    int at;
    final int end;
    /** What the program is told when the write is done; null for nothing. */
    final Object request;

    /** @param bytes not to be changed before the write is done */
    PendingWrite(Http2Stream stream, byte[] bytes, int offset, int length, Object request) {
        this.stream = stream;
        this.bytes = bytes;
        this.at = offset;
        this.end = offset + length;
        this.request = request;
    }

    int left() {
        return end - at;
    }
}
