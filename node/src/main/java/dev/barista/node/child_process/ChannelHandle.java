package dev.barista.node.child_process;

import dev.barista.engine.Args;
import dev.barista.engine.BufferAllocator;
import dev.barista.engine.JsObject;
import dev.barista.engine.JsText;
import dev.barista.engine.NativeFn;
import dev.barista.loop.Errno;
import dev.barista.loop.PollHandle;
import dev.barista.node.Callback;
import dev.barista.node.Environment;
import dev.barista.node.HandleOwner;
import dev.barista.node.posix.Descriptors;
import dev.barista.node.posix.SocketMessages;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * One end of the channel between a process and a child: messages, and descriptors beside them, through a Unix socket. Loop thread only.
 *
 * <p>Descriptors arrive no later than the message that they were sent with, and in the messages' order; JavaScript takes them with
 * {@code take} when a message says that it has one. Those that nobody took are closed with the channel.
 */
final class ChannelHandle implements HandleOwner {
    private static final int READ_BYTES = 64 << 10;

    /** Reads in a row before others have their turn. */
    private static final int READS = 32;

    private static final int PENDING = 1;

    /** @param bytes advanced by what was sent; the descriptor, or −1, goes with the first of them */
    private record Outgoing(ByteBuffer bytes, int fd, Callback done) {}

    private final Environment env;
    private final PollHandle poll;
    private final Frames frames;
    private final boolean isText;
    private final Callback onMessages;
    private final Callback onEnd;
    private final JsObject self;
    private final ByteBuffer chunk = ByteBuffer.allocate(READ_BYTES);
    private final ArrayDeque<Outgoing> queue = new ArrayDeque<>();
    private final ArrayDeque<Integer> descriptors = new ArrayDeque<>();
    private final BufferAllocator buffers;
    private long queued;
    private boolean reading = true;

    /** Whether the channel is to keep the loop alive; what waits to be sent does so in any case. */
    private boolean referenced = true;

    /** Whether it closes as soon as nothing waits to be sent. */
    private boolean finishing;

    /** @param onMessages gets an array of strings or Buffers; {@code onEnd} 0 or a negative errno, once, when the other side is gone */
    ChannelHandle(Environment env, boolean isText, Callback onMessages, Callback onEnd) {
        this.env = env;
        this.isText = isText;
        this.frames = isText ? new Frames.Lines() : new Frames.Lengths();
        this.onMessages = onMessages;
        this.onEnd = onEnd;
        this.buffers = new BufferAllocator(env.realm(), env.builtins().requireObject("buffer").object("Buffer").object("prototype"));
        this.self = env.realm().object();
        this.poll = new PollHandle(env.loop());
        poll.data(this);
        define();
    }

    /** Takes the descriptor of its end, and begins to receive. @return 0 or a negative errno */
    int open(int fd) {
        int errno = poll.open(fd);
        if (errno == 0) watch();
        else poll.close();
        return errno;
    }

    private void define() {
        method("send",      this::send);
        method("take",      a -> descriptors.isEmpty() ? -1 : descriptors.pollFirst());
        method("close",     a -> close());
        method("ref",       a -> ref(true));
        method("unref",     a -> ref(false));
        method("hasRef",    a -> !poll.closing() && referenced);
        method("readStart", a -> read(true));
        method("readStop",  a -> read(false));
        accessor("fd",             a -> poll.fd());
        accessor("writeQueueSize", a -> queued);
    }

    private void method(String name, NativeFn body) {
        self.set(name, env.realm().function(name, body));
    }

    private void accessor(String name, NativeFn body) {
        self.defineAccessor(name, env.realm().function("get " + name, body), null, false);
    }

    @Override
    public JsObject self() {
        return self;
    }

    private Object ref(boolean on) {
        referenced = on;
        if (!poll.closing()) watch();
        return null;
    }

    private Object read(boolean on) {
        reading = on && !finishing;
        if (!poll.closing()) watch();
        return 0;
    }

    private void watch() {
        if (referenced || !queue.isEmpty()) poll.ref();
        else poll.unref();
        poll.start((reading ? PollHandle.READABLE : 0) | (queue.isEmpty() ? 0 : PollHandle.WRITABLE), this::ready);
    }

    private void ready(int events) {
        if ((events & PollHandle.WRITABLE) != 0) flush();
        if ((events & PollHandle.READABLE) != 0 && !poll.closing()) receive();
    }

    // Sending

    /** (string or bytes, descriptor or −1, function) → 0 when sent; 1, and the function gets 0 or an errno later; or a negative errno. */
    private Object send(Args a) {
        if (poll.closing() || finishing) return Errno.EBADF.code();
        ByteBuffer bytes = a.isString(0) ? ByteBuffer.wrap(JsText.utf8Bytes(a.raw(0))) : ByteBuffer.wrap(a.bytes(0).copy());
        Outgoing message = new Outgoing(bytes, a.integer(1), env.callback(a.function(2)));
        if (queue.isEmpty()) {
            int errno = transmit(message);
            if (errno != Errno.EAGAIN.code()) return errno;
        }
        queue.addLast(message);
        queued += bytes.remaining();
        watch();
        return PENDING;
    }

    /** @return 0 when all is sent, or a negative errno */
    private int transmit(Outgoing message) {
        ByteBuffer bytes = message.bytes;
        while (bytes.hasRemaining()) {
            int sent = SocketMessages.send(poll.fd(), bytes, bytes.position() == 0 ? message.fd : -1);
            if (sent < 0) return sent;
        }
        return 0;
    }

    private void flush() {
        while (!poll.closing() && !queue.isEmpty()) {
            Outgoing message = queue.peekFirst();
            int before = message.bytes.remaining();
            int errno = transmit(message);
            queued -= before - message.bytes.remaining();
            if (errno == Errno.EAGAIN.code()) break;
            queued -= message.bytes.remaining();
            queue.pollFirst();
            message.done.call(errno);
        }
        if (poll.closing()) return;
        if (finishing && queue.isEmpty()) poll.close();
        else watch();
    }

    // Receiving

    private void receive() {
        for (int i = 0; i < READS && reading && !poll.closing(); i++) {
            int n = SocketMessages.receive(poll.fd(), chunk.clear(), descriptors::addLast);
            if (n == Errno.EAGAIN.code()) return;
            List<Object> messages = new ArrayList<>();
            boolean goesOn = n > 0 &&
                frames.add(chunk.flip(), bytes -> messages.add(isText ? new String(bytes, StandardCharsets.UTF_8) : buffers.of(bytes)));
            if (!messages.isEmpty()) onMessages.call(env.realm().array(messages.toArray()));
            if (goesOn) continue;
            read(false);
            onEnd.call(n > 0 ? Errno.EMSGSIZE.code() : n);
            return;
        }
    }

    /** Closes when all is sent, or can't be. Nothing is received any more. */
    private Object close() {
        if (poll.closing() || finishing) return null;
        finishing = true;
        for (int fd : descriptors) Descriptors.close(fd);
        descriptors.clear();
        if (queue.isEmpty()) poll.close();
        else read(false);
        return null;
    }
}
