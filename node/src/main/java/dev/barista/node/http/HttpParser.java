package dev.barista.node.http;

/**
 * A push parser for HTTP/1.x: bytes in, {@link HttpEvents} out, in pieces of any size. Loop thread only.
 *
 * <p>What it accepts, its limits and its error codes are those of llhttp as Node configures it: strict, or lenient in everything
 * ({@code insecureHTTPParser}). Nothing is copied or allocated for a header field before somebody reads it; a body is passed on where
 * it lies.
 */
public final class HttpParser {
    private enum State { BETWEEN, START_LINE, FIELDS, CHUNK_LINE, CHUNK_DATA, TRAILERS, LENGTH_BODY, EOF_BODY, CLOSED, UPGRADED, FAILED }

    private final HttpEvents events;
    private final boolean request;
    private final boolean lenient;
    private final Cursor cursor = new Cursor();
    private final HeadBlock block = new HeadBlock(cursor);
    private final Limits limits;
    private final Framing framing;
    private final StartLineParser startLine;
    private final FieldParser fields;
    private final ChunkParser chunks;

    private State state = State.BETWEEN;
    private long bodyLeft;   // unsigned
    private boolean upgrade;
    private boolean keepAlive;
    private boolean stopped;

    /**
     * @param request whether it reads requests, else responses
     * @param maxHeaderSize bytes that target or reason phrase, names and values may have together
     */
    public HttpParser(HttpEvents events, boolean request, boolean lenient, int maxHeaderSize) {
        this.events = events;
        this.request = request;
        this.lenient = lenient;
        this.limits = new Limits(maxHeaderSize);
        this.framing = new Framing(request, lenient);
        this.startLine = new StartLineParser(cursor, block, limits, request, lenient);
        this.fields = new FieldParser(cursor, block, limits, framing, lenient);
        this.chunks = new ChunkParser(cursor, lenient);
    }

    /** What went wrong, or {@code null}. After a failure the parser takes nothing more. */
    public ParseFailure failure() {
        return cursor.failure();
    }

    /** Whether the connection has left HTTP; what {@link #execute} did not take is the other protocol's. */
    public boolean upgraded() {
        return state == State.UPGRADED;
    }

    /** Whether a message has begun and is not complete. */
    public boolean midMessage() {
        return state != State.BETWEEN && state != State.CLOSED && state != State.UPGRADED && state != State.FAILED;
    }

    /** Ends it for good, also from within an event: nothing more is read or told. */
    public void stop() {
        stopped = true;
    }

    /**
     * Reads a piece of input.
     *
     * @return how many bytes were taken: fewer than {@code length} after an upgrade or a {@link #failure}
     */
    public int execute(byte[] buf, int offset, int length) {
        Cursor c = cursor;
        if (state == State.FAILED || stopped) return 0;
        c.input(buf, offset, length);
        if (inBlock()) block.resume();
        while (c.at < c.end && !stopped && advance()) { }
        if (c.failed()) {
            state = State.FAILED;
            return c.failure().bytesParsed();
        }
        if (inBlock()) {
            block.hold();
            boolean inText = state == State.START_LINE ? startLine.inText() : fields.inText();
            if (!limits.check(c, block.position(), inText)) state = State.FAILED;
        }
        return c.consumed();
    }

    private boolean inBlock() {
        return state == State.START_LINE || state == State.FIELDS || state == State.TRAILERS;
    }

    /** Does what the state asks for. @return whether to go on */
    private boolean advance() {
        switch (state) {
            case BETWEEN -> {
                return begin();
            }
            case START_LINE -> {
                if (!startLine.step()) return false;
                state = State.FIELDS;
                fields.begin(false);
            }
            case FIELDS -> {
                return fields.step() && headersComplete();
            }
            case CHUNK_LINE -> {
                if (!chunks.step()) return false;
                bodyLeft = chunks.size();
                if (bodyLeft != 0) {
                    state = State.CHUNK_DATA;
                } else {
                    state = State.TRAILERS;
                    block.begin();
                    limits.begin();
                    fields.begin(true);
                }
            }
            case CHUNK_DATA -> {
                if (data()) {
                    state = State.CHUNK_LINE;
                    chunks.afterData();
                }
            }
            case TRAILERS -> {
                return fields.step() && complete(block.fields());
            }
            case LENGTH_BODY -> {
                return !data() || complete(Fields.NONE);
            }
            case EOF_BODY -> {
                int from = cursor.at;
                cursor.at = cursor.end;
                events.body(cursor.buf, from, cursor.end - from);
            }
            case CLOSED -> {
                return discard();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean begin() {
        byte b = cursor.buf[cursor.at];
        if (b == '\r' || b == '\n') {
            cursor.at++;
            return true;
        }
        state = State.START_LINE;
        upgrade = false;
        block.begin();
        limits.begin();
        framing.begin();
        startLine.begin();
        events.messageBegin();
        return true;
    }

    /** Takes what is here of the body. @return whether that was all of it */
    private boolean data() {
        int from = cursor.at;
        int here = cursor.end - from;
        if (Long.compareUnsigned(bodyLeft, here) < 0) here = (int) bodyLeft;
        cursor.at += here;
        bodyLeft -= here;
        events.body(cursor.buf, from, here);
        return bodyLeft == 0;
    }

    private boolean headersComplete() {
        int status = startLine.status;
        boolean switching = framing.upgrade && framing.connectionUpgrade;
        boolean connect = request && startLine.method == Methods.CONNECT;
        upgrade = switching ? request || status == 101 : connect;
        keepAlive = framing.keepsAlive(startLine.major, startLine.minor, status, false);
        HttpEvents.Verdict verdict = events.headersComplete(block.head(startLine, framing, upgrade, keepAlive));
        if (stopped) return false;
        boolean noBody = verdict == HttpEvents.Verdict.NO_BODY || verdict == HttpEvents.Verdict.UPGRADE;
        if (verdict == HttpEvents.Verdict.UPGRADE) upgrade = true;
        else if (verdict == HttpEvents.Verdict.NO_UPGRADE) upgrade = false;
        if (noBody) keepAlive = framing.keepsAlive(startLine.major, startLine.minor, status, true);
        connect &= upgrade;
        boolean hasBody = framing.chunked || framing.contentLength != 0;
        if (!request && status == 101) upgrade = true;
        if (upgrade && (connect || noBody || !hasBody || status == 101)) return complete(Fields.NONE);
        if (noBody || !request && (status == 100 || status == 204 || status == 304)) return complete(Fields.NONE);
        if (framing.chunked) {
            state = State.CHUNK_LINE;
            chunks.begin();
            return true;
        }
        if (framing.transferEncoding) {
            if (request && !lenient) return cursor.fail("HPE_INVALID_TRANSFER_ENCODING", "Request has invalid `Transfer-Encoding`");
            state = State.EOF_BODY;
            return true;
        }
        if (framing.hasLength) {
            bodyLeft = framing.contentLength;
            state = State.LENGTH_BODY;
            return bodyLeft != 0 || complete(Fields.NONE);
        }
        if (!framing.endsWithConnection(status, false)) return complete(Fields.NONE);
        state = State.EOF_BODY;
        return true;
    }

    private boolean complete(Fields trailers) {
        state = upgrade ? State.UPGRADED : keepAlive || lenient ? State.BETWEEN : State.CLOSED;
        events.messageComplete(trailers);
        return state != State.UPGRADED;
    }

    /** After the last message of a connection only line ends may come. */
    private boolean discard() {
        byte b = cursor.buf[cursor.at];
        if (b != '\r' && b != '\n') return cursor.failPast("HPE_CLOSED_CONNECTION", "Data after `Connection: close`");
        cursor.at++;
        return true;
    }

    /** The connection's other side has ended; completes a message that only this ends. @return what was cut off, or {@code null}: nothing, or it is known already */
    public ParseFailure finish() {
        if (state == State.FAILED) return null;
        if (state == State.EOF_BODY) {
            state = State.CLOSED;
            events.messageComplete(Fields.NONE);
        } else if (midMessage()) {
            cursor.input(cursor.buf, 0, 0);
            cursor.fail("HPE_INVALID_EOF_STATE", "Invalid EOF state");
            state = State.FAILED;
        }
        return cursor.failure();
    }
}
