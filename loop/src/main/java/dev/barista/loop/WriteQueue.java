package dev.barista.loop;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.function.IntConsumer;

/** The writes of one stream that wait to be sent, and those that are done and wait to be called back. Loop thread only. */
final class WriteQueue {
    /** From this size on, memory the system can reach is written from where it is. */
    private static final int LARGE = 16 << 10;

    /** Writes in a row before others have their turn. */
    private static final int ROUNDS = 32;

    private static final class Entry {
        final ByteBuf bytes;
        final IntConsumer done;
        int errno;

        Entry(ByteBuf bytes, IntConsumer done) {
            this.bytes = bytes;
            this.done = done;
        }
    }

    private final StreamHandle stream;
    private final ArrayDeque<Entry> waiting = new ArrayDeque<>(4);
    private final ArrayDeque<Entry> completed = new ArrayDeque<>(4);
    private long bytes;
    private long written;

    /** Whether the system's buffer was full. */
    private boolean full;

    WriteQueue(StreamHandle stream) {
        this.stream = stream;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether the stream has to wait until the system takes more. */
    boolean waiting() {
        return full && !waiting.isEmpty();
    }

    long bytes() {
        return bytes;
    }

    long written() {
        return written;
    }

    void add(ByteBuf buffer, IntConsumer done) {
        waiting.addLast(new Entry(buffer, done));
        bytes += buffer.readableBytes();
        stream.loop().countRequests(1);
    }

    /** Sends one buffer past the queue. @return bytes sent, its index moved; or an errno if it was none */
    int send(ByteBuf buffer) {
        int sent = 0;
        while (buffer.isReadable()) {
            int n = sendSome(buffer);
            if (n < 0) return sent == 0 && n != Errno.EAGAIN.code() ? n : sent;
            sent += n;
            buffer.skipBytes(n);
        }
        return sent;
    }

    private int sendSome(ByteBuf buffer) {
        int n;
        if (buffer.isDirect() && buffer.nioBufferCount() == 1) {
            n = stream.socket().write(buffer);
        } else {
            ByteBuf scratch = stream.poller.writeBuffer.clear();
            buffer.getBytes(buffer.readerIndex(), scratch, Math.min(buffer.readableBytes(), scratch.writableBytes()));
            n = stream.socket().write(scratch);
        }
        if (n > 0) written += n;
        return n;
    }

    /** Sends what waits, as far as the system takes it. */
    void send() {
        full = false;
        for (int i = 0; i < ROUNDS && !waiting.isEmpty(); i++) {
            ByteBuf head = waiting.peekFirst().bytes;
            boolean alone = waiting.size() == 1 || head.readableBytes() >= LARGE;
            int offered = head.readableBytes();
            int n;
            if (offered == 0) {
                n = 0;
            } else if (alone) {
                n = sendSome(head);
                if (n > 0 && n < offered && !head.isDirect()) offered = Math.min(offered, stream.poller.writeBuffer.writerIndex());
            } else {
                ByteBuf scratch = gather();
                offered = scratch.readableBytes();
                n = stream.socket().write(scratch);
                if (n > 0) written += n;
            }
            if (n == Errno.EAGAIN.code()) {
                full = true;
                return;
            }
            if (n < 0) {
                fail(n);
                return;
            }
            advance(n);
            if (n < offered) {
                full = true;
                return;
            }
        }
        full = !waiting.isEmpty();
    }

    /** As many small buffers as fit, put together. */
    private ByteBuf gather() {
        ByteBuf scratch = stream.poller.writeBuffer.clear();
        for (Entry entry : waiting) {
            int length = entry.bytes.readableBytes();
            if (length > scratch.writableBytes()) {
                if (scratch.isReadable()) break;
                length = scratch.writableBytes();
            }
            entry.bytes.getBytes(entry.bytes.readerIndex(), scratch, length);
        }
        return scratch;
    }

    /** Takes {@code n} sent bytes off the queue. */
    private void advance(int n) {
        bytes -= n;
        for (Entry entry; (entry = waiting.peekFirst()) != null; ) {
            int part = Math.min(n, entry.bytes.readableBytes());
            entry.bytes.skipBytes(part);
            n -= part;
            if (entry.bytes.isReadable()) return;
            finish(waiting.pollFirst(), 0);
        }
    }

    /** Gives up what waits. */
    void fail(int errno) {
        bytes = 0;
        full = false;
        for (Entry entry; (entry = waiting.pollFirst()) != null; ) finish(entry, errno);
    }

    private void finish(Entry entry, int errno) {
        entry.bytes.release();
        entry.errno = errno;
        completed.addLast(entry);
    }

    /** Calls back what is done. A callback that throws leaves the rest to the next call. */
    void complete() {
        for (Entry entry; (entry = completed.pollFirst()) != null; ) {
            stream.loop().countRequests(-1);
            if (entry.done != null) entry.done.accept(entry.errno);
        }
    }

    /** Forgets everything, without calling back. */
    void discard() {
        fail(Errno.ECANCELED.code());
        completed.clear();
    }
}
