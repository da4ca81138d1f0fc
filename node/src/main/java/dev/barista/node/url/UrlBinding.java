package dev.barista.node.url;

import dev.barista.engine.Args;
import dev.barista.engine.Idna;
import dev.barista.engine.Js;
import dev.barista.engine.JsObject;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/**
 * URLs for {@code url.js}. Loop thread only. What a function finds of a URL's parts it leaves in an Int32Array that JavaScript gave
 * it: see {@link Components}.
 */
public final class UrlBinding implements Binding {
    private final Environment env;
    private final int[] components = new int[Components.COUNT];
    private ByteBuffer shared;

    public UrlBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("shareComponents", this::shareComponents);
        x.fn("parse",           a -> parse(a.string(0), a.stringOrNull(1)));
        x.fn("canParse",        a -> record(a.string(0), a.stringOrNull(1)) != null);
        x.fn("update",          a -> update(a.string(0), a.string(1), a.string(2)));
        x.fn("format",          this::format);
        x.fn("domainToASCII",   a -> hostname(a.string(0)));
        x.fn("domainToUnicode", a -> Idna.toUnicode(hostname(a.string(0))));
        x.fn("hostToASCII",     a -> legacyHost(a.string(0)));
        x.fn("parseQuery",      a -> env.realm().array(FormQuery.parse(a.string(0)).toArray()));
        x.fn("serializeQuery",  a -> serializeQuery(a.object(0)));
        x.fn("encodePath",      a -> PercentEncoding.encode(a.string(0), PercentEncoding.Set.FILE_PATH));
        x.fn("randomUUID",      a -> UUID.randomUUID().toString());
        x.fn("percentDecode",   a -> env.realm().bytes(PercentEncoding.decode(a.string(0))));
    }

    private Object shareComponents(Args a) {
        shared = a.bytes(0).buffer();
        return null;
    }

    private static UrlRecord record(String input, String base) {
        try {
            return UrlParser.parse(input, base == null ? null : UrlParser.parse(base, null));
        } catch (UrlFailure e) {
            return null;
        }
    }

    /** @return the href, or undefined where the input is no URL */
    private Object parse(String input, String base) {
        UrlRecord url = record(input, base);
        return url == null ? null : publish(url);
    }

    private String publish(UrlRecord url) {
        String href = url.href(components);
        for (int i = 0; i < components.length; i++) shared.putInt(i * Integer.BYTES, components[i]);
        return href;
    }

    /** @return the href after one part is set, or undefined for {@code href} with a value that is no URL */
    private Object update(String href, String part, String value) {
        if (part.equals("href")) return parse(value, null);
        UrlRecord url = record(href, null);
        if (value.isEmpty() && remove(url, part)) return publish(url);
        String clean = Input.scalar(Input.withoutLineBreaks(value));
        switch (part) {
            case "protocol" -> UrlSetters.protocol(url, clean);
            case "username" -> UrlSetters.username(url, Input.scalar(value));
            case "password" -> UrlSetters.password(url, Input.scalar(value));
            case "host" -> UrlSetters.host(url, clean, true);
            case "hostname" -> UrlSetters.host(url, clean, false);
            case "port" -> UrlSetters.port(url, clean);
            case "pathname" -> UrlSetters.pathname(url, clean);
            case "search" -> UrlSetters.search(url, clean);
            case "hash" -> UrlSetters.hash(url, clean);
            default -> throw new IllegalArgumentException("no part " + part);
        }
        return publish(url);
    }

    /** Takes away a part that the empty string stands for the absence of. @return whether it is such a part */
    private static boolean remove(UrlRecord url, String part) {
        switch (part) {
            case "port" -> {
                if (!url.cannotHaveCredentialsOrPort()) url.port = UrlRecord.NO_PORT;
            }
            case "search" -> url.query = null;
            case "hash" -> url.fragment = null;
            default -> {
                return false;
            }
        }
        return true;
    }

    /** {@code (href, fragment, unicode, search, auth)}: the URL with only some of its parts. */
    private Object format(Args a) {
        UrlRecord url = record(a.string(0), null);
        if (!a.bool(1)) url.fragment = null;
        if (a.bool(2) && url.host != null) url.host = Idna.toUnicode(url.host);
        if (!a.bool(3)) url.query = null;
        if (!a.bool(4)) {
            url.username = "";
            url.password = "";
        }
        return url.href();
    }

    /** The host of a special URL, or the empty string for what cannot be one. */
    private static String hostname(String domain) {
        UrlRecord url = record("ws://x", null);
        url.host = "";
        UrlSetters.host(url, Input.scalar(Input.withoutLineBreaks(domain)), false);
        return url.host;
    }

    /** A host name of {@code url.parse()} in ASCII, or the empty string for what cannot be one. */
    private static String legacyHost(String domain) {
        try {
            return HostParser.toAscii(Input.scalar(domain));
        } catch (UrlFailure e) {
            return "";
        }
    }

    private static String serializeQuery(JsObject list) {
        Object[] values = list.elements();
        String[] texts = new String[values.length];
        for (int i = 0; i < texts.length; i++) texts[i] = (String) Js.java(values[i]);
        return FormQuery.serialize(List.of(texts));
    }
}
