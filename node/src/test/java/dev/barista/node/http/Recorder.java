package dev.barista.node.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** Runs a parser over pieces of a message and writes down what it says, one text for each event. */
final class Recorder implements HttpEvents {
    static final int MAX_HEADER_SIZE = 16 * 1024;

    private final boolean request;
    private final HttpParser parser;
    private final List<String> events = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();

    private Recorder(boolean request, boolean lenient) {
        this.request = request;
        this.parser = new HttpParser(this, request, lenient, MAX_HEADER_SIZE);
    }

    /** @param kind {@code request} or {@code response}, with {@code lenient} behind it */
    static List<String> record(String kind, byte[]... pieces) {
        Recorder r = new Recorder(kind.startsWith("request"), kind.endsWith("lenient"));
        r.run(pieces);
        r.flush();
        return r.events;
    }

    static List<String> recordSplit(String kind, byte[] message, int at) {
        return record(kind, Arrays.copyOf(message, at), Arrays.copyOfRange(message, at, message.length));
    }

    /** The events without the places of errors, which count from the piece's start. */
    static List<String> withoutOffsets(List<String> events) {
        return events.stream().map(e -> e.startsWith("error ") ? e.replaceAll(" @\\d+$", "") : e).toList();
    }

    private void run(byte[]... pieces) {
        for (byte[] piece : pieces) {
            byte[] padded = new byte[piece.length + 2];
            System.arraycopy(piece, 0, padded, 1, piece.length);
            int taken = parser.execute(padded, 1, piece.length);
            ParseFailure failure = parser.failure();
            if (failure != null) {
                flush();
                events.add("error " + failure.code() + " " + failure.reason() + " @" + failure.bytesParsed());
                return;
            }
            if (taken < piece.length || parser.upgraded()) {
                events.add("left");
                return;
            }
        }
        ParseFailure failure = parser.finish();
        flush();
        if (failure != null) events.add("finish " + failure.code() + " " + failure.reason());
    }

    @Override
    public void messageBegin() {
        events.add("begin");
    }

    @Override
    public Verdict headersComplete(Head h) {
        String line = request ? h.method() + " " + h.url() : h.status() + " " + h.statusMessage();
        events.add("head " + h.versionMajor() + "." + h.versionMinor() + " " + line + " " + text(h)
                + (h.upgrade() ? " upgrade" : "") + (h.keepAlive() ? " keep-alive" : ""));
        return Verdict.BODY;
    }

    @Override
    public void body(byte[] buf, int offset, int length) {
        body.append(new String(buf, offset, length, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void messageComplete(Fields trailers) {
        flush();
        events.add("end " + text(trailers));
    }

    private void flush() {
        if (body.isEmpty()) return;
        events.add("body " + body);
        body.setLength(0);
    }

    private static String text(Fields f) {
        StringJoiner all = new StringJoiner("|", "[", "]");
        for (int i = 0; i < f.count(); i++) all.add(f.name(i) + ": " + f.value(i));
        return all.toString();
    }
}
