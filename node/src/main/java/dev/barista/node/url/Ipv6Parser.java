package dev.barista.node.url;

/** IPv6 addresses: the URL Standard's "IPv6 parser" and "serializer", sections 3.5 and 3.7. Any thread. */
final class Ipv6Parser {
    private static final int PIECES = 8;
    private static final int END = -1;

    private final String text;
    private final int[] pieces = new int[PIECES];
    private int at;
    private int count;
    private int compress = -1;

    private Ipv6Parser(String text) {
        this.text = text;
    }

    /** @return the address in its shortest form, without brackets */
    static String parse(String text) throws UrlFailure {
        Ipv6Parser parser = new Ipv6Parser(text);
        parser.run();
        return serialize(parser.pieces);
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private void run() throws UrlFailure {
        if (peek() == ':') {
            if (at + 1 >= text.length() || text.charAt(at + 1) != ':') throw UrlFailure.INVALID;
            at += 2;
            compress = ++count;
        }
        while (peek() != END) {
            if (count == PIECES) throw UrlFailure.INVALID;
            if (peek() == ':') {
                if (compress >= 0) throw UrlFailure.INVALID;
                at++;
                compress = ++count;
                continue;
            }
            int start = at;
            int value = 0;
            while (at - start < 4 && Chars.isHex(peek())) value = value << 4 | Chars.hex(text.charAt(at++));
            if (peek() == '.') {
                if (at == start || count > PIECES - 2) throw UrlFailure.INVALID;
                at = start;
                ipv4();
                break;
            }
            if (peek() == ':') {
                at++;
                if (peek() == END) throw UrlFailure.INVALID;
            } else if (peek() != END) {
                throw UrlFailure.INVALID;
            }
            pieces[count++] = value;
        }
        if (compress >= 0) expand();
        else if (count != PIECES) throw UrlFailure.INVALID;
    }

    /** The last two pieces, written as an IPv4 address. */
    private void ipv4() throws UrlFailure {
        for (int seen = 0; seen < 4; seen++) {
            if (seen > 0) {
                if (peek() != '.') throw UrlFailure.INVALID;
                at++;
            }
            if (!Chars.isDigit(peek())) throw UrlFailure.INVALID;
            int value = -1;
            while (Chars.isDigit(peek())) {
                if (value == 0) throw UrlFailure.INVALID;
                value = (value < 0 ? 0 : value * 10) + text.charAt(at++) - '0';
                if (value > 255) throw UrlFailure.INVALID;
            }
            pieces[count] = pieces[count] << 8 | value;
            if (seen % 2 == 1) count++;
        }
        if (peek() != END) throw UrlFailure.INVALID;
    }

    /** Moves the pieces behind {@code ::} to the end. */
    private void expand() {
        int moved = count - compress;
        for (int i = PIECES - 1; i > 0 && moved > 0; i--, moved--) {
            int from = compress + moved - 1;
            int piece = pieces[from];
            pieces[from] = pieces[i];
            pieces[i] = piece;
        }
    }

    private static String serialize(int[] pieces) {
        int first = -1;
        int longest = 1;
        for (int i = 0; i < PIECES; i++) {
            int end = i;
            while (end < PIECES && pieces[end] == 0) end++;
            if (end - i > longest) {
                first = i;
                longest = end - i;
            }
            if (end > i) i = end;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < PIECES; i++) {
            if (i == first) {
                out.append("::");
                i += longest - 1;
            } else {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != ':') out.append(':');
                out.append(Integer.toHexString(pieces[i]));
            }
        }
        return out.toString();
    }
}
