package dev.barista.node.http2;

/** Puts frames into octets: RFC 9113, sections 4.1 and 6. Loop thread only. */
final class FrameWriter {
    private static final int ALIGNMENT = 8;
    private static final int MOST_PADDING = 256;

    private final Http2Session session;

    FrameWriter(Http2Session session) {
        this.session = session;
    }

    private void frame(Output out, int payload, int type, int flags, int stream) {
        session.framesSent++;
        out.frame(payload, type, flags, stream);
    }

    /** A frame whose payload is known already. */
    void plain(Outgoing frame, Output out) {
        frame(out, frame.payload.length, frame.type, frame.flags, frame.stream);
        out.put(frame.payload, 0, frame.payload.length);
        out.cut();
    }

    void reset(int stream, int code, Output out) {
        frame(out, Integer.BYTES, Frames.RST_STREAM, 0, stream);
        out.int32(code);
        out.cut();
    }

    void windowUpdate(int stream, int count, Output out) {
        frame(out, Integer.BYTES, Frames.WINDOW_UPDATE, 0, stream);
        out.int32(count);
        out.cut();
    }

    void goaway(Outgoing frame, Output out) {
        frame(out, 2 * Integer.BYTES + frame.payload.length, Frames.GOAWAY, 0, 0);
        out.int32(frame.flags);
        out.int32(frame.code);
        out.put(frame.payload, 0, frame.payload.length);
        out.cut();
    }

    void headers(Outgoing frame, Output out) {
        HpackEncoder block = encode(frame.fields);
        int first = Math.min(block.length(), Frames.MOST_PAYLOAD);
        int padding = padding(first, Frames.MOST_PAYLOAD);
        int flags = frame.flags | (first == block.length() ? Frames.END_HEADERS : 0) | (padding > 0 ? Frames.PADDED : 0);
        frame(out, first + padding, Frames.HEADERS, flags, frame.stream);
        if (padding > 0) out.put(padding - 1);
        out.put(block.bytes(), 0, first);
        if (padding > 0) out.zeros(padding - 1);
        out.cut();
        continuations(frame.stream, block, first, out);
    }

    void promise(Outgoing frame, Output out) {
        HpackEncoder block = encode(frame.fields);
        int first = Math.min(block.length(), Frames.MOST_PAYLOAD - Integer.BYTES);
        frame(out, Integer.BYTES + first, Frames.PUSH_PROMISE, first == block.length() ? Frames.END_HEADERS : 0, frame.stream);
        out.int32(frame.promised.id);
        out.put(block.bytes(), 0, first);
        out.cut();
        continuations(frame.stream, block, first, out);
    }

    private HpackEncoder encode(FieldList fields) {
        HpackEncoder encoder = session.encoder;
        encoder.begin();
        for (int i = 0; i < fields.count(); i++) encoder.field(fields.name(i), fields.value(i), fields.sensitive(i));
        return encoder;
    }

    private void continuations(int stream, HpackEncoder block, int from, Output out) {
        for (int at = from; at < block.length(); ) {
            int count = Math.min(block.length() - at, Frames.MOST_PAYLOAD);
            frame(out, count, Frames.CONTINUATION, at + count == block.length() ? Frames.END_HEADERS : 0, stream);
            out.put(block.bytes(), at, count);
            out.cut();
            at += count;
        }
    }

    /** @param window for data and padding together @return how much of it was used */
    int data(Http2Stream stream, int count, int window, boolean last, Output out) {
        int most = (int) Math.min(Frames.MOST_PAYLOAD, session.remote.get(Settings.MAX_FRAME_SIZE));
        int padding = count == 0 ? 0 : padding(count, Math.min(window, most));
        int flags = (last ? Frames.END_STREAM : 0) | (padding > 0 ? Frames.PADDED : 0);
        frame(out, count + padding, Frames.DATA, flags, stream.id);
        out.cut();
        if (padding > 0) {
            out.put(padding - 1);
            out.cut();
        }
        if (stream.firstByteSent == 0 && count > 0) stream.firstByteSent = System.nanoTime();
        take(stream, count, out);
        if (padding > 1) {
            out.zeros(padding - 1);
            out.cut();
        }
        return count + padding;
    }

    private void take(Http2Stream stream, int count, Output out) {
        for (int left = count; ; ) {
            PendingWrite write = stream.writes.peekFirst();
            if (write == null || left == 0 && write.left() > 0) break;
            int part = Math.min(left, write.left());
            out.put(write.bytes, write.at, part);
            out.cut();
            write.at += part;
            left -= part;
            if (write.left() > 0) continue;
            stream.writes.pollFirst();
            if (write.request != null) out.finished(write);
        }
        stream.waiting -= count;
        stream.bytesSent += count;
        if (count > 0) session.events.dataTaken(count);
    }

    /** How many octets of padding a payload gets, the octet that says so included. */
    private int padding(int payload, int most) {
        return switch (session.options.padding()) {
            case SessionOptions.PADDING_ALIGNED -> {
                int over = (payload + Frames.HEADER_LENGTH) % ALIGNMENT;
                yield over == 0 ? 0 : Math.max(0, Math.min(ALIGNMENT - over, most - payload));
            }
            case SessionOptions.PADDING_MAX -> Math.max(0, Math.min(MOST_PADDING, most - payload));
            default -> 0;
        };
    }
}
