package dev.barista.node.url;

import dev.barista.node.url.PercentEncoding.Set;
import java.util.Locale;

/**
 * The URL Standard's "basic URL parser", section 4.4, without a state override: {@link UrlSetters} does what that is for. Its
 * states are methods here, which take a position and work through the part of the input that is theirs. Any one thread.
 */
final class UrlParser {
    private final String input;
    private final int length;
    private final UrlRecord base;
    private final UrlRecord url = new UrlRecord();

    private UrlParser(String input, UrlRecord base) {
        this.input = input;
        this.length = input.length();
        this.base = base;
    }

    /**
     * @param base what a relative input is relative to, or {@code null}
     * @throws UrlFailure if the input is no URL
     */
    static UrlRecord parse(String input, UrlRecord base) throws UrlFailure {
        UrlParser parser = new UrlParser(Input.scalar(Input.withoutLineBreaks(Input.trimmed(input))), base);
        parser.run();
        return parser.url;
    }

    private char at(int i) {
        return i < length ? input.charAt(i) : Input.END;
    }

    private boolean slash(int i) {
        return i < length && (input.charAt(i) == '/' || url.special() && input.charAt(i) == '\\');
    }

    private void run() throws UrlFailure {
        int colon = schemeEnd();
        if (colon < 0) {
            noScheme();
            return;
        }
        url.scheme(input.substring(0, colon).toLowerCase(Locale.ROOT));
        int rest = colon + 1;
        if (url.isFile()) file(rest);
        else if (url.special() && base != null && base.scheme.equals(url.scheme)) {
            if (at(rest) == '/' && at(rest + 1) == '/') authority(afterSlashes(rest + 2));
            else relative(rest);
        } else if (url.special()) authority(afterSlashes(rest));
        else if (at(rest) == '/') {
            if (at(rest + 1) == '/') authority(rest + 2);
            else path(rest + 1);
        } else opaquePath(rest);
    }

    /** @return where the colon behind the scheme is, or -1 */
    private int schemeEnd() {
        for (int i = 0; i < length; i++) {
            char c = input.charAt(i);
            if (c == ':') return i == 0 ? -1 : i;
            if (!Chars.isAlpha(c) && (i == 0 || !Chars.isDigit(c) && c != '+' && c != '-' && c != '.')) return -1;
        }
        return -1;
    }

    private void noScheme() throws UrlFailure {
        if (base == null || base.opaquePath && at(0) != '#') throw UrlFailure.INVALID;
        url.scheme(base.scheme);
        if (base.opaquePath) {
            url.copyPath(base);
            url.query = base.query;
            fragment(0);
        } else if (base.isFile()) file(0);
        else relative(0);
    }

    private int afterSlashes(int from) {
        int i = from;
        while (at(i) == '/' || at(i) == '\\') i++;
        return i;
    }

    private void relative(int from) throws UrlFailure {
        url.scheme(base.scheme);
        if (slash(from)) {
            if (slash(from + 1)) {
                authority(url.special() ? afterSlashes(from + 2) : from + 2);
                return;
            }
            url.copyAuthority(base);
            path(from + 1);
            return;
        }
        url.copyAuthority(base);
        relativePath(from);
    }

    /** The part that keeps the base's path, or all of it but the last segment. */
    private void relativePath(int from) {
        url.copyPath(base);
        url.query = base.query;
        if (at(from) == '?') query(from);
        else if (at(from) == '#') fragment(from);
        else if (from < length) {
            url.query = null;
            url.shortenPath();
            path(from);
        }
    }

    private void authority(int from) throws UrlFailure {
        int end = from;
        int credentialsEnd = -1;
        for (; end < length && !slash(end) && at(end) != '?' && at(end) != '#'; end++) {
            if (at(end) == '@') credentialsEnd = end;
        }
        int host = from;
        if (credentialsEnd >= 0) {
            if (credentialsEnd + 1 == end) throw UrlFailure.INVALID;
            credentials(from, credentialsEnd);
            host = credentialsEnd + 1;
        }
        int colon = Input.portColon(input, host, end);
        if (colon < end && colon == host || url.special() && host == end) throw UrlFailure.INVALID;
        url.host = HostParser.parse(input.substring(host, colon), !url.special());
        if (colon < end) url.port = port(colon + 1, end);
        pathStart(end);
    }

    private void credentials(int from, int end) {
        int colon = input.indexOf(':', from);
        if (colon < 0 || colon > end) colon = end;
        url.username = PercentEncoding.encode(input.substring(from, colon), Set.USERINFO);
        if (colon < end) url.password = PercentEncoding.encode(input.substring(colon + 1, end), Set.USERINFO);
    }

    private int port(int from, int end) throws UrlFailure {
        int digits = Input.digitsEnd(input, from, end);
        if (digits != end) throw UrlFailure.INVALID;
        return Input.port(input, from, end, url.scheme);
    }

    private void file(int from) throws UrlFailure {
        url.host = "";
        boolean relative = base != null && base.isFile();
        if (slash(from)) {
            if (slash(from + 1)) {
                fileHost(from + 2);
                return;
            }
            if (relative) {
                url.host = base.host;
                if (!Input.startsWithDrive(input, from + 1) && base.startsWithDrive()) url.path.append(base.path, 0, 3);
            }
            path(from + 1);
        } else if (relative) {
            url.host = base.host;
            if (from < length && at(from) != '?' && at(from) != '#' && Input.startsWithDrive(input, from)) path(from);
            else relativePath(from);
        } else {
            path(from);
        }
    }

    private void fileHost(int from) throws UrlFailure {
        int end = from;
        while (end < length && !slash(end) && at(end) != '?' && at(end) != '#') end++;
        if (Input.isDrive(input, from, end)) {
            path(from);
            return;
        }
        if (end > from) {
            String host = HostParser.parse(input.substring(from, end), false);
            url.host = host.equals("localhost") ? "" : host;
        }
        pathStart(end);
    }

    private void pathStart(int from) {
        if (url.special()) path(slash(from) ? from + 1 : from);
        else if (at(from) == '?') query(from);
        else if (at(from) == '#') fragment(from);
        else if (from < length) path(slash(from) ? from + 1 : from);
    }

    /** Segments until a query or fragment; the first begins at {@code from}. */
    private void path(int from) {
        int end = PathParser.append(input, from, url, false);
        if (at(end) == '?') query(end);
        else if (at(end) == '#') fragment(end);
    }

    private void opaquePath(int from) {
        int end = from;
        while (end < length && at(end) != '?' && at(end) != '#') end++;
        url.opaquePath = true;
        boolean endsInSpace = end > from && end < length && at(end - 1) == ' ';
        PercentEncoding.encode(input, from, endsInSpace ? end - 1 : end, Set.C0_CONTROL, url.path);
        if (endsInSpace) url.path.append("%20");
        if (at(end) == '?') query(end);
        else if (at(end) == '#') fragment(end);
    }

    /** From a {@code ?} on. */
    private void query(int mark) {
        int end = input.indexOf('#', mark);
        String text = input.substring(mark + 1, end < 0 ? length : end);
        url.query = PercentEncoding.encode(text, url.special() ? Set.SPECIAL_QUERY : Set.QUERY);
        if (end >= 0) fragment(end);
    }

    /** From a {@code #} on. */
    private void fragment(int mark) {
        url.fragment = PercentEncoding.encode(input.substring(mark + 1), Set.FRAGMENT);
    }
}
