package dev.barista.node.http2;

import dev.barista.engine.AsyncScope;
import dev.barista.loop.ByteStream;
import dev.barista.loop.Errno;
import dev.barista.loop.StreamReader;
import dev.barista.node.Environment;
import dev.barista.node.net.StreamWrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * A session over a stream of bytes, which do not pass through JavaScript. Loop thread only.
 *
 * <p>What is submitted in one turn leaves as one write: after what was read has been dealt with, or when the loop comes round. While a write
 * waits to be taken, no further frames are made, so that what waits is bounded.
 */
final class Connection implements StreamReader {
    /** So many octets of frames are put together for one write. */
    private static final int MOST_AT_ONCE = 64 << 10;
    /** What a stream counts against the limit of memory, its data apart. */
    private static final long STREAM_COST = 1024;

    private final Environment env;
    private final Http2Binding room;
    private final Http2Session session;
    private final Output out = new Output();
    private final ArrayDeque<byte[]> reentrant = new ArrayDeque<>();
    private final AsyncScope scope;
    private final Object owner;
    private final long mostMemory;
    private StreamWrap wrap;
    private boolean inPieces;
    private boolean receiving;
    private boolean flushing;
    private boolean scheduled;
    private boolean destroyed;
    private boolean doneTold;
    private boolean graceful;
    private int inFlight;
    private long waiting;

    /** @param owner the JavaScript session @param mostMemory in octets */
    Connection(Environment env, Http2Binding room, boolean server, SessionOptions options, int[] keptSettings, Object owner, long mostMemory) {
        this.env = env;
        this.room = room;
        this.owner = owner;
        this.mostMemory = mostMemory;
        this.scope = env.realm().scope();
        this.session = new Http2Session(server, options, room.known(), new Callbacks(env, room, this, keptSettings));
    }

    Http2Session session() {
        return session;
    }

    Object owner() {
        return owner;
    }

    AsyncScope scope() {
        return scope;
    }

    boolean destroyed() {
        return destroyed;
    }

    /** Takes a stream over. @param inPieces whether it gets each part of a frame by itself */
    int consume(StreamWrap wrap, boolean inPieces) {
        this.wrap = wrap;
        this.inPieces = inPieces;
        schedule();
        return wrap.stream().read(this);
    }

    // Reading

    @Override
    public void read(ByteBuf bytes) {
        int length = bytes.readableBytes();
        byte[] input = room.takeInput(length);
        bytes.readBytes(input, 0, length);
        receive(input, length);
        room.giveInput(input);
        flush();
    }

    /** Takes bytes that somebody else has read. */
    void receive(byte[] bytes, int length) {
        if (destroyed) return;
        if (receiving) {
            // A stream of the program's own brought them from within an event.
            reentrant.addLast(Arrays.copyOf(bytes, length));
            return;
        }
        receiving = true;
        try {
            session.receive(bytes, 0, length);
            for (byte[] more; (more = reentrant.pollFirst()) != null; ) session.receive(more, 0, more.length);
        } finally {
            receiving = false;
        }
    }

    @Override
    public void ended(int errno) {
        wrap.ended(errno);
    }

    // Writing

    /** Has what was submitted sent at the end of the turn. */
    void schedule() {
        if (scheduled || flushing || wrap == null) return;
        scheduled = true;
        env.loop().defer(() -> {
            scheduled = false;
            flush();
        });
    }

    /** Sends what was submitted. */
    void flush() {
        if (flushing || wrap == null || doneTold) return;
        flushing = true;
        try {
            // Of a stream that is closing all is taken and nothing sent, so that what waits for it comes to its end.
            while (inFlight == 0 && session.wantsToWrite()) {
                session.produce(out, MOST_AT_ONCE);
                if (out.length() == 0) break;
                send();
            }
        } finally {
            flushing = false;
        }
        if (graceful && !destroyed && !hasPending()) {
            graceful = false;
            env.loop().defer(() -> {
                if (!destroyed) env.ticks().call(scope, room.receivers().onFlushed(), null, owner);
            });
        }
    }

    /** Tells the program, once, when nothing of this side's waits any more. */
    void tellWhenFlushed() {
        graceful = true;
        schedule();
    }

    private void send() {
        ByteStream stream = wrap.stream();
        List<PendingWrite> done = out.takeDone();
        if (stream.closing()) {
            complete(done, Errno.ECANCELED.code());
        } else if (inPieces) {
            sendPieces(stream, done);
        } else {
            ByteBuf bytes = Unpooled.wrappedBuffer(out.bytes(), 0, out.length());
            int sent = stream.tryWrite(bytes);
            if (!bytes.isReadable() || sent < 0 && sent != Errno.EAGAIN.code()) {
                complete(done, Math.min(sent, 0));
            } else {
                out.giveAway();
                write(stream, bytes, done);
            }
        }
        out.clear();
    }

    private void sendPieces(ByteStream stream, List<PendingWrite> done) {
        int from = 0;
        for (int i = 0; i < out.cutCount(); i++) {
            ByteBuf piece = Unpooled.wrappedBuffer(Arrays.copyOfRange(out.bytes(), from, out.cutAt(i)));
            from = out.cutAt(i);
            if (stream.closing()) {
                if (i == out.cutCount() - 1) complete(done, Errno.ECANCELED.code());
            } else if (i < out.cutCount() - 1) {
                stream.write(piece);
            } else {
                write(stream, piece, done);
            }
        }
    }

    private void write(ByteStream stream, ByteBuf bytes, List<PendingWrite> done) {
        inFlight++;
        stream.write(bytes, status -> {
            inFlight--;
            tell(done, status);
            if (destroyed) finish();
            else flush();
        });
        stream.flush();
    }

    /** Tells of writes that are done, later: the program may be in the middle of one. */
    private void complete(List<PendingWrite> done, int status) {
        if (!done.isEmpty()) env.loop().defer(() -> tell(done, status));
    }

    private void tell(List<PendingWrite> done, int status) {
        for (PendingWrite write : done) {
            Http2Stream stream = write.stream;
            env.ticks().call(room.scopeOf(stream, this), room.receivers().onWritten(), null, write.request, status);
        }
    }

    /** @param request told when the bytes have left; undefined for nothing */
    void write(Http2Stream stream, byte[] bytes, int offset, int length, Object request) {
        PendingWrite write = new PendingWrite(stream, bytes, offset, length, request);
        if (stream.closed || length == 0 && stream.waiting == 0) {
            if (request != null) complete(List.of(write), stream.closed ? Errno.ECANCELED.code() : 0);
            return;
        }
        waiting += length;
        session.write(stream, write);
        schedule();
    }

    /** Forgets what a stream was to send. @param status what those who wrote it are told */
    void cancelWrites(Http2Stream stream, int status) {
        waiting -= stream.waiting;
        stream.waiting = 0;
        if (stream.writes.isEmpty()) return;
        List<PendingWrite> canceled = stream.writes.stream().filter(w -> w.request != null).toList();
        stream.writes.clear();
        complete(canceled, status);
    }

    /** So many octets of data have been put into frames. */
    void taken(int count) {
        waiting -= count;
    }

    boolean hasMemory(long octets) {
        return waiting + session.streams.size() * STREAM_COST + octets < mostMemory;
    }

    /** Whether something of this side's waits to be sent or to be taken. */
    boolean hasPending() {
        return inFlight > 0 || session.wantsToWrite();
    }

    boolean writing() {
        return inFlight > 0;
    }

    /** The octets given to the stream so far, those that it has not got rid of excepted. */
    long progress() {
        return wrap == null || wrap.stream().closing() ? 0 : wrap.stream().bytesWritten();
    }

    long bytesRead() {
        return wrap == null ? 0 : wrap.stream().bytesRead();
    }

    // The end

    /** Says goodbye, unless the stream is gone, and tells the program when that has left. */
    void destroy(int code, boolean streamClosed) {
        if (destroyed) return;
        if (!streamClosed) {
            session.terminate(code);
            flush();
        }
        destroyed = true;
        if (inFlight == 0) env.loop().defer(this::finish);
    }

    private void finish() {
        if (doneTold) return;
        doneTold = true;
        if (wrap != null && wrap.stream().reading()) wrap.readStart();
        env.ticks().call(scope, room.receivers().onDone(), null, owner);
    }
}
