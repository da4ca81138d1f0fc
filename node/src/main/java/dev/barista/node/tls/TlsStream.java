package dev.barista.node.tls;

import dev.barista.loop.ByteStream;
import dev.barista.loop.Errno;
import dev.barista.loop.Loop;
import dev.barista.loop.StreamReader;
import dev.barista.node.posix.Memory;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayDeque;
import java.util.function.IntConsumer;

/**
 * A TLS connection over another stream: plain text on this side, records on that. Loop thread only.
 *
 * <p>OpenSSL works on two buffers in memory: what the stream below brought, and what it is to send. Plain text is sealed only as the
 * stream below takes records, and records are opened only while somebody reads, so that neither buffer grows.
 */
final class TlsStream extends Handshake implements ByteStream, StreamReader {
    /** So many sealed bytes may wait below before more plain text is sealed. */
    private static final int MOST_SEALED = 128 << 10;

    /** The most plain text in one record. */
    private static final int RECORD = 16 << 10;

    private static final int ERROR_NONE = 0;
    private static final int ERROR_SSL = 1;
    private static final int ERROR_WANT_READ = 2;
    private static final int ERROR_WANT_WRITE = 3;
    private static final int ERROR_SYSCALL = 5;
    private static final int ERROR_CLOSED = 6;

    private static final class Entry {
        final ByteBuf bytes;
        final IntConsumer done;

        Entry(ByteBuf bytes, IntConsumer done) {
            this.bytes = bytes;
            this.done = done;
        }
    }

    private final ByteStream below;
    private final ArrayDeque<Entry> waiting = new ArrayDeque<>(4);
    private StreamReader reader;
    private IntConsumer shutdown;
    private long waitingBytes;
    private long bytesRead;
    private long bytesWritten;
    private int cycles;
    private int endErrno;
    private boolean ended;
    private boolean failed;
    private boolean resuming;
    private boolean held;
    private boolean closed;

    TlsStream(Engine engine, ByteStream below, SecureContext context, boolean server) {
        super(engine, context, server);
        this.below = below;
    }

    ByteStream below() {
        return below;
    }

    /** Gets what the stream below brings from now on, if it reads. To be called once, before anything else. */
    void takeOver() {
        if (below.reading()) below.read(this);
    }

    /** Sends nothing down before {@link #release}: somebody else's writes come first. */
    void hold() {
        held = true;
    }

    void release() {
        held = false;
        if (ssl() != 0) cycle();
    }

    /** Begins the handshake. A server's begins with the first bytes it reads. */
    void start() {
        cycle();
    }

    @Override
    void resume() {
        if (reader != null && !closing() && !ended) below.read(this);
        cycle();
    }

    // Reading

    @Override
    public int read(StreamReader reader) {
        if (closing()) return Errno.EINVAL.code();
        this.reader = reader;
        int errno = ended ? 0 : below.read(this);
        if (errno == 0 && (endErrno != 0 || ssl() != 0 && buffered())) resumeLater();
        return errno;
    }

    private boolean buffered() {
        return OpenSsl.BIO_CTRL_PENDING.call(incoming()) > 0 || OpenSsl.PENDING.number(ssl()) > 0;
    }

    /** What was read before reading was stopped is given out later, as if it came then. */
    private void resumeLater() {
        if (resuming) return;
        resuming = true;
        loop().defer(() -> {
            resuming = false;
            if (reader != null && !closing()) {
                cycle();
                tellEnd();
            }
        });
    }

    @Override
    public void pause() {
        reader = null;
        if (!below.closing()) below.pause();
    }

    @Override
    public boolean reading() {
        return reader != null;
    }

    @Override
    public long bytesRead() {
        return bytesRead;
    }

    /** Records from below. */
    @Override
    public void read(ByteBuf bytes) {
        if (ssl() == 0 || failed || endErrno != 0) return;   // nothing counts after the end
        int length = bytes.readableBytes();
        if (bytes.hasMemoryAddress()) {
            OpenSsl.BIO_WRITE.call(incoming(), bytes.memoryAddress() + bytes.readerIndex(), length);
        } else {
            byte[] copy = new byte[Math.min(length, Native.ROOM)];
            while (bytes.isReadable()) {
                int part = Math.min(bytes.readableBytes(), copy.length);
                bytes.readBytes(copy, 0, part);
                Memory.put(copy, 0, engine().memory().scratch, part);
                OpenSsl.BIO_WRITE.call(incoming(), engine().memory().scratch, part);
            }
        }
        cycle();
        if ((waitsForProgram() || reader == null && established()) && !closing()) below.pause();
    }

    /** Records that somebody else has read from below. */
    void receive(byte[] bytes) {
        read(Unpooled.wrappedBuffer(bytes));
    }

    @Override
    public void ended(int errno) {
        if (ssl() != 0) cycle();
        if (endErrno == 0) endErrno = errno;
        tellEnd();
    }

    private void tellEnd() {
        if (ended || reader == null || endErrno == 0) return;
        ended = true;
        StreamReader last = reader;
        reader = null;
        last.ended(endErrno);
    }

    // The engine's turn

    /** Lets OpenSSL go on with whatever it has: opens what came, seals what waits, sends what is sealed. */
    private void cycle() {
        if (++cycles > 1) return;
        try {
            do {
                cycles = 1;
                open();
                seal();
                send(null);
            } while (cycles > 1 && ssl() != 0);
        } finally {
            cycles = 0;
        }
    }

    private void open() {
        while (ssl() != 0 && !failed && endErrno == 0 && (reader != null || !established())) {
            Native memory = engine().memory();
            int room = Math.clamp(reader == null ? Native.ROOM : reader.room(), 1, Native.ROOM);
            int beforeNews = 0;
            int length = 0;
            int result;
            OpenSsl.ERR_CLEAR.call();
            do {
                beforeNews = length;
                if (reader == null) {
                    result = enter(OpenSsl.DO_HANDSHAKE, 0, 0);
                } else {
                    result = enter(OpenSsl.READ, memory.plainAddress + length, Math.min(room - length, RECORD));
                    if (result > 0) length += result;
                }
                // records that are full are given together; one that is not ends what its sender has written
            } while (result == RECORD && length < room && !hasNews() && reader != null);
            int error = result > 0 ? ERROR_NONE : OpenSsl.GET_ERROR.number(ssl(), result);
            OpenSslFailure failure = error == ERROR_SSL ? OpenSslFailure.ofConnection() : null;
            leave();
            StreamReader asked = reader;
            if (hasNews()) {
                // What came before the news is told before it. The rest is kept: who hears the news may make others use the memory.
                ByteBuf rest = Unpooled.wrappedBuffer(Memory.bytes(memory.plainAddress + beforeNews, length - beforeNews));
                give(asked, memory.plain.setIndex(0, beforeNews));
                tellNews();
                give(asked, rest);
            } else {
                give(asked, memory.plain.setIndex(0, length));
            }
            if (ssl() == 0 || error != ERROR_NONE && finish(error, failure)) return;
        }
    }

    /** Gives opened text to whoever reads now, or else to who asked for it. */
    private void give(StreamReader asked, ByteBuf text) {
        if (!text.isReadable() || closing()) return;
        bytesRead += text.readableBytes();
        (reader != null ? reader : asked).read(text);
    }

    /** Deals with the reason why no more could be read. @return whether to stop for now */
    private boolean finish(int error, OpenSslFailure failure) {
        switch (error) {
            case ERROR_WANT_READ, ERROR_WANT_WRITE -> {
                return true;
            }
            case ERROR_CLOSED -> {
                if (endErrno == 0) endErrno = Errno.EOF.code();
                send(null);
                tellEnd();
                return true;
            }
            case ERROR_SSL, ERROR_SYSCALL -> {
                failed = true;
                send(null);   // an alert, for the other side
                tellFailure(failure);
                return true;
            }
            default -> {
                // The handshake waits for an answer of the program's.
                return !askProgram();
            }
        }
    }

    /** Seals what waits, as far as it is taken below; nothing before the program has been told of the handshake. */
    private void seal() {
        if (!established() || held) return;
        while (!waiting.isEmpty() && ssl() != 0 && !failed && below.writeQueueSize() < MOST_SEALED) {
            Entry entry = waiting.peekFirst();
            int length = Math.min(entry.bytes.readableBytes(), RECORD);
            if (length > 0) {
                if (!sealPart(entry.bytes, length)) return;
                waitingBytes -= length;
                bytesWritten += length;
            }
            boolean last = !entry.bytes.isReadable();
            if (last) {
                waiting.pollFirst();
                entry.bytes.release();
            }
            send(last ? entry.done : null);
        }
        if (waiting.isEmpty() && shutdown != null) finishShutdown();
    }

    private boolean sealPart(ByteBuf bytes, int length) {
        long from;
        if (bytes.isDirect() && bytes.hasMemoryAddress()) {
            from = bytes.memoryAddress() + bytes.readerIndex();
        } else {
            from = engine().memory().scratch;
            byte[] array = bytes.hasArray() ? bytes.array() : new byte[length];
            int offset = bytes.hasArray() ? bytes.arrayOffset() + bytes.readerIndex() : 0;
            if (!bytes.hasArray()) bytes.getBytes(bytes.readerIndex(), array);
            Memory.put(array, offset, from, length);
        }
        OpenSsl.ERR_CLEAR.call();
        int result = enter(OpenSsl.WRITE, from, length);
        if (result > 0) {
            bytes.skipBytes(length);
            leave();
            return true;
        }
        int error = OpenSsl.GET_ERROR.number(ssl(), result);
        OpenSslFailure failure = error == ERROR_SSL ? OpenSslFailure.ofConnection() : null;
        leave();
        if (error == ERROR_SSL || error == ERROR_SYSCALL) {
            failed = true;
            send(null);
            tellFailure(failure);
        } else {
            send(null);
        }
        return false;
    }

    /** Hands sealed bytes down. @param done told when they have left; null for nothing */
    private void send(IntConsumer done) {
        if (held) return;
        long pending = ssl() == 0 || below.closing() ? 0 : OpenSsl.BIO_CTRL_PENDING.call(outgoing());
        if (pending == 0) {
            if (done != null) loop().defer(() -> done.accept(closing() ? Errno.ECANCELED.code() : 0));
            return;
        }
        while (pending > 0) {
            int length = (int) Math.min(pending, Native.ROOM);
            long scratch = engine().memory().scratch;
            OpenSsl.BIO_READ.call(outgoing(), scratch, length);
            pending -= length;
            below.write(Unpooled.wrappedBuffer(Memory.bytes(scratch, length)), pending > 0 ? null : errno -> sent(done, errno));
        }
    }

    private void sent(IntConsumer done, int errno) {
        if (done != null) done.accept(errno);
        if (!waiting.isEmpty() && ssl() != 0 && errno == 0 && cycles == 0) seal();
    }

    // Writing

    /** Nothing is ever sent at once: a write is done when its records have left. */
    @Override
    public int tryWrite(ByteBuf bytes) {
        return closing() || ssl() == 0 ? Errno.EBADF.code() : failed ? Errno.EPROTO.code() : Errno.EAGAIN.code();
    }

    @Override
    public void write(ByteBuf bytes, IntConsumer done) {
        waiting.addLast(new Entry(bytes, done));
        waitingBytes += bytes.readableBytes();
        if (ssl() == 0) failWaiting(Errno.ECANCELED.code());
        else if (established() && !inside()) seal();   // at once: whoever writes may close right after
        else cycle();
    }

    @Override
    public void flush() {
        if (!below.closing()) below.flush();
    }

    @Override
    public long writeQueueSize() {
        return waitingBytes + below.writeQueueSize();
    }

    @Override
    public long bytesWritten() {
        return bytesWritten - below.writeQueueSize();   // StreamMethods adds what waits
    }

    @Override
    public int shutdown(IntConsumer done) {
        if (closing() || ssl() == 0 || shutdown != null) return Errno.ENOTCONN.code();
        if (waiting.isEmpty() && !held) return shutdownNow(done);
        shutdown = done;
        return 0;
    }

    /** Says that nothing more will come, and ends the writing side below. */
    private int shutdownNow(IntConsumer done) {
        OpenSsl.ERR_CLEAR.call();
        OpenSsl.SHUTDOWN.call(ssl());
        OpenSsl.ERR_CLEAR.call();
        send(null);
        return below.shutdown(done);
    }

    private void finishShutdown() {
        IntConsumer done = shutdown;
        shutdown = null;
        int errno = ssl() == 0 ? Errno.ENOTCONN.code() : shutdownNow(done);
        if (errno != 0) loop().defer(() -> done.accept(errno));
    }

    private void failWaiting(int errno) {
        for (Entry entry; (entry = waiting.pollFirst()) != null; ) {
            IntConsumer done = entry.done;
            entry.bytes.release();
            if (done != null) loop().defer(() -> done.accept(errno));
        }
        waitingBytes = 0;
        if (shutdown != null) {
            IntConsumer done = shutdown;
            shutdown = null;
            loop().defer(() -> done.accept(errno));
        }
    }

    // The handle below

    @Override
    public Loop loop() {
        return below.loop();
    }

    @Override
    public int fd() {
        return below.fd();
    }

    @Override
    public void ref() {
        below.ref();
    }

    @Override
    public void unref() {
        below.unref();
    }

    @Override
    public boolean hasRef() {
        return below.hasRef();
    }

    @Override
    public boolean closing() {
        return closed || below.closing();
    }

    @Override
    public void close(Runnable onClosed) {
        closed = true;
        destroy();
        if (!below.closing()) below.close(onClosed);
        else if (onClosed != null) loop().defer(onClosed);
    }

    /** Gives OpenSSL's part back. Nothing more is read or written; the stream below stays as it is. */
    @Override
    void destroy() {
        super.destroy();
        if (!loop().closed()) failWaiting(Errno.ECANCELED.code());
    }
}
