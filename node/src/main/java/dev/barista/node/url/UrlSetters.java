package dev.barista.node.url;

import dev.barista.node.url.PercentEncoding.Set;
import java.util.Locale;

/**
 * Changes of one part of a URL: the setters of the URL Standard's "URL class", section 6.1, with what its parser does under a state
 * override. A value that does not fit leaves the URL as it is. Any one thread.
 */
final class UrlSetters {
    private UrlSetters() { }

    static void protocol(UrlRecord url, String value) {
        int colon = value.indexOf(':');
        String scheme = (colon < 0 ? value : value.substring(0, colon)).toLowerCase(Locale.ROOT);
        if (!isScheme(scheme) || UrlRecord.isSpecial(scheme) != url.special()) return;
        if (scheme.equals("file") && (url.hasCredentials() || url.port != UrlRecord.NO_PORT)) return;
        if (url.isFile() && url.host.isEmpty()) return;
        url.scheme(scheme);
        if (url.port == UrlRecord.defaultPort(scheme)) url.port = UrlRecord.NO_PORT;
    }

    private static boolean isScheme(String text) {
        if (text.isEmpty() || !Chars.isAlpha(text.charAt(0))) return false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Chars.isAlpha(c) && !Chars.isDigit(c) && c != '+' && c != '-' && c != '.') return false;
        }
        return true;
    }

    static void username(UrlRecord url, String value) {
        if (!url.cannotHaveCredentialsOrPort()) url.username = PercentEncoding.encode(value, Set.USERINFO);
    }

    static void password(UrlRecord url, String value) {
        if (!url.cannotHaveCredentialsOrPort()) url.password = PercentEncoding.encode(value, Set.USERINFO);
    }

    /** @param withPort whether a port may follow: {@code host}, not {@code hostname} */
    static void host(UrlRecord url, String value, boolean withPort) {
        if (url.opaquePath) return;
        int end = 0;
        while (end < value.length() && "/?#".indexOf(value.charAt(end)) < 0 && !(url.special() && value.charAt(end) == '\\')) end++;
        int colon = url.isFile() ? end : Input.portColon(value, 0, end);
        if (colon < end && (colon == 0 || !withPort)) return;
        if (colon == 0 && url.host == null && url.path.indexOf("//") != 0) return;   // not the standard's: Node leaves such URLs alone
        if (colon == 0 && !url.isFile() && (url.special() || url.hasCredentials() || url.port != UrlRecord.NO_PORT)) return;
        try {
            String host = colon == 0 ? "" : HostParser.parse(value.substring(0, colon), !url.special());
            url.host = url.isFile() && host.equals("localhost") ? "" : host;
        } catch (UrlFailure e) {
            return;
        }
        if (colon < end) digits(url, value, colon + 1);
    }

    static void port(UrlRecord url, String value) {
        if (!url.cannotHaveCredentialsOrPort()) digits(url, value, 0);
    }

    private static void digits(UrlRecord url, String value, int from) {
        int end = Input.digitsEnd(value, from, value.length());
        if (end == from) return;
        try {
            url.port = Input.port(value, from, end, url.scheme);
        } catch (UrlFailure e) {
            // Too large: the port stays.
        }
    }

    static void pathname(UrlRecord url, String value) {
        if (url.opaquePath) return;
        url.path.setLength(0);
        boolean slash = value.startsWith("/") || url.special() && value.startsWith("\\");
        if (value.isEmpty() && !url.special()) {
            if (url.host == null) url.path.append('/');
            return;
        }
        PathParser.append(value, slash ? 1 : 0, url, true);
    }

    static void search(UrlRecord url, String value) {
        String text = value.startsWith("?") ? value.substring(1) : value;
        url.query = PercentEncoding.encode(text, url.special() ? Set.SPECIAL_QUERY : Set.QUERY);
    }

    static void hash(UrlRecord url, String value) {
        String text = value.startsWith("#") ? value.substring(1) : value;
        url.fragment = PercentEncoding.encode(text, Set.FRAGMENT);
    }
}
