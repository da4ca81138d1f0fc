package dev.barista.node.dns;

import dev.barista.engine.Args;
import dev.barista.engine.Js;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.loop.Errno;
import dev.barista.node.Binding;
import dev.barista.node.Callback;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.net.IpAddress;
import dev.barista.node.posix.AddressInfo;
import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Names and addresses for {@code dns.js}. Loop thread only. */
public final class DnsBinding implements Binding {
    private static final int IPV4_FIRST = 1;
    private static final int IPV6_FIRST = 2;

    private final Environment env;
    private JsFunction onAnswer;

    public DnsBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("getaddrinfo",   this::getaddrinfo);
        x.fn("getnameinfo",   this::getnameinfo);
        x.fn("answers",       this::answers);
        x.fn("attachChannel", this::attachChannel);
        x.fn("query",         a -> a.host(0, DnsChannel.class).query(a.object(1), ascii(a.string(2)), a.integer(3)));
        x.fn("reverse",       this::reverse);
        x.fn("getServers",    this::getServers);
        x.fn("setServers",    this::setServers);
        x.fn("setLocalAddress", this::setLocalAddress);
        x.fn("cancel",        DnsBinding::cancel);
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

    /** (function): gets the request, then a code, or null and an array. */
    private Object answers(Args a) {
        onAnswer = a.function(0);
        return null;
    }

    /** (object, timeout, tries, maxTimeout) */
    private Object attachChannel(Args a) {
        a.object(0).host(new DnsChannel(env, onAnswer, ResolverConfig.servers(), a.integer(1), a.integer(2), a.integer(3)));
        return null;
    }

    /** (channel, request, address) → 0 or a negative errno. */
    private Object reverse(Args a) {
        InetAddress address = IpAddress.parse(a.string(2));
        if (address == null) return Errno.EINVAL.code();
        JsObject request = a.object(1);
        List<String> names = ResolverConfig.hostNames(address);
        if (names.isEmpty()) return a.host(0, DnsChannel.class).query(request, reverseName(address.getAddress()), DnsMessage.PTR);
        Callback callback = env.callback(onAnswer);
        env.loop().defer(() -> callback.call(request, env.realm().nullValue(), env.realm().array(names.toArray())));
        return 0;
    }

    private static String reverseName(byte[] address) {
        StringBuilder name = new StringBuilder();
        for (int i = address.length - 1; i >= 0; i--) {
            int b = address[i] & 0xff;
            if (address.length == 4) name.append(b).append('.');
            else name.append(Integer.toHexString(b & 0xf)).append('.').append(Integer.toHexString(b >> 4)).append('.');
        }
        return name.append(address.length == 4 ? "in-addr.arpa" : "ip6.arpa").toString();
    }

    /** (channel) → array of [address, port]. */
    private Object getServers(Args a) {
        return env.realm().array(a.host(0, DnsChannel.class).servers().stream()
                .map(server -> env.realm().array(IpAddress.format(server.getAddress()), server.getPort())).toArray());
    }

    /** (channel, array of [address, port]) → whether it was done: it is not while questions are under way. */
    private Object setServers(Args a) {
        DnsChannel channel = a.host(0, DnsChannel.class);
        if (channel.busy()) return false;
        List<InetSocketAddress> servers = new ArrayList<>();
        for (Object element : a.object(1).elements()) {
            JsObject server = Js.object(element);
            servers.add(new InetSocketAddress(IpAddress.parse(Js.string(server.get(0))), ((Number) Js.java(server.get(1))).intValue()));
        }
        channel.servers(servers);
        return true;
    }

    /** (channel, IPv4 address or undefined, IPv6 address or undefined) */
    private Object setLocalAddress(Args a) {
        a.host(0, DnsChannel.class).localAddresses(local(a.stringOrNull(1)), local(a.stringOrNull(2)));
        return null;
    }

    private static InetSocketAddress local(String address) {
        return address == null ? null : new InetSocketAddress(IpAddress.parse(address), 0);
    }

    private static Object cancel(Args a) {
        a.host(0, DnsChannel.class).cancel();
        return null;
    }
}
