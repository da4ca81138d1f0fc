package dev.barista.node.http2;

/** Blocks of fields that the other side sends: RFC 9113, sections 6.2, 6.6 and 6.10. Loop thread only. */
final class HeaderFrames implements HpackDecoder.Sink {
    /** A block in more frames than this is a way to keep a receiver busy. */
    private static final int MOST_CONTINUATIONS = 8;

    private final Http2Session session;
    private final HeaderBlock block = new HeaderBlock();
    private boolean underWay;
    private int id;

    HeaderFrames(Http2Session session) {
        this.session = session;
    }

    /** Whether nothing but the block's next frame may come. */
    boolean underWay() {
        return underWay;
    }

    int id() {
        return id;
    }

    void headers(byte[] bytes, int from, int length, int flags, int id) {
        int at = from;
        int end = from + length;
        if (id == 0) {
            session.fail(ErrorCode.ERR_PROTO);
            return;
        }
        if ((flags & Frames.PADDED) != 0) {
            if (length == 0) {
                session.fail(ErrorCode.ERR_FRAME_SIZE_ERROR);
                return;
            }
            end -= bytes[at++] & 0xff;
        }
        if ((flags & Frames.HAS_PRIORITY) != 0) at += Frames.PRIORITY_LENGTH;
        if (at > end) {
            session.fail(ErrorCode.ERR_PROTO);
            return;
        }
        boolean own = (flags & Frames.HAS_PRIORITY) != 0 && (Frames.int32(bytes, at - Frames.PRIORITY_LENGTH) & Frames.STREAM_ID) == id;
        if (own) {
            session.fail(ErrorCode.ERR_PROTO);
            return;
        }
        this.id = id;
        if (begin(id, flags)) take(bytes, at, end - at, flags);
    }

    /** Finds out what a block is for. @return false if the connection is over */
    private boolean begin(int id, int flags) {
        Http2Stream stream = session.stream(id);
        if (stream == null) return session.opensLocally(id) || !session.server ? unknown(id, flags) : request(id, flags);
        if (stream.resetting) {
            block.begin(null, HeaderBlock.HEADERS, flags);
        } else if (stream.remoteEnded && !(stream.reserved && stream.incoming)) {
            return fail(ErrorCode.ERR_STREAM_CLOSED);
        } else if (stream.reserved && stream.incoming) {
            stream.reserved = false;
            stream.counted = true;
            session.reservedIncoming--;
            session.openIncoming++;
            block.begin(stream, HeaderBlock.PUSH_RESPONSE, flags);
        } else if (!session.server && (!stream.gotHeaders || stream.messaging.awaitsFinal())) {
            block.begin(stream, stream.gotHeaders ? HeaderBlock.HEADERS : HeaderBlock.RESPONSE, flags);
        } else {
            block.begin(stream, HeaderBlock.HEADERS, flags);
        }
        return true;
    }

    private boolean unknown(int id, int flags) {
        if (session.isIdle(id)) return fail(ErrorCode.ERR_PROTO);
        block.begin(null, HeaderBlock.HEADERS, flags);
        return true;
    }

    private boolean request(int id, int flags) {
        if (!session.isIdle(id) || session.goawaySent && id > session.lastTold) {
            session.lastReceivedId = Math.max(session.lastReceivedId, id);
            block.begin(null, HeaderBlock.HEADERS, flags);
            return true;
        }
        session.lastReceivedId = id;
        if (session.openIncoming >= session.local.get(Settings.MAX_CONCURRENT_STREAMS)) return fail(ErrorCode.ERR_PROTO);
        boolean pending = !session.unacknowledged.isEmpty()
                && session.openIncoming >= session.unacknowledged.peekLast().get(Settings.MAX_CONCURRENT_STREAMS);
        if (pending || !session.events.hasMemory(HpackDecoder.DEFAULT_TABLE_SIZE)) {
            block.begin(null, HeaderBlock.REQUEST, flags);
            session.refuse(id, pending ? ErrorCode.REFUSED_STREAM : ErrorCode.ENHANCE_YOUR_CALM);
            if (pending) session.invalid();
            else session.rejected();
            return !session.terminating();
        }
        Http2Stream stream = session.newStream(id, true);
        stream.counted = true;
        session.openIncoming++;
        session.lastProcessedId = id;
        block.begin(stream, HeaderBlock.REQUEST, flags);
        return true;
    }

    void promise(byte[] bytes, int from, int length, int flags, int id) {
        int at = from;
        int end = from + length;
        if (id == 0 || session.server || session.local.get(Settings.ENABLE_PUSH) == 0 || !session.opensLocally(id) || session.isIdle(id)) {
            session.fail(ErrorCode.ERR_PROTO);
            return;
        }
        if ((flags & Frames.PADDED) != 0 && length > 0) end -= bytes[at++] & 0xff;
        if (end - at < Integer.BYTES) {
            session.fail(ErrorCode.ERR_FRAME_SIZE_ERROR);
            return;
        }
        int promised = Frames.int32(bytes, at) & Frames.STREAM_ID;
        at += Integer.BYTES;
        this.id = id;
        if (promised == 0 || session.opensLocally(promised) || !session.isIdle(promised)) {
            session.fail(ErrorCode.ERR_PROTO);
            return;
        }
        Http2Stream parent = session.stream(id);
        if (parent != null && parent.remoteEnded && !parent.resetting) {
            session.fail(ErrorCode.ERR_STREAM_CLOSED);
            return;
        }
        session.lastReceivedId = promised;
        boolean refused = parent == null || parent.resetting || session.goawaySent;
        boolean tooMany = session.reservedIncoming >= session.options.maxReservedRemoteStreams()
                || !session.events.hasMemory(HpackDecoder.DEFAULT_TABLE_SIZE);
        if (refused || tooMany) {
            block.begin(null, HeaderBlock.REQUEST, flags);
            session.refuse(promised, ErrorCode.CANCEL);
        } else {
            Http2Stream stream = session.newStream(promised, true);
            stream.reserved = true;
            stream.localEnded = true;
            session.reservedIncoming++;
            session.lastProcessedId = promised;
            block.begin(stream, HeaderBlock.REQUEST, flags);
            block.parent = parent;
        }
        take(bytes, at, end - at, flags);
    }

    void continuation(byte[] bytes, int at, int length, int flags) {
        if (++block.continuations > MOST_CONTINUATIONS) {
            session.fail(ErrorCode.ERR_TOO_MANY_CONTINUATIONS);
            return;
        }
        take(bytes, at, length, flags);
    }

    private boolean fail(int failure) {
        session.fail(failure);
        return false;
    }

    /** Takes one frame's part of the block. */
    private void take(byte[] bytes, int at, int length, int flags) {
        boolean last = (flags & Frames.END_HEADERS) != 0;
        boolean whole = last && !underWay;
        underWay = !last;
        if (!whole) block.append(bytes, at, length);
        if (!last) return;
        if (block.stream != null) block.stream.messaging.begin();
        boolean understood = whole ? session.decoder.decode(bytes, at, at + length, this)
                : session.decoder.decode(block.octets(), 0, block.octetCount(), this);
        if (!understood) session.fail(ErrorCode.ERR_HEADER_COMP);
        else if (!block.ignored && !block.rejected) complete();
        block.end();
    }

    @Override
    public void field(Field field) {
        if (block.ignored || block.rejected) return;
        Messaging.Verdict verdict = judge(field);
        if (verdict == Messaging.Verdict.MALFORMED) {
            reject(ErrorCode.PROTOCOL_ERROR);
            session.invalid();
        } else if (verdict == Messaging.Verdict.TAKE) {
            boolean room = block.count() < session.options.headerPairs(session.server) && block.size() + field.size() <= block.stream.mostFields;
            if (room && session.events.hasMemory(field.size())) block.add(field);
            else reject(ErrorCode.ENHANCE_YOUR_CALM);
        }
    }

    private void reject(int code) {
        block.rejected = true;
        session.submitReset(block.stream, code);
    }

    private Messaging.Verdict judge(Field field) {
        Messaging messaging = block.stream.messaging;
        boolean strict = session.options.strictBlanks();
        boolean trailers = block.category == HeaderBlock.HEADERS && !messaging.awaitsFinal();
        if (session.server || block.category == HeaderBlock.REQUEST) {
            boolean connect = session.server && session.local.get(Settings.ENABLE_CONNECT_PROTOCOL) != 0;
            return messaging.requestField(field, strict, trailers, block.parent != null, connect);
        }
        return messaging.responseField(field, strict, trailers);
    }

    private void complete() {
        Http2Stream stream = block.stream;
        Messaging messaging = stream.messaging;
        boolean ends = (block.flags & Frames.END_STREAM) != 0;
        boolean good = switch (block.category) {
            case HeaderBlock.REQUEST -> messaging.requestComplete();
            case HeaderBlock.RESPONSE, HeaderBlock.PUSH_RESPONSE -> messaging.responseComplete();
            // Trailers end a message.
            default -> messaging.awaitsFinal() ? messaging.responseComplete() : ends;
        };
        if (block.parent != null) {
            if (good) session.events.promised(block.parent, stream, block.flags, block);
            else malformed(stream);
            return;
        }
        if (!good || ends && !messaging.ended()) {
            malformed(stream);
            return;
        }
        stream.gotHeaders = true;
        if (stream.firstHeader == 0) stream.firstHeader = System.nanoTime();
        if (ends) stream.remoteEnded = true;
        session.events.headers(stream, block.category, block.flags, block);
        if (ends) session.closeIfEnded(stream);
    }

    private void malformed(Http2Stream stream) {
        session.submitReset(stream, ErrorCode.PROTOCOL_ERROR);
        session.invalid();
    }
}
