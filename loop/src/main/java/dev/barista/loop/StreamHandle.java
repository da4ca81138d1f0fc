package dev.barista.loop;

import io.netty.buffer.ByteBuf;
import java.util.function.IntConsumer;

/**
 * A two-way stream of bytes: what TCP connections, Unix domain sockets, pipes and terminals have in common. Loop thread only.
 *
 * <p>It keeps the loop alive, while referenced, as long as it reads or listens; a write, a connection attempt or a shutdown
 * under way does so even when it is not referenced. Bytes go to a {@link StreamReader} and never further: a protocol in Java
 * takes a stream over by {@link #read(StreamReader)}. Source: libuv, {@code uv_stream_t}.
 */
public abstract class StreamHandle extends Handle implements ByteStream, LoopSocket.Owner {
    /** Reads in a row before others have their turn. */
    private static final int READS = 32;

    final NetPoller poller;
    private LoopSocket socket;
    private StreamReader reader;
    private Acceptor<StreamHandle> acceptor;
    private final WriteQueue writes = new WriteQueue(this);
    private IntConsumer connecting;
    private IntConsumer shutdown;
    private boolean flushing;
    private boolean connected;
    private boolean finished;
    private boolean resetting;
    private long bytesRead;

    StreamHandle(Loop loop) {
        super(loop);
        poller = NetPoller.of(loop);
    }

    /**
     * Takes an open descriptor that can be waited for: a socket, or the end of a pipe. The handle then owns it.
     *
     * @return 0 or an errno
     */
    public final int open(int fd) {
        if (socket != null) return Errno.EBUSY.code();
        try {
            socket(Sockets.open(poller, fd), true);
            return 0;
        } catch (ErrnoException e) {
            return e.errno();
        }
    }

    // Reading

    /**
     * Begins to read, or goes on with another reader.
     *
     * @return 0, {@code ENOTCONN} if there is no connection, or {@code EINVAL} if the handle is closing
     */
    @Override
    public final int read(StreamReader reader) {
        if (closing()) return Errno.EINVAL.code();
        if (!connected) return Errno.ENOTCONN.code();
        this.reader = reader;
        watch();
        return 0;
    }

    /** Stops reading: what comes stays in the system's buffers, which holds the sender back. Harmless when stopped. */
    @Override
    public final void pause() {
        if (reader == null) return;
        reader = null;
        watch();
    }

    /** Whether it reads. */
    @Override
    public final boolean reading() {
        return reader != null;
    }

    /** The bytes read so far. */
    @Override
    public final long bytesRead() {
        return bytesRead;
    }

    // Writing

    /**
     * Writes as much as can be written at once, and nothing if other writes wait.
     *
     * @param bytes whose reader index moves; it stays the caller's
     * @return the number of bytes written, {@code EAGAIN} if it was none, or another errno
     */
    @Override
    public final int tryWrite(ByteBuf bytes) {
        assert loop().inLoop();
        if (closing() || !connected) return connecting == null ? Errno.EBADF.code() : Errno.EAGAIN.code();
        if (!writes.isEmpty()) return Errno.EAGAIN.code();
        int n = writes.send(bytes);
        return n == 0 && bytes.isReadable() ? Errno.EAGAIN.code() : n;
    }

    /**
     * Writes all of the buffer after what was written before, and releases it. Writes of one callback leave together when it
     * has returned, or by {@link #flush}. On a connection that is still being made they wait for it.
     *
     * @param bytes heap or direct; not to be changed before {@code done}
     * @param done gets 0 or an errno, later; null for nothing
     */
    @Override
    public final void write(ByteBuf bytes, IntConsumer done) {
        assert loop().inLoop();
        if (closing()) throw new IllegalStateException(kind() + " handle is closing");
        writes.add(bytes, done);
        flushLater();
    }

    /** Sends what is waiting now, as far as the system takes it; calls back later. */
    @Override
    public final void flush() {
        if (closing() || writes.isEmpty()) return;
        if (connecting == null) writes.send();
        flushLater();
    }

    /** The bytes that wait to be sent. */
    @Override
    public final long writeQueueSize() {
        return writes.bytes();
    }

    /** The bytes handed to the system so far. */
    @Override
    public final long bytesWritten() {
        return writes.written();
    }

    /**
     * Ends the writing side when everything written has left.
     *
     * @param done gets 0 or an errno, later
     * @return 0, or {@code ENOTCONN} if there is no connection or its writing side is ended already
     */
    @Override
    public final int shutdown(IntConsumer done) {
        if (closing() || !connected || shutdown != null || finished) return Errno.ENOTCONN.code();
        shutdown = done;
        loop().countRequests(1);
        flushLater();
        return 0;
    }

    /** Whether bytes can be read. */
    public final boolean connected() {
        return connected;
    }

    /** The descriptor; −1 when there is none. */
    @Override
    public final int fd() {
        return socket == null ? -1 : socket.descriptor();
    }

    // For the kinds of streams

    final LoopSocket socket() {
        return socket;
    }

    /** Gives the stream its descriptor. */
    final void socket(LoopSocket socket, boolean connected) {
        this.socket = socket;
        this.connected = connected;
        socket.owner = this;
    }

    /** @return 0, or why a connection attempt can't begin */
    final int mayConnect() {
        return closing() ? Errno.EINVAL.code() : connecting != null ? Errno.EALREADY.code() : connected ? Errno.EISCONN.code() : 0;
    }

    /**
     * Waits for a connection attempt that was begun.
     *
     * @param errno what the attempt has come to so far; an error is told later
     * @param done gets 0 or an errno, later
     */
    final int connecting(int errno, IntConsumer done) {
        connecting = done;
        loop().countRequests(1);
        if (errno != 0) loop().defer(() -> finishConnect(errno));
        else watch();
        return 0;
    }

    /** Has {@code acceptor} called for each connection. @return 0 or an errno */
    final int startListening(int backlog, Acceptor<? extends StreamHandle> acceptor) {
        int errno = socket.listen(backlog);
        if (errno != 0) return errno;
        @SuppressWarnings("unchecked") // a kind of stream accepts its own kind only
        Acceptor<StreamHandle> general = (Acceptor<StreamHandle>) acceptor;
        this.acceptor = general;
        watch();
        return 0;
    }

    /** A fresh handle of the same kind, for a connection that was accepted. */
    abstract StreamHandle client();

    // Events

    @Override
    public final void ready(int ops) {
        if ((ops & LoopSocket.WRITE) != 0) {
            if (connecting != null) finishConnect(socket.connected());
            else drain();
        }
        if ((ops & LoopSocket.READ) != 0 && !closing()) {
            if (acceptor != null) accept();
            else receive();
        }
    }

    private void accept() {
        while (acceptor != null && !closing()) {
            int errno = socket.accept();
            if (errno == Errno.EAGAIN.code()) return;
            if (errno == Errno.ECONNABORTED.code()) continue;
            if (errno != 0) {
                if (errno == Errno.EMFILE.code() || errno == Errno.ENFILE.code()) socket.refuse();
                acceptor.failed(errno);
                return;
            }
            StreamHandle client = client();
            client.socket(socket.accepted, true);
            socket.accepted = null;
            acceptor.accepted(client);
        }
    }

    private void receive() {
        ByteBuf buffer = poller.readBuffer;
        for (int i = 0; i < READS && reader != null; i++) {
            buffer.clear();
            int most = Math.clamp(reader.room(), 1, buffer.capacity());
            int n = socket.read(buffer, most);
            if (n == Errno.EAGAIN.code()) return;
            if (n < 0) {
                StreamReader last = reader;
                pause();
                last.ended(n);
                return;
            }
            bytesRead += n;
            reader.read(buffer);
            if (n < most) return;
        }
    }

    private void finishConnect(int errno) {
        if (connecting == null || closing()) return;
        IntConsumer done = connecting;
        connecting = null;
        connected = errno == 0;
        loop().countRequests(-1);
        if (connected) watch();
        else writes.fail(Errno.ECANCELED.code());
        if (!writes.isEmpty() || !connected) flushLater();
        done.accept(errno);
    }

    private void flushLater() {
        if (flushing) return;
        flushing = true;
        poller.flushLater(this);
    }

    /** Sends what waits; called by the poller once for any number of writes. */
    final void flushNow() {
        flushing = false;
        if (!closing()) drain();
    }

    private void drain() {
        if (connecting == null) writes.send();
        writes.complete();
        if (closing()) return;
        if (shutdown != null && writes.isEmpty()) finishShutdown();
        else watch();
    }

    private void finishShutdown() {
        IntConsumer done = shutdown;
        shutdown = null;
        loop().countRequests(-1);
        finished = true;
        int errno = socket.shutdown();
        watch();
        done.accept(errno);
    }

    private void watch() {
        boolean wantsRead = reader != null || acceptor != null;
        boolean wantsWrite = connecting != null || writes.waiting();
        if (socket != null) socket.watch((wantsRead ? LoopSocket.READ : 0) | (wantsWrite ? LoopSocket.WRITE : 0));
        if (wantsRead) activate();
        else deactivate();
    }

    /** Has {@link #close} break the connection. @return 0, {@code EINVAL} if the stream is being shut down, or another errno */
    final int resetOnClose() {
        if (shutdown != null) return Errno.EINVAL.code();
        resetting = true;
        return socket == null ? 0 : socket.resetOnClose();
    }

    @Override
    protected void onClose() {
        reader = null;
        acceptor = null;
        // What was written in the callback that closes it leaves as if it had been sent at once.
        if (flushing && connected && !resetting) writes.send();
        if (socket != null) socket.close();
        writes.fail(Errno.ECANCELED.code());
    }

    @Override
    protected final void onFinish() {
        int canceled = Errno.ECANCELED.code();
        if (connecting != null) {
            IntConsumer done = connecting;
            connecting = null;
            loop().countRequests(-1);
            done.accept(canceled);
        }
        writes.complete();
        if (shutdown != null) {
            IntConsumer done = shutdown;
            shutdown = null;
            loop().countRequests(-1);
            done.accept(canceled);
        }
    }

    @Override
    final void discard() {
        super.discard();
        writes.discard();
    }
}
