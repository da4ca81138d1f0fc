package dev.barista.node.http2;

/**
 * Numbers for what went wrong. Any thread.
 *
 * <p>The codes of RFC 9113, section 7, go over the wire. The negative ones are told to JavaScript: they and their texts are nghttp2's, which
 * programs know from Node.
 */
final class ErrorCode {
    static final int NO_ERROR = 0;
    static final int PROTOCOL_ERROR = 1;
    static final int INTERNAL_ERROR = 2;
    static final int FLOW_CONTROL_ERROR = 3;
    static final int SETTINGS_TIMEOUT = 4;
    static final int STREAM_CLOSED = 5;
    static final int FRAME_SIZE_ERROR = 6;
    static final int REFUSED_STREAM = 7;
    static final int CANCEL = 8;
    static final int COMPRESSION_ERROR = 9;
    static final int ENHANCE_YOUR_CALM = 11;

    static final int ERR_INVALID_ARGUMENT = -501;
    static final int ERR_PROTO = -505;
    static final int ERR_STREAM_ID_NOT_AVAILABLE = -509;
    static final int ERR_STREAM_CLOSED = -510;
    static final int ERR_INVALID_STREAM_STATE = -514;
    static final int ERR_FRAME_SIZE_ERROR = -522;
    static final int ERR_HEADER_COMP = -523;
    static final int ERR_FLOW_CONTROL = -524;
    static final int ERR_INTERNAL = -534;
    static final int ERR_TOO_MANY_SETTINGS = -537;
    static final int ERR_TOO_MANY_CONTINUATIONS = -538;
    static final int ERR_CALLBACK_FAILURE = -902;
    static final int ERR_BAD_CLIENT_MAGIC = -903;
    static final int ERR_FLOODED = -904;

    private ErrorCode() {}

    /** What the other side is told of a failure. */
    static int onWire(int failure) {
        return switch (failure) {
            case ERR_STREAM_CLOSED -> STREAM_CLOSED;
            case ERR_FRAME_SIZE_ERROR -> FRAME_SIZE_ERROR;
            case ERR_HEADER_COMP -> COMPRESSION_ERROR;
            case ERR_FLOW_CONTROL -> FLOW_CONTROL_ERROR;
            case ERR_TOO_MANY_SETTINGS, ERR_TOO_MANY_CONTINUATIONS, ERR_FLOODED -> ENHANCE_YOUR_CALM;
            case ERR_INTERNAL, ERR_CALLBACK_FAILURE -> INTERNAL_ERROR;
            default -> PROTOCOL_ERROR;
        };
    }
}
