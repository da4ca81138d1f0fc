package dev.barista.node.http2;

/** What a session tells whoever uses it, from within {@link Http2Session#receive} or {@link Http2Session#produce}. Loop thread only. */
interface SessionEvents {
    /** Whether another stream, or so many octets of its fields, may be kept. */
    boolean hasMemory(long octets);

    /** Whether the program wants to know of a setting without a name. */
    boolean keepsSetting(int id);

    /** A block of fields is whole. @param category see {@link HeaderBlock} */
    void headers(Http2Stream stream, int category, int flags, HeaderBlock block);

    /** The other side promises a stream. */
    void promised(Http2Stream parent, Http2Stream promised, int flags, HeaderBlock block);

    void data(Http2Stream stream, byte[] bytes, int offset, int length);

    /** The other side has ended a stream with a frame of DATA. */
    void ended(Http2Stream stream);

    void closed(Http2Stream stream, int code);

    /** All data of a stream has left, and its trailers are to be given now. */
    void trailersWanted(Http2Stream stream);

    /** So many octets of data have been put into frames. */
    void dataTaken(int count);

    void settings();

    void settingsAcknowledged();

    void ping(byte[] payload);

    void pingAcknowledged(byte[] payload);

    void goaway(int code, int lastStreamId, byte[] data);

    void altsvc(int stream, byte[] origin, byte[] value);

    void origins(byte[][] origins);

    /** A frame could not be sent. @param code of RFC 9113 */
    void notSent(int stream, int type, int code);

    /** The connection is over: the other side broke the rules. @param failure nghttp2's number */
    void failed(int failure);

    /** So many frames were no use that the limit is passed: the connection is over. */
    void tooManyInvalid();
}
