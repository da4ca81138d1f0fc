package dev.barista.node;

import dev.barista.node.assertion.AssertBinding;
import dev.barista.node.async_hooks.AsyncHooksBinding;
import dev.barista.node.buffer.BufferBinding;
import dev.barista.node.child_process.ChildProcessBinding;
import dev.barista.node.crypto.CipherBinding;
import dev.barista.node.crypto.CryptoBinding;
import dev.barista.node.crypto.ExchangeBinding;
import dev.barista.node.crypto.KdfBinding;
import dev.barista.node.crypto.KeysBinding;
import dev.barista.node.crypto.SignBinding;
import dev.barista.node.crypto.X509Binding;
import dev.barista.node.dgram.DgramBinding;
import dev.barista.node.dns.DnsBinding;
import dev.barista.node.fetch.FetchBinding;
import dev.barista.node.fs.FsBinding;
import dev.barista.node.http.HttpBinding;
import dev.barista.node.locks.LocksBinding;
import dev.barista.node.http2.Http2Binding;
import dev.barista.node.messaging.MessagingBinding;
import dev.barista.node.module.ModuleBinding;
import dev.barista.node.net.NetBinding;
import dev.barista.node.node_api.NodeApiBinding;
import dev.barista.node.os.OsBinding;
import dev.barista.node.perf_hooks.PerfHooksBinding;
import dev.barista.node.permission.PermissionBinding;
import dev.barista.node.process.ProcessBinding;
import dev.barista.node.punycode.PunycodeBinding;
import dev.barista.node.repl.ReplBinding;
import dev.barista.node.sqlite.SqliteBinding;
import dev.barista.node.stream.StreamBinding;
import dev.barista.node.string_decoder.StringDecoderBinding;
import dev.barista.node.timers.TimersBinding;
import dev.barista.node.tls.TlsBinding;
import dev.barista.node.tty.TtyBinding;
import dev.barista.node.url.UrlBinding;
import dev.barista.node.util.EncodingBinding;
import dev.barista.node.util.TypesBinding;
import dev.barista.node.util.UtilBinding;
import dev.barista.node.v8.V8Binding;
import dev.barista.node.vm.VmBinding;
import dev.barista.node.webassembly.WebAssemblyBinding;
import dev.barista.node.worker_threads.WorkerThreadsBinding;
import dev.barista.node.zlib.ZlibBinding;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The table of rooms: Node's modules that are here, how whole they are, and the Java half of each. The list of built-in modules, the
 * README's matrix and the tests of completeness are made from it.
 */
public enum Rooms {
    //     module        Java half              status
    ASSERT("assert",     env -> new AssertBinding(), Status.WHOLE),
    ASSERT_STRICT("assert/strict", null,        Status.WHOLE),
    ASYNC_HOOKS("async_hooks", AsyncHooksBinding::new, Status.PARTIAL),
    BUFFER("buffer",     BufferBinding::new,    Status.WHOLE),
    CHILD_PROCESS("child_process", ChildProcessBinding::new, Status.WHOLE),
    CLUSTER("cluster",   null,                  Status.WHOLE),
    CONSOLE("console",   null,                  Status.WHOLE),
    CONSTANTS("constants", null,                Status.WHOLE),
    CRYPTO("crypto",     CryptoBinding::new,    Status.PARTIAL),
    CRYPTO_CIPHER("internal/crypto/cipher", CipherBinding::new, Status.INTERNAL),
    CRYPTO_EXCHANGE("internal/crypto/exchange", ExchangeBinding::new, Status.INTERNAL),
    CRYPTO_KDF("internal/crypto/kdf", KdfBinding::new, Status.INTERNAL),
    CRYPTO_KEYS("internal/crypto/keys", KeysBinding::new, Status.INTERNAL),
    CRYPTO_SIGN("internal/crypto/sign", SignBinding::new, Status.INTERNAL),
    CRYPTO_X509("internal/crypto/x509", X509Binding::new, Status.INTERNAL),
    DGRAM("dgram",       DgramBinding::new,     Status.WHOLE),
    DIAGNOSTICS_CHANNEL("diagnostics_channel", null, Status.WHOLE),
    DNS("dns",           DnsBinding::new,       Status.WHOLE),
    DNS_PROMISES("dns/promises", null,          Status.WHOLE),
    DOMAIN("domain",     null,                  Status.WHOLE),
    ENCODING("internal/encoding", EncodingBinding::new, Status.INTERNAL),
    EVENTS("events",     null,                  Status.WHOLE),
    FETCH("fetch",       FetchBinding::new,     Status.INTERNAL),
    FS("fs",             FsBinding::new,        Status.PARTIAL),
    FS_PROMISES("fs/promises", null,            Status.WHOLE),
    HTTP("http",         HttpBinding::new,      Status.WHOLE),
    HTTP2("http2",       Http2Binding::new,     Status.WHOLE),
    HTTP_AGENT("_http_agent", null,             Status.WHOLE),
    HTTP_CLIENT("_http_client", null,           Status.WHOLE),
    HTTP_COMMON("_http_common", null,           Status.WHOLE),
    HTTP_INCOMING("_http_incoming", null,       Status.WHOLE),
    HTTP_OUTGOING("_http_outgoing", null,       Status.WHOLE),
    HTTP_SERVER("_http_server", null,           Status.WHOLE),
    HTTPS("https",       null,                  Status.WHOLE),
    LOCKS("locks",       LocksBinding::new,     Status.INTERNAL),
    MESSAGING("messaging", MessagingBinding::new, Status.INTERNAL),
    MODULE("module",     ModuleBinding::new,    Status.PARTIAL),
    NET("net",           NetBinding::new,       Status.PARTIAL),
    NODE_API("node_api", NodeApiBinding::new,   Status.INTERNAL),
    OS("os",             OsBinding::new,        Status.WHOLE),
    PATH("path",         null,                  Status.WHOLE),
    PATH_POSIX("path/posix", null,              Status.WHOLE),
    PATH_WIN32("path/win32", null,              Status.WHOLE),
    PERF_HOOKS("perf_hooks", PerfHooksBinding::new, Status.PARTIAL),
    PERMISSION("permission", PermissionBinding::new, Status.INTERNAL),
    PROCESS("process",   ProcessBinding::new,   Status.PARTIAL),
    PUNYCODE("punycode", PunycodeBinding::new,  Status.WHOLE),
    QUERYSTRING("querystring", null,            Status.WHOLE),
    READLINE("readline", null,                  Status.WHOLE),
    READLINE_PROMISES("readline/promises", null, Status.WHOLE),
    REPL("repl",         ReplBinding::new,      Status.PARTIAL),
    SEA("sea",           null,                  Status.PARTIAL),
    SQLITE("sqlite",     SqliteBinding::new,    Status.WHOLE),
    STREAM("stream",     StreamBinding::new,    Status.WHOLE),
    STREAM_CONSUMERS("stream/consumers", null,  Status.WHOLE),
    STREAM_DUPLEX_OLD("_stream_duplex", null, Status.WHOLE),
    STREAM_PASSTHROUGH_OLD("_stream_passthrough", null, Status.WHOLE),
    STREAM_PROMISES("stream/promises", null,    Status.WHOLE),
    STREAM_READABLE_OLD("_stream_readable", null, Status.WHOLE),
    STREAM_TRANSFORM_OLD("_stream_transform", null, Status.WHOLE),
    STREAM_WEB("stream/web", null,              Status.WHOLE),
    STREAM_WRITABLE_OLD("_stream_writable", null, Status.WHOLE),
    STRING_DECODER("string_decoder", StringDecoderBinding::new, Status.WHOLE),
    SYS("sys",           null,                  Status.WHOLE),
    TEST("test",         null,                  Status.PARTIAL),
    TEST_REPORTERS("test/reporters", null,      Status.PARTIAL),
    TIMERS("timers",     TimersBinding::new,    Status.WHOLE),
    TIMERS_PROMISES("timers/promises", null,    Status.WHOLE),
    TLS("tls",           TlsBinding::new,       Status.PARTIAL),
    TLS_COMMON_OLD("_tls_common", null,         Status.WHOLE),
    TLS_WRAP_OLD("_tls_wrap", null,             Status.WHOLE),
    TTY("tty",           TtyBinding::new,       Status.WHOLE),
    URL("url",           UrlBinding::new,       Status.WHOLE),
    UTIL("util",         UtilBinding::new,      Status.WHOLE),
    UTIL_TYPES("util/types", TypesBinding::new, Status.WHOLE),
    V8("v8",             V8Binding::new,        Status.PARTIAL),
    VM("vm",             VmBinding::new,        Status.WHOLE),
    WEBASSEMBLY("webassembly", WebAssemblyBinding::new, Status.INTERNAL),
    WORKER_THREADS("worker_threads", WorkerThreadsBinding::new, Status.PARTIAL),
    ZLIB("zlib",         ZlibBinding::new,      Status.WHOLE),
    ;

    /** How much of Node's module is there. */
    public enum Status { WHOLE, PARTIAL, INTERNAL }

    private final String id;
    private final Function<Environment, Binding> binding;
    private final Status status;

    Rooms(String id, Function<Environment, Binding> binding, Status status) {
        this.id = id;
        this.binding = binding;
        this.status = status;
    }

    /** The module's name, as in {@code require('fs/promises')}. */
    public String id() {
        return id;
    }

    public Status status() {
        return status;
    }

    /** Names that programs can require, sorted. */
    public static List<String> publicModules() {
        return Arrays.stream(values()).filter(r -> r.status != Status.INTERNAL).map(Rooms::id).sorted().toList();
    }

    static Binding binding(String name, Environment env) {
        for (Rooms room : values()) {
            if (room.id.equals(name) && room.binding != null) return room.binding.apply(env);
        }
        throw new IllegalArgumentException("no room has the binding '" + name + "'");
    }
}
