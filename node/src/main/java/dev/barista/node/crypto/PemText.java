package dev.barista.node.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** One block of PEM (RFC 7468), with the headers that old encrypted keys have (RFC 1421). Any thread. */
record PemText(String label, Map<String, String> headers, byte[] content) {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final int LINE = 64;

    /**
     * The first block of those with a label that is wanted, or {@code null} where none of them is whole: files hold parameters and
     * certificates before keys, and keys before certificates.
     */
    static PemText find(byte[] bytes, Predicate<String> wanted) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        // No part of the text is looked at twice: it may be a stranger's.
        for (int at = 0, begin; (begin = text.indexOf(BEGIN, at)) >= 0; ) {
            int labelEnd = text.indexOf(DASHES, begin + BEGIN.length());
            if (labelEnd < 0) return null;
            at = labelEnd;
            String label = text.substring(begin + BEGIN.length(), labelEnd);
            if (!wanted.test(label)) continue;
            int body = labelEnd + DASHES.length();
            int end = text.indexOf(END + label + DASHES, body);
            if (end < 0) return null;
            PemText block = parse(label, text.substring(body, end));
            if (block != null) return block;
            at = end;
        }
        return null;
    }

    private static PemText parse(String label, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        StringBuilder base64 = new StringBuilder(body.length());
        for (String line : body.split("\r\n|\r|\n", -1)) {
            int colon = line.indexOf(':');
            if (colon >= 0) headers.put(line.substring(0, colon).trim(), line.substring(colon + 1).trim());
            else base64.append(line.strip());
        }
        try {
            return new PemText(label, headers, Base64.getDecoder().decode(base64.toString().replaceAll("[ \\t]", "")));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static String format(String label, byte[] content) {
        return format(label, Map.of(), content);
    }

    static String format(String label, Map<String, String> headers, byte[] content) {
        StringBuilder text = new StringBuilder(BEGIN).append(label).append(DASHES).append('\n');
        headers.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
        if (!headers.isEmpty()) text.append('\n');
        String base64 = Base64.getEncoder().encodeToString(content);
        for (int at = 0; at < base64.length(); at += LINE) text.append(base64, at, Math.min(base64.length(), at + LINE)).append('\n');
        return text.append(END).append(label).append(DASHES).append('\n').toString();
    }
}
