package dev.barista.node.dns;

import dev.barista.engine.Args;
import dev.barista.node.Binding;
import dev.barista.node.Callback;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.net.IpAddress;
import dev.barista.node.posix.AddressInfo;
import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Names and addresses for {@code dns.js}. Loop thread only. */
public final class DnsBinding implements Binding {
    private static final int IPV4_FIRST = 1;
    private static final int IPV6_FIRST = 2;

    private final Environment env;

    public DnsBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("getaddrinfo",   this::getaddrinfo);
        x.fn("getnameinfo",   this::getnameinfo);
        x.value("ADDRCONFIG", AddressInfo.ADDRCONFIG);
        x.value("ALL",        AddressInfo.ALL);
        x.value("V4MAPPED",   AddressInfo.V4MAPPED);
    }

    /** (host, family, hints, order, callback): the callback gets a negative errno, or 0 and an array of addresses. */
    private Object getaddrinfo(Args a) {
        String host = ascii(a.string(0));
        int family = a.integer(1);
        int hints = a.integer(2);
        int order = a.integer(3);
        Callback callback = env.request("GETADDRINFOREQWRAP", a.function(4));
        env.loop().pool().submitSlow(() -> AddressInfo.lookup(host, family, hints), (result, error) -> {
            if (error != null) throw new IllegalStateException(error);
            if (result instanceof Integer errno) callback.call(errno);
            else callback.call(0, env.realm().array(texts((List<?>) result, order).toArray()));
        });
        return 0;
    }

    /** A host name as the resolver takes it; one that can't be converted is left to it. */
    private static String ascii(String host) {
        if (host.chars().allMatch(c -> c < 128)) return host;
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return host;
        }
    }

    private static List<String> texts(List<?> addresses, int order) {
        List<String> v4 = new ArrayList<>();
        List<String> v6 = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (Object address : addresses) {
            byte[] bytes = (byte[]) address;
            String text = IpAddress.format(bytes, bytes.length != 4);
            (bytes.length == 4 ? v4 : v6).add(text);
            all.add(text);
        }
        if (order != IPV4_FIRST && order != IPV6_FIRST) return all;
        List<String> first = order == IPV4_FIRST ? v4 : v6;
        first.addAll(order == IPV4_FIRST ? v6 : v4);
        return first;
    }

    /** (address, port, callback): the callback gets a negative errno, or 0, the host's name and the service's. */
    private Object getnameinfo(Args a) {
        InetAddress address = IpAddress.parse(a.string(0));
        int scope = address instanceof Inet6Address v6 ? v6.getScopeId() : 0;
        int port = a.integer(1);
        Callback callback = env.request("GETNAMEINFOREQWRAP", a.function(2));
        env.loop().pool().submitSlow(() -> AddressInfo.names(address.getAddress(), scope, port), (result, error) -> {
            if (error != null) throw new IllegalStateException(error);
            if (result instanceof Integer errno) callback.call(errno);
            else callback.call(0, ((String[]) result)[0], ((String[]) result)[1]);
        });
        return 0;
    }
}
