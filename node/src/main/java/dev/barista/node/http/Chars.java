package dev.barista.node.http;

/** Which bytes may stand where in a message: RFC 9110 and llhttp's tables. Any thread. */
final class Chars {
    private static final byte TOKEN = 1;
    private static final byte URL = 2;
    private static final byte VALUE = 4;
    private static final byte USER_INFO = 8;
    private static final byte ALPHA = 16;
    private static final byte QUOTED = 32;

    private static final int DEL = 0x7f;
    private static final int BYTES = 256;
    private static final int CASE_BIT = 0x20;
    private static final byte[] KIND = kinds();

    private Chars() {}

    private static byte[] kinds() {
        byte[] kind = new byte[BYTES];
        for (int c = 0; c < BYTES; c++) {
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean alphanumeric = letter || c >= '0' && c <= '9';
            if (letter) kind[c] |= ALPHA;
            if (alphanumeric || c < BYTES / 2 && "!#$%&'*+-.^_`|~".indexOf(c) >= 0) kind[c] |= TOKEN;
            if (alphanumeric || c < BYTES / 2 && "-_.!~*'()%;:&=+$,".indexOf(c) >= 0) kind[c] |= USER_INFO;
            if (c > ' ' && c < DEL && c != '#' && c != '?') kind[c] |= URL;
            if (c == '\t' || c >= ' ' && c != DEL) kind[c] |= VALUE;
            if ((kind[c] & VALUE) != 0 && c != '"' && c != '\\') kind[c] |= QUOTED;
        }
        return kind;
    }

    static boolean isToken(byte c) {
        return (KIND[c & 0xff] & TOKEN) != 0;
    }

    /** A byte of a path: neither {@code ?} nor {@code #}, which begin the next part. */
    static boolean isUrl(byte c) {
        return (KIND[c & 0xff] & URL) != 0;
    }

    static boolean isValue(byte c) {
        return (KIND[c & 0xff] & VALUE) != 0;
    }

    static boolean isUserInfo(byte c) {
        return (KIND[c & 0xff] & USER_INFO) != 0;
    }

    static boolean isAlpha(byte c) {
        return (KIND[c & 0xff] & ALPHA) != 0;
    }

    static boolean isQuoted(byte c) {
        return (KIND[c & 0xff] & QUOTED) != 0;
    }

    static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    static boolean isBlank(byte c) {
        return c == ' ' || c == '\t';
    }

    /** Whether the bytes are the word, given in lower case letters and hyphens, in any case. */
    static boolean same(byte[] bytes, int from, int to, String word) {
        if (to - from != word.length()) return false;
        for (int i = 0; i < word.length(); i++) {
            char w = word.charAt(i);
            int c = bytes[from + i];
            if (c != w && (w < 'a' || w > 'z' || (c | CASE_BIT) != w)) return false;
        }
        return true;
    }
}
