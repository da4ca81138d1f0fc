package dev.barista.node.url;

/** Parts of a URL's text as it came. */
final class Input {
    /** What reading behind the end gives; no URL part treats U+FFFF apart. */
    static final char END = '\uFFFF';

    private static final int PORT_MAX = 65535;

    private Input() { }

    /** Without control characters and spaces at both ends. */
    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) <= ' ') start++;
        while (end > start && text.charAt(end - 1) <= ' ') end--;
        return text.substring(start, end);
    }

    /** Without tabs and line breaks. */
    static String withoutLineBreaks(String text) {
        if (text.indexOf('\t') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) return text;
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\t' && c != '\n' && c != '\r') out.append(c);
        }
        return out.toString();
    }

    /** With U+FFFD for each lone surrogate. */
    static String scalar(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) continue;
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            if (out == null) out = new StringBuilder(text);
            out.setCharAt(i, '\uFFFD');
        }
        return out == null ? text : out.toString();
    }

    /** Where the colon before a port is: outside an address's brackets; {@code end} if there is none. */
    static int portColon(String text, int from, int end) {
        boolean inside = false;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '[') inside = true;
            else if (c == ']') inside = false;
            else if (c == ':' && !inside) return i;
        }
        return end;
    }

    static int digitsEnd(String text, int from, int end) {
        int i = from;
        while (i < end && Chars.isDigit(text.charAt(i))) i++;
        return i;
    }

    /** The port that digits mean to a scheme. @return {@link UrlRecord#NO_PORT} for none and for the scheme's own */
    static int port(String text, int from, int end, String scheme) throws UrlFailure {
        if (from == end) return UrlRecord.NO_PORT;
        int port = 0;
        for (int i = from; i < end; i++) {
            port = port * 10 + text.charAt(i) - '0';
            if (port > PORT_MAX) throw UrlFailure.INVALID;
        }
        return port == UrlRecord.defaultPort(scheme) ? UrlRecord.NO_PORT : port;
    }

    /** Whether the range is a letter and a colon or bar: a Windows drive. */
    static boolean isDrive(String text, int from, int end) {
        return end - from == 2 && Chars.isAlpha(text.charAt(from)) && (text.charAt(from + 1) == ':' || text.charAt(from + 1) == '|');
    }

    /** Whether a Windows drive stands at {@code from}, with nothing or a delimiter behind it. */
    static boolean startsWithDrive(String text, int from) {
        if (from + 2 > text.length() || !isDrive(text, from, from + 2)) return false;
        return from + 2 == text.length() || "/\\?#".indexOf(text.charAt(from + 2)) >= 0;
    }
}
