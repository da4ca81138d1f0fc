package dev.barista.node.http2;

import java.util.Arrays;

/**
 * Takes frames out of octets and gives them to their handlers: RFC 9113, section 4. Loop thread only.
 *
 * <p>Data is handed on as it comes; other frames when they are whole. What is kept of one that is not is no more than the largest frame that
 * this side takes.
 */
final class Incoming {
    private static final int AT_PREFACE = 0;
    private static final int AT_HEADER = 1;
    private static final int AT_PAYLOAD = 2;
    private static final int IN_DATA = 3;

    private final Http2Session session;
    private final ControlFrames control;
    private final HeaderFrames headers;
    private int state;
    private boolean settingsSeen;

    // The frame under way.
    private final byte[] header = new byte[Frames.HEADER_LENGTH];
    private int headerLength;
    private int length;
    private int type;
    private int flags;
    private int id;
    private byte[] payload = {};
    private int payloadLength;

    // DATA under way.
    private Http2Stream stream;
    private int padding = -1;
    private int left;

    Incoming(Http2Session session) {
        this.session = session;
        this.headers = new HeaderFrames(session);
        this.control = new ControlFrames(session);
        this.state = session.server ? AT_PREFACE : AT_HEADER;
    }

    void read(byte[] bytes, int offset, int count) {
        int at = offset;
        int end = offset + count;
        while (at < end && !session.terminating()) {
            at = switch (state) {
                case AT_PREFACE -> preface(bytes, at, end);
                case AT_HEADER -> header(bytes, at, end);
                case AT_PAYLOAD -> payload(bytes, at, end);
                default -> data(bytes, at, end);
            };
        }
    }

    private int preface(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && headerLength < Frames.PREFACE.length) {
            if (bytes[at++] != Frames.PREFACE[headerLength++]) {
                session.fail(ErrorCode.ERR_BAD_CLIENT_MAGIC);
                return end;
            }
        }
        if (headerLength == Frames.PREFACE.length) next();
        return at;
    }

    private void next() {
        headerLength = 0;
        payloadLength = 0;
        state = AT_HEADER;
    }

    private int header(byte[] bytes, int from, int end) {
        int part = Math.min(Frames.HEADER_LENGTH - headerLength, end - from);
        System.arraycopy(bytes, from, header, headerLength, part);
        headerLength += part;
        if (headerLength == Frames.HEADER_LENGTH) begin();
        return from + part;
    }

    private void begin() {
        length = Frames.uint24(header, 0);
        type = header[3] & 0xff;
        flags = header[4] & 0xff;
        id = Frames.int32(header, 5) & Frames.STREAM_ID;
        if (!settingsSeen && (type != Frames.SETTINGS || (flags & Frames.ACK) != 0)) {
            session.fail(ErrorCode.ERR_PROTO);
            return;
        }
        settingsSeen = true;
        if (length > session.local.get(Settings.MAX_FRAME_SIZE)) {
            session.fail(ErrorCode.ERR_FRAME_SIZE_ERROR);
            return;
        }
        if (headers.underWay() != (type == Frames.CONTINUATION) || headers.underWay() && id != headers.id()) {
            session.fail(ErrorCode.ERR_PROTO);
            return;
        }
        session.framesReceived++;
        if (type == Frames.DATA) {
            beginData();
        } else if (length == 0) {
            whole(header, 0);
        } else {
            state = AT_PAYLOAD;
        }
    }

    private int payload(byte[] bytes, int from, int end) {
        if (payloadLength == 0 && end - from >= length) {
            whole(bytes, from);
            return from + length;
        }
        int part = Math.min(length - payloadLength, end - from);
        if (payload.length < payloadLength + part) payload = Arrays.copyOf(payload, Math.min(length, Math.max(2 * payload.length, payloadLength + part)));
        System.arraycopy(bytes, from, payload, payloadLength, part);
        payloadLength += part;
        if (payloadLength == length) whole(payload, 0);
        return from + part;
    }

    private void whole(byte[] bytes, int at) {
        next();
        switch (type) {
            case Frames.HEADERS -> headers.headers(bytes, at, length, flags, id);
            case Frames.PUSH_PROMISE -> headers.promise(bytes, at, length, flags, id);
            case Frames.CONTINUATION -> headers.continuation(bytes, at, length, flags);
            default -> control.frame(type, flags, id, bytes, at, length);
        }
        if (payload.length > Frames.MOST_PAYLOAD) payload = new byte[0];
    }

    // DATA: RFC 9113, section 6.1

    private void beginData() {
        if (id == 0 || session.isIdle(id)) {
            session.fail(ErrorCode.ERR_PROTO);
            return;
        }
        stream = session.stream(id);
        if (stream != null && stream.remoteEnded && !stream.resetting) {
            session.fail(ErrorCode.ERR_STREAM_CLOSED);
            return;
        }
        if (stream != null && !stream.resetting && (stream.reserved || !stream.gotHeaders)) {
            session.fail(ErrorCode.ERR_PROTO);
            return;
        }
        left = length;
        padding = 0;
        if ((flags & Frames.PADDED) != 0) {
            if (length == 0) {
                session.fail(ErrorCode.ERR_FRAME_SIZE_ERROR);
                return;
            }
            padding = -1;
        }
        if (!take(length)) return;
        state = IN_DATA;
        if (length == 0) endData();
    }

    /** Counts a frame against the windows. @return false if the connection is over */
    private boolean take(int count) {
        if (session.received > session.localWindow - count) {
            session.fail(ErrorCode.ERR_FLOW_CONTROL);
            return false;
        }
        session.received += count;
        if (stream == null || stream.resetting) {
            // Nobody will use it up.
            stream = null;
        } else if (!stream.receive(count)) {
            session.submitReset(stream, ErrorCode.FLOW_CONTROL_ERROR);
            stream = null;
        }
        return true;
    }

    private int data(byte[] bytes, int from, int end) {
        int at = from;
        if (padding < 0) {
            padding = bytes[at++] & 0xff;
            left--;
            used(1);
            if (padding > left) {
                session.fail(ErrorCode.ERR_PROTO);
                return end;
            }
        }
        int body = Math.min(left - padding, end - at);
        if (body > 0) {
            left -= body;
            body(bytes, at, body);
            at += body;
        }
        int rest = left <= padding ? Math.min(left, end - at) : 0;
        if (rest > 0) {
            left -= rest;
            padding -= rest;
            used(rest);
            at += rest;
        }
        if (left == 0 && !session.terminating()) endData();
        return at;
    }

    private void used(int count) {
        session.consumeConnection(count);
        if (stream != null) session.consumeStream(stream, count);
    }

    private void body(byte[] bytes, int at, int count) {
        session.consumeConnection(count);
        Http2Stream to = stream;
        if (to == null || to.closed || to.resetting) return;
        if (!to.messaging.data(count)) {
            session.invalid();
            session.submitReset(to, ErrorCode.PROTOCOL_ERROR);
            return;
        }
        if (to.firstByte == 0) to.firstByte = System.nanoTime();
        to.bytesReceived += count;
        session.events.data(to, bytes, at, count);
    }

    private void endData() {
        next();
        Http2Stream to = stream;
        stream = null;
        boolean last = (flags & Frames.END_STREAM) != 0;
        // Frames that neither bring anything nor end anything are a way to keep a receiver busy.
        if (length == 0 && !last) session.invalid();
        if (!last || to == null || to.closed || to.resetting || session.terminating()) return;
        if (!to.messaging.ended()) {
            session.invalid();
            session.submitReset(to, ErrorCode.PROTOCOL_ERROR);
            return;
        }
        to.remoteEnded = true;
        session.events.ended(to);
        session.closeIfEnded(to);
    }
}
