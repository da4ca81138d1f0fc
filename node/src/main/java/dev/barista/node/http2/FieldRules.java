package dev.barista.node.http2;

/** Which octets may stand in names and values: RFC 9113, section 8.2.1; RFC 9110, section 5. Any thread. */
final class FieldRules {
    private static final byte NAME = 1;
    private static final byte METHOD = 2;
    private static final byte VALUE = 4;
    private static final byte PATH = 8;
    private static final byte AUTHORITY = 16;
    private static final byte SCHEME = 32;
    private static final byte ALPHA = 64;

    private static final int OCTETS = 256;
    private static final int DEL = 0x7f;
    private static final byte[] MAY_BE_IN = kinds();

    private FieldRules() {}

    private static byte[] kinds() {
        byte[] kinds = new byte[OCTETS];
        for (int c = 0; c < OCTETS; c++) {
            boolean lower = c >= 'a' && c <= 'z';
            boolean letter = lower || c >= 'A' && c <= 'Z';
            boolean digit = c >= '0' && c <= '9';
            boolean token = letter || digit || c < OCTETS / 2 && "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
            if (token && (!letter || lower)) kinds[c] |= NAME;
            if (token) kinds[c] |= METHOD;
            if (c == '\t' || c >= ' ' && c != DEL) kinds[c] |= VALUE;
            if (c > ' ' && c != DEL) kinds[c] |= PATH;
            if (letter || digit || c < OCTETS / 2 && "!$%&'()*+,-.:;=@[]_~".indexOf(c) >= 0) kinds[c] |= AUTHORITY;
            if (letter || digit || c == '+' || c == '-' || c == '.') kinds[c] |= SCHEME;
            if (letter) kinds[c] |= ALPHA;
        }
        return kinds;
    }

    /** @param strict whether a value may neither begin nor end with a blank */
    static boolean valid(Field field, boolean strict) {
        byte[] name = field.name.bytes;
        byte[] value = field.value;
        int from = field.name.kind.pseudo() ? 1 : 0;
        if (name.length == from || !all(name, from, NAME)) return false;
        return switch (field.name.kind) {
            case METHOD -> value.length > 0 && all(value, 0, METHOD);
            case SCHEME -> value.length > 0 && (MAY_BE_IN[value[0] & 0xff] & ALPHA) != 0 && all(value, 0, SCHEME);
            case PATH -> value.length > 0 && all(value, 0, PATH);
            case AUTHORITY, HOST -> all(value, 0, AUTHORITY);
            default -> all(value, 0, VALUE) && !(strict && value.length > 0 && (isBlank(value[0]) || isBlank(value[value.length - 1])));
        };
    }

    static boolean hasUpperCase(byte[] name) {
        for (byte c : name) {
            if (c >= 'A' && c <= 'Z') return true;
        }
        return false;
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t';
    }

    private static boolean all(byte[] text, int from, byte kind) {
        for (int i = from; i < text.length; i++) {
            if ((MAY_BE_IN[text[i] & 0xff] & kind) == 0) return false;
        }
        return true;
    }
}
