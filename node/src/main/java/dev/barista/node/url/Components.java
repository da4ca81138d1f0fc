package dev.barista.node.url;

/**
 * Where the parts of a serialized URL are: positions in an array that JavaScript reads too. The names and meanings are those that
 * Node shows in {@code util.inspect(url, { showHidden: true })}:
 *
 * <pre>
 * https://user:pass@example.com:1234/foo/bar?baz#quux
 *       |     |    |          |     |       |   `-- HASH_START
 *       |     |    |          |     |       `------ SEARCH_START
 *       |     |    |          |     `-------------- PATHNAME_START
 *       |     |    |          `-------------------- HOST_END
 *       |     |    `------------------------------- HOST_START
 *       |     `------------------------------------ USERNAME_END
 *       `------------------------------------------ PROTOCOL_END
 * </pre>
 */
final class Components {
    static final int PROTOCOL_END = 0;
    static final int USERNAME_END = 1;
    static final int HOST_START = 2;
    static final int HOST_END = 3;
    /** The number itself. */
    static final int PORT = 4;
    static final int PATHNAME_START = 5;
    static final int SEARCH_START = 6;
    static final int HASH_START = 7;
    /** Node's number of the scheme: see {@link #schemeType}. */
    static final int SCHEME_TYPE = 8;
    static final int COUNT = 9;

    /** The value of what is not there. */
    static final int OMITTED = -1;

    private Components() { }

    static int schemeType(String scheme) {
        return switch (scheme) {
            case "http" -> 0;
            case "https" -> 2;
            case "ws" -> 3;
            case "ftp" -> 4;
            case "wss" -> 5;
            case "file" -> 6;
            default -> 1;
        };
    }
}
