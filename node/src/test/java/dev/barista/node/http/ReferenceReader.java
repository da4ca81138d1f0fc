package dev.barista.node.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Another reader of the messages that the parser has accepted: RFC 9112 by the letter, on strings. It knows nothing of how the parser
 * works, and where the two disagree about a message's end something could be smuggled between them.
 */
final class ReferenceReader {
    private static final int HEX = 16;

    private final String text;
    private int at;

    private ReferenceReader(String text, int from) {
        this.text = text;
        this.at = from;
    }

    /** @return behind the last byte of the message that begins there */
    static int end(byte[] bytes, int from, boolean request) {
        ReferenceReader reader = new ReferenceReader(new String(bytes, StandardCharsets.ISO_8859_1), from);
        reader.message(request);
        return reader.at;
    }

    private void message(boolean request) {
        String start = line();
        List<String> codings = new ArrayList<>();
        List<String> lengths = new ArrayList<>();
        fields(codings, lengths);
        assertFalse(!codings.isEmpty() && !lengths.isEmpty(), "both a length and a coding");
        if (!request && hasNoBody(start)) return;
        if (!codings.isEmpty()) {
            assertTrue(codings.indexOf("chunked") == codings.size() - 1, "codings of a message whose end is known: " + codings);
            chunks();
        } else if (!lengths.isEmpty()) {
            assertTrue(lengths.size() == 1, "two lengths");
            at += Integer.parseUnsignedInt(lengths.getFirst());
        }
    }

    /** The RFC has all of 1xx without a body; Node's parser reads one after those that it does not know, if a length says so. */
    private static boolean hasNoBody(String statusLine) {
        String status = statusLine.split(" +")[1];
        return status.equals("100") || status.equals("101") || status.equals("204") || status.equals("304");
    }

    private void fields(List<String> codings, List<String> lengths) {
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            assertTrue(colon > 0, line);
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            assertTrue(name.chars().noneMatch(c -> c <= ' '), "white space in a name");
            String value = line.substring(colon + 1).replaceAll("^[ \t]+|[ \t]+$", "");
            if (name.equals("content-length")) lengths.add(value);
            if (name.equals("transfer-encoding")) {
                for (String coding : value.toLowerCase(Locale.ROOT).split(",")) {
                    if (!coding.isBlank()) codings.add(coding.strip());
                }
            }
        }
    }

    private void chunks() {
        while (true) {
            String line = line();
            int semicolon = line.indexOf(';');
            int size = Integer.parseUnsignedInt(semicolon < 0 ? line : line.substring(0, semicolon), HEX);
            if (size == 0) break;
            at += size;
            assertTrue(line().isEmpty(), "a chunk that does not end where it should");
        }
        fields(new ArrayList<>(), new ArrayList<>());
    }

    /** Everybody agrees where a line ends when there is neither CR nor LF in it. */
    private String line() {
        int end = text.indexOf("\r\n", at);
        assertTrue(end >= 0, "no end of line");
        String line = text.substring(at, end);
        assertTrue(line.indexOf('\r') < 0 && line.indexOf('\n') < 0, "a line within a line");
        at = end + 2;
        return line;
    }
}
