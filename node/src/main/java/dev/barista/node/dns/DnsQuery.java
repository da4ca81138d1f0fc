package dev.barista.node.dns;

import dev.barista.loop.DatagramReader;
import dev.barista.loop.Errno;
import dev.barista.loop.Handle;
import dev.barista.loop.Loop;
import dev.barista.loop.StreamReader;
import dev.barista.loop.TcpHandle;
import dev.barista.loop.TimerHandle;
import dev.barista.loop.UdpHandle;
import dev.barista.node.dns.DnsMessage.MalformedException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.net.Inet6Address;
import java.net.InetSocketAddress;

/**
 * One question, asked of one server after the other until one answers: over UDP from a port of its own each time, over TCP where the
 * answer didn't fit. Loop thread only.
 */
final class DnsQuery {
    /** Told once. */
    interface Listener {
        /** @param error null, or a code such as {@code ETIMEOUT}; the message is null then */
        void done(String error, DnsMessage message);
    }

    private final Loop loop;
    private final DnsChannel channel;
    private final byte[] question;
    private final Listener listener;
    private final TimerHandle timer;
    private Handle socket;
    private int attempt;
    private boolean done;
    private String lastError = "ECONNREFUSED";

    DnsQuery(Loop loop, DnsChannel channel, byte[] question, Listener listener) {
        this.loop = loop;
        this.channel = channel;
        this.question = question;
        this.listener = listener;
        this.timer = new TimerHandle(loop);
    }

    /** Begins; the listener is never called before this returns. */
    void start() {
        if (channel.servers().isEmpty()) loop.defer(() -> finish("ECONNREFUSED", null));
        else next();
    }

    void cancel() {
        finish("ECANCELLED", null);
    }

    /** Asks the next server, or gives up. */
    private void next() {
        closeSocket();
        int count = channel.servers().size();
        if (attempt == count * channel.tries()) {
            finish(lastError, null);
            return;
        }
        InetSocketAddress server = channel.servers().get(attempt % count);
        long patience = channel.timeout() << Math.min(attempt / count, 16);
        if (channel.maxTimeout() > 0) patience = Math.min(patience, channel.maxTimeout());
        attempt++;
        loop.updateTime();
        timer.start(this::late, patience, 0);
        int errno = askByUdp(server);
        if (errno != 0) {
            timer.stop();
            lastError = "ECONNREFUSED";
            loop.defer(this::nextUnlessDone);
        }
    }

    /** Time is up; an answer that has come while the loop was busy elsewhere still counts. */
    private void late() {
        timer.start(() -> failed("ETIMEOUT"), 1, 0);
    }

    private void nextUnlessDone() {
        if (!done) next();
    }

    private void failed(String error) {
        if (done) return;
        lastError = error;
        next();
    }

    private int askByUdp(InetSocketAddress server) {
        UdpHandle udp = new UdpHandle(loop);
        socket = udp;
        InetSocketAddress local = channel.localAddress(server.getAddress() instanceof Inet6Address);
        int errno = local == null ? 0 : udp.bind(local, false, false, false);
        if (errno == 0) errno = udp.connect(server);
        if (errno == 0) errno = udp.trySend(Unpooled.wrappedBuffer(question), null);
        if (errno != 0) return errno;
        return udp.receive(new DatagramReader() {
            @Override
            public void received(ByteBuf bytes, InetSocketAddress from) {
                byte[] copy = new byte[bytes.readableBytes()];
                bytes.readBytes(copy);
                answered(server, new DnsMessage(copy), false);
            }

            @Override
            public void failed(int failure) {
                DnsQuery.this.failed("ECONNREFUSED");
            }
        });
    }

    /** What doesn't answer the question, or is broken, is passed over: it may be forged. */
    private void answered(InetSocketAddress server, DnsMessage message, boolean byTcp) {
        if (done || !message.answers(question)) return;
        try {
            if (message.truncated() && !byTcp) {
                askByTcp(server);
                return;
            }
            message.answers();
            finish(null, message);
        } catch (MalformedException e) {
            lastError = "EBADRESP";
        }
    }

    private void askByTcp(InetSocketAddress server) {
        closeSocket();
        TcpHandle tcp = new TcpHandle(loop);
        socket = tcp;
        InetSocketAddress local = channel.localAddress(server.getAddress() instanceof Inet6Address);
        int errno = local == null ? 0 : tcp.bind(local);
        if (errno == 0) errno = tcp.connect(server, status -> connected(server, tcp, status));
        if (errno != 0) loop.defer(() -> failed("ECONNREFUSED"));
    }

    private void connected(InetSocketAddress server, TcpHandle tcp, int status) {
        if (done || tcp.closing()) return;
        if (status != 0) {
            failed("ECONNREFUSED");
            return;
        }
        tcp.write(Unpooled.buffer(question.length + 2).writeShort(question.length).writeBytes(question));
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        tcp.read(new StreamReader() {
            @Override
            public void read(ByteBuf bytes) {
                byte[] copy = new byte[bytes.readableBytes()];
                bytes.readBytes(copy);
                received.writeBytes(copy);
                byte[] all = received.toByteArray();
                if (all.length < 2) return;
                int length = (all[0] & 0xff) << 8 | all[1] & 0xff;
                if (all.length < length + 2) return;
                byte[] message = new byte[length];
                System.arraycopy(all, 2, message, 0, length);
                tcp.pause();
                answered(server, new DnsMessage(message), true);
            }

            @Override
            public void ended(int errno) {
                failed(errno == Errno.EOF.code() ? "EOF" : "ECONNREFUSED");
            }
        });
    }

    private void closeSocket() {
        if (socket != null && !socket.closing()) socket.close();
        socket = null;
    }

    private void finish(String error, DnsMessage message) {
        if (done) return;
        done = true;
        closeSocket();
        timer.close();
        channel.ended(this);
        listener.done(error, message);
    }
}
