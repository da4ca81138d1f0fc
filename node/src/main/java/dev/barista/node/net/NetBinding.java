package dev.barista.node.net;

import dev.barista.engine.Args;
import dev.barista.engine.AsyncScope;
import dev.barista.engine.JsObject;
import dev.barista.engine.JsText;
import dev.barista.loop.Acceptor;
import dev.barista.loop.DescriptorKind;
import dev.barista.loop.Errno;
import dev.barista.loop.PipeHandle;
import dev.barista.loop.StreamHandle;
import dev.barista.loop.TcpHandle;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.permission.Permission;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Sockets for {@code net.js}. Loop thread only. */
public final class NetBinding implements Binding {
    private static final int IPV6_ONLY = 1;
    private static final int REUSE_PORT = 2;

    private final Environment env;
    private final StreamCalls calls;
    private final StreamMethods methods;

    public NetBinding(Environment env) {
        this.env = env;
        this.calls = new StreamCalls(env);
        this.methods = new StreamMethods(env, calls);
    }

    @Override
    public void define(Exports x) {
        x.fn("isIP",          a -> IpAddress.version(a.string(0)));
        x.fn("isAscii",       a -> JsText.isAscii(a.raw(0)));
        x.fn("canonical",     this::canonical);
        x.fn("receivers",     this::receivers);
        x.fn("defineStream",  this::defineStream);
        x.fn("defineTcp",     this::defineTcp);
        x.fn("definePipe",    this::definePipe);
        x.fn("attachTcp",     a -> attach(a, new TcpHandle(env.loop())));
        x.fn("attachPipe",    a -> attach(a, new PipeHandle(env.loop())));
        x.fn("attachClient",  this::attachClient);
        x.fn("attachDuplex",  this::attachDuplex);
        x.fn("receive",       this::receive);
        x.fn("end",           this::end);
        x.fn("descriptorKind", a -> DescriptorKind.of(a.integer(0)).name());
        x.fn("blockRules",    a -> env.realm().wrap(new BlockRules()));
        x.fn("blockAddress",  BlockRules::addAddress);
        x.fn("blockRange",    BlockRules::addRange);
        x.fn("blockSubnet",   BlockRules::addSubnet);
        x.fn("isBlocked",     a -> a.host(0, BlockRules.class).forbid(a.string(1)));
        x.fn("blockTexts",    a -> env.realm().array((Object[]) a.host(0, BlockRules.class).texts()));
    }

    /** The canonical text of an address, or undefined. */
    private Object canonical(Args a) {
        InetAddress address = IpAddress.parse(a.string(0));
        return address == null ? null : IpAddress.format(address.getAddress(), address instanceof Inet6Address);
    }

    private Object receivers(Args a) {
        calls.receivers(a.function(0), a.function(1), a.function(2));
        return null;
    }

    private Object defineStream(Args a) {
        methods.define(a.object(0));
        return null;
    }

    private Object defineTcp(Args a) {
        JsObject prototype = a.object(0);
        methods.method(prototype, "open",         b -> tcp(b).open(b.integer(0)));
        methods.method(prototype, "bind",         this::bind);
        methods.method(prototype, "bind6",        this::bind);
        methods.method(prototype, "listen",       b -> tcp(b).listen(b.integer(0), new Server<TcpHandle>(StreamMethods.wrap(b))));
        methods.method(prototype, "connect",      this::connect);
        methods.method(prototype, "connect6",     this::connect);
        methods.method(prototype, "setNoDelay",   b -> tcp(b).noDelay(b.bool(0)));
        methods.method(prototype, "setKeepAlive", b -> tcp(b).keepAlive(b.bool(0), b.isUndefined(1) ? 0 : b.integer(1)));
        methods.method(prototype, "getsockname",  b -> SocketNames.describe(b.object(0), tcp(b).localAddress()));
        methods.method(prototype, "getpeername",  b -> SocketNames.describe(b.object(0), tcp(b).remoteAddress()));
        methods.method(prototype, "reset",        this::reset);
        return null;
    }

    private Object definePipe(Args a) {
        JsObject prototype = a.object(0);
        methods.method(prototype, "open",    b -> pipe(b).open(b.integer(0)));
        methods.method(prototype, "bind",    b -> pipe(b).bind(boundPath(b.string(0))));
        methods.method(prototype, "listen",  b -> pipe(b).listen(b.integer(0), new Server<PipeHandle>(StreamMethods.wrap(b))));
        methods.method(prototype, "connect", this::connectPipe);
        methods.method(prototype, "fchmod",  b -> pipe(b).permissions(b.integer(0)));
        return null;
    }

    private static TcpHandle tcp(Args a) {
        return (TcpHandle) StreamMethods.stream(a);
    }

    private static PipeHandle pipe(Args a) {
        return (PipeHandle) StreamMethods.stream(a);
    }

    private Object attach(Args a, StreamHandle handle) {
        new StreamWrap(calls, handle).attach(a.object(0), env.realm().scope());
        return null;
    }

    /** (object, client) */
    private Object attachClient(Args a) {
        a.host(1, StreamWrap.class).attach(a.object(0), env.realm().scope());
        return null;
    }

    private Object attachDuplex(Args a) {
        DuplexStream stream = new DuplexStream(env, calls);
        stream.attach(a.object(0));
        new StreamWrap(calls, stream).attach(a.object(0), env.realm().scope());
        return null;
    }

    private static DuplexStream duplex(Args a) {
        return (DuplexStream) a.host(0, StreamWrap.class).stream();
    }

    /** (handle, bytes) */
    private Object receive(Args a) {
        duplex(a).receive(a.bytes(1));
        return null;
    }

    /** (handle, errno) */
    private Object end(Args a) {
        duplex(a).end(a.integer(1));
        return null;
    }

    /** Tells JavaScript of connections. */
    private final class Server<H extends StreamHandle> implements Acceptor<H> {
        private final StreamWrap wrap;

        Server(StreamWrap wrap) {
            this.wrap = wrap;
        }

        @Override
        public void accepted(H client) {
            calls.connection(wrap, 0, new StreamWrap(calls, client));
        }

        @Override
        public void failed(int errno) {
            calls.connection(wrap, errno, null);
        }
    }

    /** (address, port, flags) */
    private Object bind(Args a) {
        InetAddress address = IpAddress.parse(a.string(0));
        if (address == null) return Errno.EINVAL.code();
        int flags = a.isUndefined(2) ? 0 : a.integer(2);
        return tcp(a).bind(new InetSocketAddress(address, a.integer(1) & 0xffff), (flags & IPV6_ONLY) != 0, (flags & REUSE_PORT) != 0);
    }

    /** (request, address, port) */
    private Object connect(Args a) {
        InetAddress address = IpAddress.parse(a.string(1));
        if (address == null) return Errno.EINVAL.code();
        JsObject request = a.object(0);
        AsyncScope scope = env.realm().scope();
        return tcp(a).connect(new InetSocketAddress(address, a.integer(2)), status -> calls.complete(scope, request, status));
    }

    /** (request, path) */
    private Object connectPipe(Args a) {
        JsObject request = a.object(0);
        AsyncScope scope = env.realm().scope();
        return pipe(a).connect(path(a.string(1)), status -> calls.complete(scope, request, status));
    }

    /** The path of a socket that is to be made, unless it has a name alone and is no file. */
    private String boundPath(String path) {
        if (env.permissions() == null || path.startsWith("\0")) return path(path);
        return env.permissions().requireFile(Permission.FILE_SYSTEM_WRITE, path).toString();
    }

    /** A path as the system finds it: the program's working directory may not be the JVM's. */
    private String path(String path) {
        if (path.isEmpty() || path.startsWith("/") || path.startsWith("\0")) return path;
        return env.cwd().equals(Path.of("").toAbsolutePath()) ? path : env.cwd().resolve(path).toString();
    }

    /** (function) */
    private Object reset(Args a) {
        StreamWrap wrap = StreamMethods.wrap(a);
        if (wrap.stream().closing()) return Errno.EBADF.code();
        return tcp(a).reset(methods.closed(wrap, a.functionOrNull(0)));
    }
}
