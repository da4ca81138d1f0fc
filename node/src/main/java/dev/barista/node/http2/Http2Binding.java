package dev.barista.node.http2;

import dev.barista.engine.Args;
import dev.barista.engine.AsyncScope;
import dev.barista.engine.BufferAllocator;
import dev.barista.engine.ByteSlice;
import dev.barista.engine.Js;
import dev.barista.engine.JsBytes;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.engine.JsText;
import dev.barista.loop.Errno;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.net.StreamWrap;
import java.util.Arrays;

/** Sessions and streams of HTTP/2 for {@code http2.js}. Loop thread only. */
public final class Http2Binding implements Binding {
    private static final int FIRST_INPUT = 64 << 10;
    private static final double NANOS_TO_MILLIS = 1e6;

    private final Environment env;
    private final StaticTable known = new StaticTable();
    private BufferAllocator buffers;
    private Receivers receivers;
    private byte[] input;

    /** The calls into JavaScript, in the order that {@code internal/http2/native.js} gives them. */
    record Receivers(JsFunction onStream, JsFunction onPromise, JsFunction onHeaders, JsFunction onData, JsFunction onEnd, JsFunction onClose,
            JsFunction onTrailers, JsFunction onWritten, JsFunction onSettings, JsFunction onSettingsAck, JsFunction onPing, JsFunction onPingAck,
            JsFunction onGoaway, JsFunction onAltsvc, JsFunction onOrigin, JsFunction onFrameError, JsFunction onError, JsFunction onDone,
            JsFunction onFlushed) {}

    public Http2Binding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("setup", this::setup);
        x.fn("session", a -> session(a, a.bool(1)));
        x.fn("consume", a -> connection(a).consume(a.object(1).host(StreamWrap.class), a.bool(2)));
        x.fn("receive", this::receive);
        x.fn("destroySession", a -> run(() -> connection(a).destroy(a.integer(1), a.bool(2))));
        x.fn("tellWhenFlushed", a -> run(() -> connection(a).tellWhenFlushed()));
        x.fn("hasPending", a -> connection(a).hasPending());
        x.fn("writing", a -> connection(a).writing());
        x.fn("progress", a -> (double) connection(a).progress());
        x.fn("sessionState", this::sessionState);
        x.fn("sessionStatistics", this::sessionStatistics);
        x.fn("readSettings", this::readSettings);

        x.fn("settings", this::settings);
        x.fn("ping", a -> submit(a, session -> session.submitPing(a.bytes(1).copy())));
        x.fn("goaway", this::goaway);
        x.fn("altsvc", a -> submit(a, session -> session.submitAltsvc(a.integer(1), latin1(a.raw(2)), latin1(a.raw(3)))));
        x.fn("origin", a -> submit(a, session -> session.submitOrigin(a.bytes(1).copy())));
        x.fn("setNextStreamID", a -> session(a).nextId(a.integer(1)));
        x.fn("setLocalWindowSize", a -> submit(a, session -> session.localWindowSize(a.integer(1))));
        x.fn("request", this::request);

        x.fn("attach", this::attach);
        x.fn("streamId", a -> stream(a).id);
        x.fn("push", this::push);
        x.fn("headers", this::headers);
        x.fn("trailers", this::trailers);
        x.fn("dropTrailers", a -> run(() -> stream(a).wantsTrailers = false));
        x.fn("write", this::write);
        x.fn("shutdown", this::shutdown);
        x.fn("reset", this::reset);
        x.fn("readStart", this::readStart);
        x.fn("readStop", a -> run(() -> stream(a).reading = false));
        x.fn("detach", this::detach);
        x.fn("streamState", this::streamState);
        x.fn("streamStatistics", this::streamStatistics);
    }

    private Object setup(Args a) {
        Object[] f = a.object(0).elements();
        int i = 0;
        receivers = new Receivers(fn(f, i++), fn(f, i++), fn(f, i++), fn(f, i++), fn(f, i++), fn(f, i++), fn(f, i++), fn(f, i++), fn(f, i++),
                fn(f, i++), fn(f, i++), fn(f, i++), fn(f, i++), fn(f, i++), fn(f, i++), fn(f, i++), fn(f, i++), fn(f, i++), fn(f, i));
        buffers = new BufferAllocator(env.realm(), a.object(1));
        return null;
    }

    private static JsFunction fn(Object[] functions, int i) {
        return Js.function(functions[i]);
    }

    private static Object run(Runnable body) {
        body.run();
        return null;
    }

    private static Connection connection(Args a) {
        return a.host(0, Connection.class);
    }

    private static Http2Session session(Args a) {
        return connection(a).session();
    }

    private static StreamHandle handle(Args a) {
        return a.host(0, StreamHandle.class);
    }

    private static Http2Stream stream(Args a) {
        return handle(a).stream();
    }

    private interface Submission {
        void to(Http2Session session);
    }

    private static Object submit(Args a, Submission submission) {
        Connection connection = connection(a);
        submission.to(connection.session());
        connection.schedule();
        return null;
    }

    // Sessions

    /** (owner, server, options as numbers, identifiers of settings to keep, octets of memory) → session */
    private Object session(Args a, boolean server) {
        Object[] kept = a.object(3).elements();
        int[] ids = new int[kept.length];
        for (int i = 0; i < ids.length; i++) ids[i] = ((Number) kept[i]).intValue();
        return env.realm().wrap(new Connection(env, this, server, options(a.object(2).elements()), ids, a.raw(0), a.longValue(4)));
    }

    /** Undefined stands for the default. */
    private static SessionOptions options(Object[] given) {
        SessionOptions d = SessionOptions.defaults();
        int i = 0;
        return new SessionOptions((int) number(given[i++], d.maxDeflateTable()), (long) number(given[i++], d.maxSendHeaderBlock()),
                (long) number(given[i++], d.peerMaxConcurrentStreams()), (long) number(given[i++], d.maxReservedRemoteStreams()),
                (int) number(given[i++], d.padding()), (int) number(given[i++], d.maxHeaderPairs()), (int) number(given[i++], d.maxSettings()),
                (long) number(given[i++], d.maxInvalidFrames()), (long) number(given[i++], d.maxRejectedStreams()),
                number(given[i++], d.strictBlanks() ? 1 : 0) != 0, number(given[i++], d.resetBurst()), number(given[i], d.resetRate()));
    }

    private static double number(Object value, double byDefault) {
        return value instanceof Number n ? n.doubleValue() : byDefault;
    }

    /** (session, bytes) */
    private Object receive(Args a) {
        byte[] bytes = a.bytes(1).copy();
        connection(a).receive(bytes, bytes.length);
        connection(a).schedule();
        return null;
    }

    /** (session, identifiers and values in turn) */
    private Object settings(Args a) {
        Object[] given = a.object(1).elements();
        long[] values = new long[given.length];
        for (int i = 0; i < values.length; i++) values[i] = ((Number) given[i]).longValue();
        return submit(a, session -> session.submitSettings(values));
    }

    /** (session, code, last stream, bytes or undefined) */
    private Object goaway(Args a) {
        byte[] data = a.isUndefined(3) ? new byte[0] : a.bytes(3).copy();
        return submit(a, session -> session.submitGoaway((int) a.longValue(1), a.integer(2), data));
    }

    /** (session, texts, sensitive, endStream, waitForTrailers) → stream, or undefined if no number is left */
    private Object request(Args a) {
        Http2Stream stream = session(a).submitRequest(fields(a, 1), a.bool(3));
        if (stream == null) return null;
        stream.wantsTrailers = a.bool(4);
        connection(a).schedule();
        return env.realm().wrap(new StreamHandle(connection(a), stream));
    }

    /** (session) → effective window, octets that count against it, next stream, window, last stream, remote window, frames queued, table sizes */
    private Object sessionState(Args a) {
        Http2Session s = session(a);
        return env.realm().array(s.localWindow, s.received, (double) s.nextId(), s.localWindow - s.received, s.lastProcessedId,
                s.remoteWindow, s.sender().queued(), (double) s.encoder.tableSize(), (double) s.decoder.tableSize());
    }

    /** (session) → frames received, frames sent, octets read, octets written */
    private Object sessionStatistics(Args a) {
        Http2Session s = session(a);
        return env.realm().array((double) s.framesReceived, (double) s.framesSent, (double) connection(a).bytesRead(), (double) connection(a).progress());
    }

    /** (session, local, identifiers) → the values; −1 for one without a name that is not there */
    private Object readSettings(Args a) {
        Http2Session session = session(a);
        Settings settings = a.bool(1) ? session.local : session.remote;
        // Those without a name mean nothing to the protocol: they count as soon as they are asked for.
        Settings others = a.bool(1) ? session.latestLocal() : session.remote;
        Object[] ids = a.object(2).elements();
        Object[] values = new Object[ids.length];
        for (int i = 0; i < ids.length; i++) {
            int id = ((Number) ids[i]).intValue();
            values[i] = (double) (Settings.named(id) ? settings.get(id) : others.other(id));
        }
        return env.realm().array(values);
    }

    // Streams

    /** (stream, owner) Ties a stream to its JavaScript object, whose async context is the one of now. */
    private Object attach(Args a) {
        Http2Stream stream = stream(a);
        stream.owner = a.raw(1);
        stream.scope = env.realm().scope();
        return null;
    }

    /** The async context of a stream's callbacks. */
    AsyncScope scopeOf(Http2Stream stream, Connection connection) {
        return stream.scope == null ? connection.scope() : stream.scope;
    }

    private static FieldList fields(Args a, int i) {
        Object[] given = a.object(i).elements();
        byte[][] texts = new byte[given.length][];
        for (int t = 0; t < texts.length; t++) texts[t] = latin1(given[t]);
        if (a.isUndefined(i + 1)) return new FieldList(texts, null);
        Object[] marks = a.object(i + 1).elements();
        boolean[] sensitive = new boolean[marks.length];
        for (int m = 0; m < marks.length; m++) sensitive[m] = Js.isTrue(marks[m]);
        return new FieldList(texts, sensitive);
    }

    /** A string's octets, to be read only. */
    private static byte[] latin1(Object text) {
        ByteSlice slice = JsText.latin1Bytes(text);
        if (slice.offset() == 0 && slice.length() == slice.array().length) return slice.array();
        return Arrays.copyOfRange(slice.array(), slice.offset(), slice.offset() + slice.length());
    }

    /** (stream, texts, sensitive) → the promised stream, or undefined if no number is left */
    private Object push(Args a) {
        Connection connection = handle(a).connection();
        Http2Stream promised = connection.session().submitPush(stream(a), fields(a, 1));
        if (promised == null) return null;
        connection.schedule();
        return env.realm().wrap(new StreamHandle(connection, promised));
    }

    /** (stream, texts, sensitive, endStream, waitForTrailers) Informational fields, or those of a response. */
    private Object headers(Args a) {
        Http2Stream stream = stream(a);
        if (!a.isUndefined(4)) stream.wantsTrailers = a.bool(4);
        stream.session.submitHeaders(stream, fields(a, 1), a.bool(3));
        handle(a).connection().schedule();
        return null;
    }

    /** (stream, texts, sensitive) Trailers, or the end without any. */
    private Object trailers(Args a) {
        Http2Stream stream = stream(a);
        FieldList fields = fields(a, 1);
        if (fields.count() == 0) stream.session.sender().endWithoutTrailers(stream);
        else stream.session.submitHeaders(stream, fields, true);
        handle(a).connection().schedule();
        return null;
    }

    /** (stream, array of bytes and of strings that are sent as UTF-8, request) → octets; the request is told of their end */
    private Object write(Args a) {
        Object[] chunks = a.object(1).elements();
        Connection connection = handle(a).connection();
        double total = 0;
        for (int i = 0; i < chunks.length; i++) {
            Object request = i == chunks.length - 1 ? a.raw(2) : null;
            if (Js.isString(chunks[i])) {
                byte[] bytes = JsText.utf8Bytes(chunks[i]);
                connection.write(stream(a), bytes, 0, bytes.length, request);
                total += bytes.length;
            } else {
                JsBytes bytes = Js.bytes(chunks[i]);
                ByteSlice slice = bytes.slice();
                connection.write(stream(a), slice.array(), slice.offset(), slice.length(), request);
                total += slice.length();
            }
        }
        return total;
    }

    /** (stream) Nothing more will be written. */
    private Object shutdown(Args a) {
        stream(a).session.end(stream(a));
        handle(a).connection().schedule();
        return null;
    }

    /** (stream, code) What was written before leaves first, as far as it may. */
    private Object reset(Args a) {
        Connection connection = handle(a).connection();
        connection.flush();
        stream(a).session.submitReset(stream(a), (int) a.longValue(1));
        connection.schedule();
        return null;
    }

    private Object readStart(Args a) {
        Http2Stream stream = stream(a);
        stream.reading = true;
        int unread = stream.unread;
        stream.unread = 0;
        stream.session.consumeStream(stream, unread);
        handle(a).connection().schedule();
        return null;
    }

    /** (stream) The program has done with a stream: it hears nothing of it any more, and what it wrote is given up. */
    private Object detach(Args a) {
        Http2Stream stream = stream(a);
        stream.detached = true;
        readStart(a);
        handle(a).connection().cancelWrites(stream, Errno.ECANCELED.code());
        return null;
    }

    /** (stream) → state, whether each side has ended, window */
    private Object streamState(Args a) {
        Http2Stream s = stream(a);
        return env.realm().array(s.state(), s.localEnded ? 1 : 0, s.remoteEnded ? 1 : 0, s.localWindow - s.received);
    }

    /** (stream) → milliseconds until its first octets came, were sent, and until its first fields came; octets sent, octets received */
    private Object streamStatistics(Args a) {
        Http2Stream s = stream(a);
        return env.realm().array(since(s, s.firstByte), since(s, s.firstByteSent), since(s, s.firstHeader), (double) s.bytesSent, (double) s.bytesReceived);
    }

    private static double since(Http2Stream stream, long time) {
        return time == 0 ? 0 : (time - stream.start) / NANOS_TO_MILLIS;
    }

    // For connections

    /** Memory for a read of so many bytes; {@link #giveInput} gives it back. */
    byte[] takeInput(int length) {
        byte[] taken = input;
        input = null;
        return taken != null && taken.length >= length ? taken : new byte[Math.max(length, FIRST_INPUT)];
    }

    void giveInput(byte[] bytes) {
        input = bytes;
    }

    StaticTable known() {
        return known;
    }

    /** A Buffer on the array itself. */
    Object buffer(byte[] bytes) {
        return buffers.of(bytes);
    }

    Receivers receivers() {
        return receivers;
    }
}
