package dev.barista.node.http2;

import io.netty.util.collection.IntObjectHashMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * One side of a connection: bytes go in and become events, what is submitted comes out as bytes. RFC 9113. Loop thread only.
 *
 * <p>It knows nothing of sockets and nothing of JavaScript. While it tells an event, anything may be submitted; nothing may be received.
 */
final class Http2Session {
    private static final byte[] METHOD = FieldName.Kind.METHOD.text;

    final boolean server;
    final SessionOptions options;
    final SessionEvents events;
    final HpackDecoder decoder;
    final HpackEncoder encoder;
    final IntObjectHashMap<Http2Stream> streams = new IntObjectHashMap<>();
    private final Incoming incoming;
    private final Sender sender;

    // What was agreed on. Local settings hold once the other side has acknowledged them.
    Settings local = new Settings();
    final Settings remote = new Settings();
    final ArrayDeque<Settings> unacknowledged = new ArrayDeque<>();

    // Flow control of the connection.
    int remoteWindow = Frames.FIRST_WINDOW;
    int localWindow = Frames.FIRST_WINDOW;
    int received;
    int consumed;
    int reduction;
    boolean updateQueued;

    // Streams.
    private int nextId;
    int lastReceivedId;
    int lastProcessedId;
    int openIncoming;
    int openOutgoing;
    int reservedIncoming;
    boolean goawaySent;
    boolean goawayReceived;
    int lastTold = Frames.STREAM_ID;

    // The end.
    private boolean terminating;
    private boolean failed;

    // What performance observers are told.
    long framesReceived;
    long framesSent;
    private long invalidFrames;
    private long rejectedStreams;

    /** @param known one for all sessions of a thread */
    Http2Session(boolean server, SessionOptions options, StaticTable known, SessionEvents events) {
        this.server = server;
        this.options = options;
        this.events = events;
        this.decoder = new HpackDecoder(known);
        this.encoder = new HpackEncoder(known, options.maxDeflateTable());
        this.nextId = server ? 2 : 1;
        remote.set(Settings.MAX_CONCURRENT_STREAMS, options.peerMaxConcurrentStreams());
        this.incoming = new Incoming(this);
        this.sender = new Sender(this);
    }

    // Bytes

    /** Takes what the other side sent. */
    void receive(byte[] bytes, int offset, int length) {
        incoming.read(bytes, offset, length);
    }

    /** Puts frames together until there are {@code most} octets or none is left. */
    void produce(Output out, int most) {
        sender.produce(out, most);
    }

    boolean wantsToWrite() {
        return sender.hasFrames();
    }

    /** Whether nothing will be sent any more. */
    boolean finished() {
        return sender.finished();
    }

    Sender sender() {
        return sender;
    }

    // Submitting

    /** @param settings identifiers and values in turn */
    void submitSettings(long[] settings) {
        Settings asked = new Settings();
        copy(latestLocal(), asked);
        byte[] payload = new byte[settings.length / 2 * Frames.SETTING_LENGTH];
        for (int i = 0; i < settings.length; i += 2) {
            asked.set((int) settings[i], settings[i + 1]);
            int at = i / 2 * Frames.SETTING_LENGTH;
            for (int octet = 0; octet < 2; octet++) payload[at + octet] = (byte) (settings[i] >>> 8 * (1 - octet));
            for (int octet = 0; octet < 4; octet++) payload[at + 2 + octet] = (byte) (settings[i + 1] >>> 8 * (3 - octet));
        }
        unacknowledged.addLast(asked);
        Outgoing frame = new Outgoing(Frames.SETTINGS, 0);
        frame.payload = payload;
        sender.urgent(frame);
    }

    /** What will hold once all that was asked for is acknowledged. */
    Settings latestLocal() {
        return unacknowledged.isEmpty() ? local : unacknowledged.peekLast();
    }

    private static void copy(Settings from, Settings to) {
        for (int id = Settings.HEADER_TABLE_SIZE; id <= Settings.ENABLE_CONNECT_PROTOCOL; id++) {
            if (Settings.named(id)) to.set(id, from.get(id));
        }
        from.copyOthers(to);
    }

    void submitPing(byte[] payload) {
        Outgoing frame = new Outgoing(Frames.PING, 0);
        frame.payload = payload;
        sender.urgent(frame);
    }

    /** @param lastStreamId 0 or less for the last one that was looked at */
    void submitGoaway(int code, int lastStreamId, byte[] data) {
        submitGoaway(code, lastStreamId, data, false);
    }

    private void submitGoaway(int code, int lastStreamId, byte[] data, boolean last) {
        Outgoing frame = new Outgoing(Frames.GOAWAY, 0);
        int id = lastStreamId <= 0 ? lastProcessedId : lastStreamId;
        lastTold = Math.min(lastTold, id);
        frame.code = code;
        frame.flags = lastTold;
        frame.payload = data;
        frame.last = last;
        sender.regular(frame);
    }

    /** Says that this is the end; nothing is sent after it, and nothing understood. */
    void terminate(int code) {
        if (terminating) return;
        terminating = true;
        submitGoaway(code, lastProcessedId, new byte[0], true);
    }

    boolean terminating() {
        return terminating;
    }

    /** The other side broke the rules. */
    void fail(int failure) {
        if (failed) return;
        failed = true;
        terminate(ErrorCode.onWire(failure));
        events.failed(failure);
    }

    /** A frame was of no use. There may be some of them. */
    void invalid() {
        if (invalidFrames++ <= options.maxInvalidFrames() || failed) return;
        failed = true;
        terminate(ErrorCode.INTERNAL_ERROR);
        events.tooManyInvalid();
    }

    /** A stream found no room. There may be some of them. */
    void rejected() {
        if (rejectedStreams++ > options.maxRejectedStreams()) fail(ErrorCode.ERR_CALLBACK_FAILURE);
    }

    /** @return the stream of a new request, or null if there are no more numbers */
    Http2Stream submitRequest(FieldList fields, boolean endStream) {
        Http2Stream stream = open();
        if (stream == null) return null;
        byte[] method = fields.value(METHOD);
        if (method != null) stream.messaging.requested(method);
        Outgoing frame = headers(stream, fields, endStream);
        sender.request(frame);
        return stream;
    }

    /** Has fields sent on a stream: a response, an informational one, or trailers. */
    void submitHeaders(Http2Stream stream, FieldList fields, boolean endStream) {
        if (!stream.closed && !stream.localEnded) sender.regular(headers(stream, fields, endStream));
    }

    private static Outgoing headers(Http2Stream stream, FieldList fields, boolean endStream) {
        Outgoing frame = new Outgoing(Frames.HEADERS, stream.id);
        frame.on = stream;
        frame.fields = fields;
        frame.flags = endStream ? Frames.END_STREAM : 0;
        return frame;
    }

    /** @return the promised stream, or null if there are no more numbers */
    Http2Stream submitPush(Http2Stream parent, FieldList fields) {
        Http2Stream stream = open();
        if (stream == null) return null;
        stream.reserved = true;
        stream.remoteEnded = true;
        byte[] method = fields.value(METHOD);
        if (method != null) stream.messaging.requested(method);
        Outgoing frame = new Outgoing(Frames.PUSH_PROMISE, parent.id);
        frame.on = parent;
        frame.promised = stream;
        frame.fields = fields;
        sender.regular(frame);
        return stream;
    }

    private Http2Stream open() {
        if (nextId < 0) return null;
        int id = nextId;
        nextId = id > Frames.STREAM_ID - 2 ? -1 : id + 2;
        return newStream(id, false);
    }

    Http2Stream newStream(int id, boolean theirs) {
        Http2Stream stream = new Http2Stream(this, id, theirs);
        stream.remoteWindow = (int) remote.get(Settings.INITIAL_WINDOW_SIZE);
        stream.localWindow = (int) local.get(Settings.INITIAL_WINDOW_SIZE);
        streams.put(id, stream);
        return stream;
    }

    void submitReset(Http2Stream stream, int code) {
        if (stream.closed || stream.resetting) return;
        stream.resetting = true;
        if (sender.cancel(stream, code)) return;
        Outgoing frame = new Outgoing(Frames.RST_STREAM, stream.id);
        frame.on = stream;
        frame.code = code;
        sender.regular(frame);
    }

    /** A stream of which nothing is kept is refused. */
    void refuse(int id, int code) {
        Outgoing frame = new Outgoing(Frames.RST_STREAM, id);
        frame.code = code;
        sender.refuse(frame);
    }

    void submitAltsvc(int stream, byte[] origin, byte[] value) {
        Outgoing frame = new Outgoing(Frames.ALTSVC, stream);
        frame.payload = new byte[2 + origin.length + value.length];
        frame.payload[0] = (byte) (origin.length >>> 8);
        frame.payload[1] = (byte) origin.length;
        System.arraycopy(origin, 0, frame.payload, 2, origin.length);
        System.arraycopy(value, 0, frame.payload, 2 + origin.length, value.length);
        sender.regular(frame);
    }

    /** @param payload as in the frame */
    void submitOrigin(byte[] payload) {
        Outgoing frame = new Outgoing(Frames.ORIGIN, 0);
        frame.payload = payload;
        sender.regular(frame);
    }

    /** Adds bytes to what a stream is to send. */
    void write(Http2Stream stream, PendingWrite write) {
        stream.writes.addLast(write);
        stream.waiting += write.left();
        sender.schedule(stream);
    }

    /** Nothing more will be added to what a stream is to send. */
    void end(Http2Stream stream) {
        stream.ending = true;
        sender.schedule(stream);
    }

    // Flow control

    /** The program has used up what came on a stream. */
    void consumeStream(Http2Stream stream, int count) {
        if (stream.closed || count == 0) return;
        stream.consumed += count;
        updateStreamWindow(stream);
    }

    void updateStreamWindow(Http2Stream stream) {
        if (stream.updateQueued || stream.remoteEnded) return;
        int used = Math.min(stream.consumed, stream.received);
        if (!Http2Stream.worthTelling(stream.localWindow, used)) return;
        stream.received -= used;
        stream.consumed -= used;
        stream.updateQueued = true;
        sender.windowUpdate(stream, used);
    }

    void consumeConnection(int count) {
        consumed += count;
        updateWindow();
    }

    void updateWindow() {
        if (updateQueued) return;
        int used = Math.min(consumed, received);
        if (!Http2Stream.worthTelling(localWindow, used)) return;
        received -= used;
        consumed -= used;
        updateQueued = true;
        sender.windowUpdate(null, used);
    }

    /** Makes the connection's window larger or smaller for what the other side sends. */
    void localWindowSize(int size) {
        int delta = size - localWindow;
        if (delta == 0) return;
        localWindow = size;
        if (delta < 0) {
            reduction -= delta;
            received += delta;
            return;
        }
        int used = Math.min(reduction, delta);
        reduction -= used;
        received += used;
        int update = delta - used;
        if (update > 0) sender.windowUpdate(null, update);
    }

    // Streams

    Http2Stream stream(int id) {
        return streams.get(id);
    }

    boolean opensLocally(int id) {
        return (id & 1) == (server ? 0 : 1);
    }

    /** Whether a stream of that number has not begun yet. */
    boolean isIdle(int id) {
        if (opensLocally(id)) return nextId > 0 && id >= nextId;
        return id > lastReceivedId;
    }

    /** The number of the next stream of this side; −1 if there is none left. */
    int nextId() {
        return nextId;
    }

    boolean nextId(int id) {
        if (nextId < 0 || id < nextId || !opensLocally(id)) return false;
        nextId = id;
        return true;
    }

    void close(Http2Stream stream, int code) {
        if (stream.closed) return;
        stream.closed = true;
        streams.remove(stream.id);
        if (stream.counted && stream.incoming) openIncoming--;
        else if (stream.counted) openOutgoing--;
        else if (stream.reserved && stream.incoming) reservedIncoming--;
        sender.unschedule(stream);
        events.closed(stream, code);
    }

    void closeIfEnded(Http2Stream stream) {
        if (stream.localEnded && stream.remoteEnded) close(stream, ErrorCode.NO_ERROR);
    }

    /** Closes the streams after the last one that a GOAWAY lets go on. @param theirs those that the other side opened */
    void closeAfter(int lastStreamId, boolean theirs) {
        List<Http2Stream> refused = new ArrayList<>();
        for (Http2Stream stream : streams.values()) {
            if (stream.incoming == theirs && stream.id > lastStreamId) refused.add(stream);
        }
        for (Http2Stream stream : refused) close(stream, ErrorCode.REFUSED_STREAM);
    }
}
