package dev.barista.node.url;

/**
 * A URL taken apart: the URL Standard's "URL record", section 4.1. Any one thread.
 *
 * <p>The path is kept as its text: empty for no segments, else each segment behind its {@code /}. An opaque path is the text itself.
 */
final class UrlRecord {
    static final int NO_PORT = -1;

    String scheme = "";
    String username = "";
    String password = "";
    /** Serialized; {@code null} for none. */
    String host;
    int port = NO_PORT;
    StringBuilder path = new StringBuilder();
    boolean opaquePath;
    /** Without {@code ?}; {@code null} for none. */
    String query;
    /** Without {@code #}; {@code null} for none. */
    String fragment;

    private boolean special;

    void scheme(String name) {
        scheme = name;
        special = isSpecial(name);
    }

    boolean special() {
        return special;
    }

    boolean isFile() {
        return scheme.equals("file");
    }

    boolean hasCredentials() {
        return !username.isEmpty() || !password.isEmpty();
    }

    /** Whether the setters for credentials and port do nothing. */
    boolean cannotHaveCredentialsOrPort() {
        return host == null || host.isEmpty() || isFile();
    }

    static boolean isSpecial(String scheme) {
        return switch (scheme) {
            case "http", "https", "ws", "wss", "ftp", "file" -> true;
            default -> false;
        };
    }

    static int defaultPort(String scheme) {
        return switch (scheme) {
            case "http", "ws" -> 80;
            case "https", "wss" -> 443;
            case "ftp" -> 21;
            default -> NO_PORT;
        };
    }

    void copyAuthority(UrlRecord base) {
        username = base.username;
        password = base.password;
        host = base.host;
        port = base.port;
    }

    void copyPath(UrlRecord base) {
        opaquePath = base.opaquePath;
        path = new StringBuilder(base.path);
    }

    void appendSegment(CharSequence segment) {
        path.append('/').append(segment);
    }

    /** Removes the last segment, but never a file's drive letter. */
    void shortenPath() {
        if (isFile() && path.length() == 3 && isNormalizedDrive(path, 1)) return;
        int slash = path.lastIndexOf("/");
        if (slash >= 0) path.setLength(slash);
    }

    /** Whether the first segment is a letter and a colon. */
    boolean startsWithDrive() {
        return path.length() >= 3 && isNormalizedDrive(path, 1) && (path.length() == 3 || path.charAt(3) == '/');
    }

    private static boolean isNormalizedDrive(CharSequence text, int at) {
        return text.length() >= at + 2 && Chars.isAlpha(text.charAt(at)) && text.charAt(at + 1) == ':';
    }

    /** The URL as a text; {@code components} receives where its parts are, see {@link Components}. */
    String href(int[] components) {
        StringBuilder out = new StringBuilder(scheme.length() + path.length() + 32);
        out.append(scheme).append(':');
        components[Components.PROTOCOL_END] = out.length();
        if (host != null) {
            out.append("//");
            out.append(username);
            components[Components.USERNAME_END] = out.length();
            if (!password.isEmpty()) out.append(':').append(password);
            components[Components.HOST_START] = out.length();
            if (hasCredentials()) out.append('@');
            out.append(host);
            components[Components.HOST_END] = out.length();
            if (port != NO_PORT) out.append(':').append(port);
        } else {
            components[Components.USERNAME_END] = out.length();
            components[Components.HOST_START] = out.length();
            components[Components.HOST_END] = out.length();
            if (!opaquePath && path.length() > 1 && path.charAt(0) == '/' && path.charAt(1) == '/') out.append("/.");
        }
        components[Components.PORT] = port;
        components[Components.SCHEME_TYPE] = Components.schemeType(scheme);
        components[Components.PATHNAME_START] = out.length();
        out.append(path);
        components[Components.SEARCH_START] = query == null ? Components.OMITTED : out.length();
        if (query != null) out.append('?').append(query);
        components[Components.HASH_START] = fragment == null ? Components.OMITTED : out.length();
        if (fragment != null) out.append('#').append(fragment);
        return out.toString();
    }

    String href() {
        return href(new int[Components.COUNT]);
    }
}
