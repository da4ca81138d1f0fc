package dev.barista.node.dgram;

import dev.barista.engine.Args;
import dev.barista.engine.AsyncScope;
import dev.barista.engine.Js;
import dev.barista.engine.JsBytes;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.engine.NativeFn;
import dev.barista.loop.Errno;
import dev.barista.loop.UdpHandle;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.Option;
import dev.barista.node.net.IpAddress;
import dev.barista.node.net.SocketNames;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** UDP sockets for {@code dgram.js}. Loop thread only. */
public final class DgramBinding implements Binding {
    private static final int IPV6_ONLY = 1;
    private static final int REUSE_ADDRESS = 4;
    private static final int REUSE_PORT = 8;
    private static final int MOST_BYTES = 65_536;

    private final Environment env;
    private final boolean neverAtOnce;
    private JsFunction onMessage;
    private JsFunction onComplete;

    public DgramBinding(Environment env) {
        this.env = env;
        this.neverAtOnce = env.options().options().is(Option.TEST_UDP_NO_TRY_SEND);
    }

    @Override
    public void define(Exports x) {
        x.fn("receivers", this::receivers);
        x.fn("attach",    this::attach);
        x.fn("define",    this::defineMethods);
    }

    private Object receivers(Args a) {
        onMessage = a.function(0);
        onComplete = a.function(1);
        return null;
    }

    private Object attach(Args a) {
        a.object(0).host(new UdpWrap(env, new UdpHandle(env.loop()), a.object(0), onMessage));
        return null;
    }

    private Object defineMethods(Args a) {
        JsObject prototype = a.object(0);
        method(prototype, "open",             b -> udp(b).open(b.integer(0)));
        method(prototype, "bind",             DgramBinding::bind);
        method(prototype, "connect",          DgramBinding::connect);
        method(prototype, "disconnect",       b -> udp(b).disconnect());
        method(prototype, "send",             this::send);
        method(prototype, "recvStart",        b -> wrap(b).start());
        method(prototype, "recvStop",         b -> wrap(b).stop());
        method(prototype, "close",            b -> wrap(b).close(b.functionOrNull(0)));
        method(prototype, "ref",              b -> wrap(b).ref(true));
        method(prototype, "unref",            b -> wrap(b).ref(false));
        method(prototype, "hasRef",           b -> !udp(b).closing() && udp(b).hasRef());
        method(prototype, "getsockname",      DgramBinding::getsockname);
        method(prototype, "getpeername",      b -> SocketNames.describe(b.object(0), udp(b).remoteAddress()));
        method(prototype, "setBroadcast",     b -> udp(b).broadcast(b.integer(0) != 0));
        method(prototype, "setTTL",           b -> udp(b).timeToLive(b.integer(0)));
        method(prototype, "setMulticastTTL",  b -> udp(b).multicastTimeToLive(b.integer(0)));
        method(prototype, "setMulticastLoopback", b -> udp(b).multicastLoop(b.integer(0) != 0));
        method(prototype, "setMulticastInterface", DgramBinding::multicastInterface);
        method(prototype, "addMembership",    b -> membership(b, true));
        method(prototype, "dropMembership",   b -> membership(b, false));
        method(prototype, "addSourceSpecificMembership",  b -> sourceMembership(b, true));
        method(prototype, "dropSourceSpecificMembership", b -> sourceMembership(b, false));
        method(prototype, "bufferSize",       DgramBinding::bufferSize);
        method(prototype, "getSendQueueSize", b -> udp(b).sendQueueSize());
        method(prototype, "getSendQueueCount", b -> udp(b).sendQueueCount());
        JsFunction fd = env.realm().function("get fd", b -> {
            UdpWrap wrap = b.thisObject().host(UdpWrap.class);
            return wrap == null ? null : wrap.handle().fd();
        });
        prototype.defineAccessor("fd", fd, null, false);
        return null;
    }

    private void method(JsObject prototype, String name, NativeFn body) {
        prototype.defineHidden(name, env.realm().function(name, body));
    }

    private static UdpWrap wrap(Args a) {
        return a.thisHost(UdpWrap.class);
    }

    private static UdpHandle udp(Args a) {
        return wrap(a).handle();
    }

    /** (address, port, flags) */
    private static Object bind(Args a) {
        InetAddress address = IpAddress.parse(a.string(0));
        if (address == null) return Errno.EINVAL.code();
        int flags = a.isUndefined(2) ? 0 : a.integer(2);
        InetSocketAddress local = new InetSocketAddress(address, a.integer(1) & 0xffff);
        return udp(a).bind(local, (flags & IPV6_ONLY) != 0, (flags & REUSE_ADDRESS) != 0, (flags & REUSE_PORT) != 0);
    }

    private static Object connect(Args a) {
        InetAddress address = IpAddress.parse(a.string(0));
        return address == null ? Errno.EINVAL.code() : udp(a).connect(new InetSocketAddress(address, a.integer(1)));
    }

    /** (request, array of bytes, port, address), the last two undefined on a connected socket → 1 + size when sent, 0 when it waits, or an errno. */
    private Object send(Args a) {
        ByteBuf bytes = joined(a.object(1).elements());
        InetSocketAddress to = null;
        if (!a.isNullish(3)) {
            InetAddress address = IpAddress.parse(a.string(3));
            if (address == null) return Errno.EINVAL.code();
            to = new InetSocketAddress(address, a.integer(2));
        }
        int size = bytes.readableBytes();
        int errno = size > MOST_BYTES ? Errno.EMSGSIZE.code() : neverAtOnce ? Errno.EAGAIN.code() : udp(a).trySend(bytes, to);
        if (errno == 0) return size + 1;
        if (errno != Errno.EAGAIN.code()) return errno;
        JsObject request = a.object(0);
        AsyncScope scope = env.realm().scope();
        udp(a).send(bytes, to, status -> env.ticks().call(scope, onComplete, null, request, status, size));
        return 0;
    }

    private static ByteBuf joined(Object[] parts) {
        int total = 0;
        for (Object part : parts) total += Js.bytes(part).length();
        byte[] all = new byte[total];
        int at = 0;
        for (Object part : parts) {
            JsBytes bytes = Js.bytes(part);
            if (bytes.hasArray()) System.arraycopy(bytes.array(), bytes.offset(), all, at, bytes.length());
            else bytes.buffer().get(all, at, bytes.length());
            at += bytes.length();
        }
        return Unpooled.wrappedBuffer(all);
    }

    private static Object getsockname(Args a) {
        InetSocketAddress address = udp(a).localAddress();
        return address == null ? Errno.EBADF.code() : SocketNames.describe(a.object(0), address);
    }

    /** (interface's address) */
    private static Object multicastInterface(Args a) {
        InetAddress local = IpAddress.parse(a.string(0));
        return local == null ? Errno.EINVAL.code() : udp(a).multicastInterface(local, index(local));
    }

    private static int index(InetAddress address) {
        return address instanceof Inet6Address v6 ? Math.max(0, v6.getScopeId()) : 0;
    }

    /** (group, interface's address or undefined) */
    private static Object membership(Args a, boolean join) {
        return membership(a, a.string(0), null, 1, join);
    }

    /** (source, group, interface's address or undefined) */
    private static Object sourceMembership(Args a, boolean join) {
        InetAddress source = IpAddress.parse(a.string(0));
        return source == null ? Errno.EINVAL.code() : membership(a, a.string(1), source, 2, join);
    }

    private static int membership(Args a, String name, InetAddress source, int interfaceAt, boolean join) {
        InetAddress group = IpAddress.parse(name);
        if (group == null) return Errno.EINVAL.code();
        InetAddress local = a.isNullish(interfaceAt) ? null : IpAddress.parse(a.string(interfaceAt));
        if (local == null && !a.isNullish(interfaceAt)) return Errno.EINVAL.code();
        boolean v6 = group instanceof Inet6Address;
        if (local != null && local instanceof Inet6Address != v6) return Errno.EINVAL.code();
        if (source != null && source instanceof Inet6Address != v6) return Errno.EINVAL.code();
        return udp(a).membership(group, v6 ? null : local, local == null ? 0 : index(local), source, join);
    }

    /** (size, whether of the receiving side) → the size, or a negative errno. */
    private static Object bufferSize(Args a) {
        double size = a.number(0);
        if (size > Integer.MAX_VALUE) return Errno.EINVAL.code();
        return a.bool(1) ? udp(a).receiveBufferSize((int) size) : udp(a).sendBufferSize((int) size);
    }
}
