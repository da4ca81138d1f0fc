package dev.barista.loop;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.unix.FileDescriptor;
import io.netty.util.concurrent.ThreadAwareExecutor;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/**
 * A poller that watches sockets through a Netty I/O handler, which the loop thread drives itself. Loop thread only, but for
 * {@link #wakeup}.
 *
 * <p>The wait only collects what became ready; the owners are called after it, so that no callback runs inside
 * {@link Loop#block}. Each owner's writes leave together when its call has returned.
 */
final class NetPoller implements Poller, ThreadAwareExecutor, IoHandlerContext {
    private static final int READ_BYTES = 64 << 10;
    private static final int WRITE_BYTES = 64 << 10;

    private final Loop loop;
    private final Thread thread = Thread.currentThread();
    private final boolean epoll;
    private final IoHandler handler;
    private final Runnable wait = this::await;
    private final ArrayDeque<LoopSocket> ready = new ArrayDeque<>();
    private final ArrayDeque<StreamHandle> unflushed = new ArrayDeque<>();

    /** Where reads go. Its content is the reader's until its callback returns. */
    final ByteBuf readBuffer = UnpooledByteBufAllocator.DEFAULT.directBuffer(READ_BYTES, READ_BYTES);

    /** Where small writes are put together. */
    final ByteBuf writeBuffer = UnpooledByteBufAllocator.DEFAULT.directBuffer(WRITE_BYTES, WRITE_BYTES);

    /** A descriptor to give up when they have run out, so that a connection can be taken and refused. */
    private Closeable reserve;

    private long millis;

    private NetPoller(Loop loop) {
        this.loop = loop;
        this.epoll = epoll(loop.transport());
        IoHandlerFactory factory = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        handler = factory.newHandler(this);
        handler.initialize();
    }

    /** The loop's poller, put in place when the first socket asks for it. */
    static NetPoller of(Loop loop) {
        if (loop.poller() instanceof NetPoller poller) return poller;
        NetPoller poller = new NetPoller(loop);
        loop.poller(poller);
        return poller;
    }

    private static boolean epoll(Transport transport) {
        return switch (transport) {
            case AUTO -> Epoll.isAvailable();
            case EPOLL -> {
                Epoll.ensureAvailability();
                yield true;
            }
            case NIO -> false;
        };
    }

    /** Whether sockets are made for epoll; else for the JDK's selectors. */
    boolean epoll() {
        return epoll;
    }

    @Override
    public int poll(long millis) {
        flush();
        this.millis = ready.isEmpty() && unflushed.isEmpty() ? millis : 0;
        if (this.millis == 0) handler.run(this);
        else loop.block(wait);
        return dispatch();
    }

    private void await() {
        handler.run(this);
        Thread.interrupted(); // A pending interrupt would turn every further wait into a spin.
    }

    private int dispatch() {
        int count = 0;
        for (LoopSocket socket; (socket = ready.pollFirst()) != null; ) {
            int ops = socket.readiness & socket.interest;
            socket.readiness = 0;
            if (ops == 0) continue;
            count++;
            socket.owner.ready(ops);
            flush();
        }
        return count;
    }

    /** Puts a socket in the queue of those whose owners will be told. For sockets, in the wait. */
    void ready(LoopSocket socket, int ops) {
        if (socket.readiness == 0) ready.addLast(socket);
        socket.readiness |= ops;
    }

    /** Has a stream's writes leave when the callback under way returns, or before the next wait. */
    void flushLater(StreamHandle stream) {
        unflushed.addLast(stream);
    }

    /** Sends what waits. What callbacks write meanwhile waits for the next call, so that they can't starve others. */
    private void flush() {
        for (int left = unflushed.size(); left > 0 && !unflushed.isEmpty(); left--) unflushed.pollFirst().flushNow();
    }

    @Override
    public void runTasks() {
        flush();
    }

    void keepReserve() {
        if (reserve != null) return;
        try {
            reserve = epoll ? FileDescriptor.from("/dev/null")::close : DatagramChannel.open();
        } catch (IOException e) {
            reserve = null; // Descriptors have run out already: refusing does what it can.
        }
    }

    void releaseReserve() {
        if (reserve == null) return;
        try {
            reserve.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reserve = null;
    }

    /** Begins to watch a socket. */
    IoRegistration register(IoHandle handle) {
        try {
            return handler.register(handle);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has the selector let go of channels that were closed: until then the JDK keeps their sockets open. Outside the wait only. */
    void releaseClosed() {
        long before = millis;
        millis = 0;
        handler.run(this);
        millis = before;
    }

    @Override
    public void wakeup() {
        handler.wakeup();
    }

    @Override
    public void close() {
        ready.clear();
        unflushed.clear();
        releaseReserve();
        handler.prepareToDestroy();
        handler.destroy();
        readBuffer.release();
        writeBuffer.release();
    }

    // What the I/O handler asks.

    @Override
    public boolean canBlock() {
        return millis != 0 && loop.mayBlock();
    }

    @Override
    public long delayNanos(long currentTimeNanos) {
        return millis < 0 ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Equal for equal due times, so that an armed timer is left alone. */
    @Override
    public long deadlineNanos() {
        return millis < 0 ? -1 : TimeUnit.MILLISECONDS.toNanos(loop.now() + millis);
    }

    @Override
    public boolean isExecutorThread(Thread other) {
        return other == thread;
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }
}
