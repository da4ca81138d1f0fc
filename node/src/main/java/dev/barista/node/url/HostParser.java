package dev.barista.node.url;

import dev.barista.engine.Idna;
import dev.barista.node.url.PercentEncoding.Set;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Hosts: the URL Standard's "host parser", section 3.5. Any thread. */
final class HostParser {
    private static final long ADDRESS_COUNT = 1L << 32;
    private static final long NOT_A_NUMBER = -1;
    private static final long TOO_LARGE = Long.MAX_VALUE;
    private static final int PARTS_MAX = 4;

    private HostParser() { }

    /**
     * @param opaque whether the scheme is not special, so that the host is any text
     * @return the host, serialized
     */
    static String parse(String input, boolean opaque) throws UrlFailure {
        if (input.startsWith("[")) {
            if (!input.endsWith("]")) throw UrlFailure.INVALID;
            return "[" + Ipv6Parser.parse(input.substring(1, input.length() - 1)) + "]";
        }
        if (opaque) return opaque(input);
        String domain = input;
        if (input.indexOf('%') >= 0) domain = new String(PercentEncoding.decode(input), StandardCharsets.UTF_8);
        String ascii = toAscii(domain);
        for (int i = 0; i < ascii.length(); i++) if (Chars.isForbiddenInDomain(ascii.charAt(i))) throw UrlFailure.INVALID;
        return endsInNumber(ascii) ? ipv4(ascii) : ascii;
    }

    private static String opaque(String input) throws UrlFailure {
        for (int i = 0; i < input.length(); i++) if (Chars.isForbiddenInHost(input.charAt(i))) throw UrlFailure.INVALID;
        return PercentEncoding.encode(input, Set.C0_CONTROL);
    }

    /** "Domain to ASCII", not strict. */
    static String toAscii(String domain) throws UrlFailure {
        if (domain.isEmpty()) throw UrlFailure.INVALID;
        if (isPlain(domain)) return domain.toLowerCase(Locale.ROOT);
        String ascii = Idna.toAscii(domain);
        if (ascii == null || ascii.isEmpty()) throw UrlFailure.INVALID;
        return ascii;
    }

    /** Whether a domain is ASCII without Punycode, so that there is nothing to convert or check. */
    private static boolean isPlain(String domain) {
        for (int i = 0; i < domain.length(); i++) {
            char c = domain.charAt(i);
            if (c >= 128) return false;
            if ((c | 0x20) == 'x' && (i == 0 || domain.charAt(i - 1) == '.') && domain.regionMatches(true, i, "xn--", 0, 4)) return false;
        }
        return true;
    }

    private static boolean endsInNumber(String host) {
        int end = host.endsWith(".") ? host.length() - 1 : host.length();
        int start = host.lastIndexOf('.', end - 1) + 1;
        if (start >= end || !Chars.isDigit(host.charAt(start))) return false;
        if (number(host, start, end) != NOT_A_NUMBER) return true;
        for (int i = start; i < end; i++) if (!Chars.isDigit(host.charAt(i))) return false;
        return true;
    }

    private static String ipv4(String host) throws UrlFailure {
        String trimmed = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String[] parts = trimmed.split("\\.", -1);
        if (parts.length > PARTS_MAX) throw UrlFailure.INVALID;
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            long number = number(parts[i], 0, parts[i].length());
            boolean last = i == parts.length - 1;
            long limit = last ? ADDRESS_COUNT >> 8 * i : 256;
            if (number == NOT_A_NUMBER || number >= limit) throw UrlFailure.INVALID;
            address += last ? number : number << 8 * (3 - i);
        }
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    /** "IPv4 number parser": decimal, octal with a leading 0, hexadecimal with 0x. */
    private static long number(String text, int from, int end) {
        int start = from;
        if (start == end) return NOT_A_NUMBER;
        int radix = 10;
        if (end - start >= 2 && text.charAt(start) == '0') {
            boolean hex = (text.charAt(start + 1) | 0x20) == 'x';
            radix = hex ? 16 : 8;
            start += hex ? 2 : 1;
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            int digit = Chars.hex(text.charAt(i));
            if (digit < 0 || digit >= radix) return NOT_A_NUMBER;
            value = value >= ADDRESS_COUNT ? TOO_LARGE : value * radix + digit;
        }
        return value;
    }
}
