package dev.barista.node.http2;

import java.nio.charset.StandardCharsets;

/** Types, flags and sizes of frames: RFC 9113, sections 4 and 6; RFC 7838 and RFC 8336 for the last two types. Any thread. */
final class Frames {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int PRIORITY = 2;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PUSH_PROMISE = 5;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;
    static final int ALTSVC = 10;
    static final int ORIGIN = 12;

    static final int END_STREAM = 1;
    static final int ACK = 1;
    static final int END_HEADERS = 4;
    static final int PADDED = 8;
    static final int HAS_PRIORITY = 0x20;

    static final int HEADER_LENGTH = 9;
    static final int SETTING_LENGTH = 6;
    static final int PRIORITY_LENGTH = 5;
    static final int PING_LENGTH = 8;

    /** The most payload of a frame that any receiver takes. */
    static final int MOST_PAYLOAD = 16384;
    static final int MOST_WINDOW = Integer.MAX_VALUE;
    static final int FIRST_WINDOW = 65535;
    static final int STREAM_ID = Integer.MAX_VALUE;

    /** What a client sends first. */
    static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final int OCTET = 0xff;

    private Frames() {}

    static int uint16(byte[] b, int at) {
        return (b[at] & OCTET) << 8 | b[at + 1] & OCTET;
    }

    static int uint24(byte[] b, int at) {
        return uint16(b, at) << 8 | b[at + 2] & OCTET;
    }

    static int int32(byte[] b, int at) {
        return uint16(b, at) << 16 | uint16(b, at + 2);
    }

    static long uint32(byte[] b, int at) {
        return int32(b, at) & 0xffff_ffffL;
    }
}
