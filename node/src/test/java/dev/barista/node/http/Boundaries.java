package dev.barista.node.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the messages in some bytes begin and end, found by giving them to a parser one by one. On the way it checks that a head's
 * memory is bounded: by eight times its limit the parser has taken it or given up.
 */
final class Boundaries implements HttpEvents {
    /** A whole message of HTTP/1.x: from its first byte to behind its last. Version 0.9 has lines of other kinds. */
    record Span(int from, int to) {}

    private static final int SMALL_LIMIT = 128;
    private static final int LIMIT_FACTOR = 8;

    private final HttpParser parser;
    private final int most;
    private final List<Span> spans = new ArrayList<>();
    private int at;
    private int from;
    private boolean inHead;
    private boolean old;

    private Boundaries(boolean request, boolean lenient, int maxHeaderSize) {
        parser = new HttpParser(this, request, lenient, maxHeaderSize);
        most = maxHeaderSize * LIMIT_FACTOR;
    }

    static List<Span> of(byte[] bytes, boolean request, boolean lenient) {
        new Boundaries(request, lenient, SMALL_LIMIT).run(bytes);
        Boundaries boundaries = new Boundaries(request, lenient, Recorder.MAX_HEADER_SIZE);
        boundaries.run(bytes);
        return boundaries.spans;
    }

    private void run(byte[] bytes) {
        for (at = 0; at < bytes.length && parser.failure() == null && !parser.upgraded(); at++) {
            parser.execute(bytes, at, 1);
            if (inHead && parser.failure() == null) assertTrue(at - from <= most, "a head of more than its limit");
        }
    }

    @Override
    public void messageBegin() {
        from = at;
        inHead = true;
    }

    @Override
    public Verdict headersComplete(Head head) {
        inHead = false;
        old = head.versionMajor() == 0;
        return head.upgrade() ? Verdict.NO_UPGRADE : Verdict.BODY;
    }

    @Override
    public void body(byte[] buf, int offset, int length) {}

    @Override
    public void messageComplete(Fields trailers) {
        if (!old) spans.add(new Span(from, at + 1));
    }
}
