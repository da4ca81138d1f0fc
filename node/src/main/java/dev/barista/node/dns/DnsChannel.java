package dev.barista.node.dns;

import dev.barista.engine.AsyncScope;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.node.Environment;
import dev.barista.node.dns.DnsMessage.MalformedException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** What stands behind a {@code dns.Resolver}: its servers, its settings and the questions under way. Loop thread only. */
final class DnsChannel {
    private static final int DEFAULT_TRIES = 4;
    private static final int DEFAULT_TIMEOUT = 2000;

    private final Environment env;
    private final JsFunction onAnswer;
    private final SecureRandom random = new SecureRandom();
    private final List<DnsQuery> pending = new ArrayList<>();
    private final long timeout;
    private final int tries;
    private final long maxTimeout;
    private List<InetSocketAddress> servers;
    private InetSocketAddress localIpv4;
    private InetSocketAddress localIpv6;

    /** @param timeout milliseconds, negative for the default; so the others, {@code maxTimeout} being unlimited when 0 */
    DnsChannel(Environment env, JsFunction onAnswer, List<InetSocketAddress> servers, int timeout, int tries, int maxTimeout) {
        this.env = env;
        this.onAnswer = onAnswer;
        this.servers = servers;
        this.timeout = timeout < 0 ? DEFAULT_TIMEOUT : timeout;
        this.tries = tries < 1 ? DEFAULT_TRIES : tries;
        this.maxTimeout = maxTimeout;
    }

    List<InetSocketAddress> servers() {
        return servers;
    }

    void servers(List<InetSocketAddress> servers) {
        this.servers = servers;
    }

    long timeout() {
        return timeout;
    }

    int tries() {
        return tries;
    }

    long maxTimeout() {
        return maxTimeout;
    }

    /** Where questions are asked from; null for the system's choice. */
    InetSocketAddress localAddress(boolean ipv6) {
        return ipv6 ? localIpv6 : localIpv4;
    }

    void localAddresses(InetSocketAddress ipv4, InetSocketAddress ipv6) {
        localIpv4 = ipv4;
        localIpv6 = ipv6;
    }

    boolean busy() {
        return !pending.isEmpty();
    }

    /** Asks, and tells the request. @return 0 */
    int query(JsObject request, String name, int type) {
        AsyncScope scope = env.realm().scope();
        byte[] question = name.endsWith(".onion") || name.endsWith(".onion.") ? null : DnsMessage.question(random.nextInt(0x10000), name, type);
        if (question == null) {
            String error = name.contains(".onion") ? "ENOTFOUND" : "EBADNAME";
            env.loop().defer(() -> tell(scope, request, error, null));
            return 0;
        }
        DnsQuery query = new DnsQuery(env.loop(), this, question, (error, message) -> answered(scope, request, type, error, message));
        pending.add(query);
        query.start();
        return 0;
    }

    private void answered(AsyncScope scope, JsObject request, int type, String error, DnsMessage message) {
        if (error != null) {
            tell(scope, request, error, null);
            return;
        }
        try {
            String refusal = refusal(message.responseCode());
            List<Object> values = refusal == null ? new DnsRecords(env.realm(), message).values(type) : List.of();
            if (refusal == null && values.isEmpty()) refusal = "ENODATA";
            tell(scope, request, refusal, values);
        } catch (MalformedException e) {
            tell(scope, request, "EBADRESP", null);
        }
    }

    private static String refusal(int code) {
        return switch (code) {
            case 0 -> null;
            case 1 -> "EFORMERR";
            case 3 -> "ENOTFOUND";
            case 4 -> "ENOTIMP";
            case 5 -> "EREFUSED";
            default -> "ESERVFAIL";
        };
    }

    private void tell(AsyncScope scope, JsObject request, String error, List<Object> values) {
        if (error != null) env.ticks().call(scope, onAnswer, null, request, error);
        else env.ticks().call(scope, onAnswer, null, request, env.realm().nullValue(), env.realm().array(values.toArray()));
    }

    void ended(DnsQuery query) {
        pending.remove(query);
    }

    /** Ends what is under way with {@code ECANCELLED}. */
    void cancel() {
        for (DnsQuery query : List.copyOf(pending)) query.cancel();
    }
}
