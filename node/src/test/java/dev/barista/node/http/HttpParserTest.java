package dev.barista.node.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Facts in {@code messages.txt} are what Node 24's own parser says of each message; ours says the same, however it is cut. */
class HttpParserTest {
    private record Fact(String kind, byte[] message, String events) {}

    private static List<Fact> facts() throws IOException {
        List<Fact> facts = new ArrayList<>();
        try (var in = new BufferedReader(new InputStreamReader(HttpParserTest.class.getResourceAsStream("messages.txt"), StandardCharsets.US_ASCII))) {
            for (String line; (line = in.readLine()) != null; ) {
                String[] columns = line.split("\t", 3);
                facts.add(new Fact(columns[0], unescape(columns[1]).getBytes(StandardCharsets.ISO_8859_1), columns[2]));
            }
        }
        return facts;
    }

    private static String unescape(String s) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) != '\\') {
                out.append(s.charAt(i));
                continue;
            }
            char c = s.charAt(++i);
            if (c == 'x') {
                out.append((char) Integer.parseInt(s, i + 1, i + 3, 16));
                i += 2;
            } else {
                out.append(c == 'r' ? '\r' : c == 'n' ? '\n' : c);
            }
        }
        return out.toString();
    }

    private static String escape(String s) {
        StringBuilder out = new StringBuilder();
        for (char c : s.toCharArray()) {
            if (c == '\r') out.append("\\r");
            else if (c == '\n') out.append("\\n");
            else if (c == '\\') out.append("\\\\");
            else if (c < ' ' || c > '~') out.append(String.format("\\x%02x", (int) c));
            else out.append(c);
        }
        return out.toString();
    }

    private static List<String> withoutOffsets(List<String> events) {
        return events.stream().map(e -> e.startsWith("error ") ? e.replaceAll(" @\\d+$", "") : e).toList();
    }

    @Test
    void saysWhatNodeSays() throws IOException {
        List<Fact> facts = facts();
        assertTrue(facts.size() > 200);
        for (Fact fact : facts) {
            String message = escape(new String(fact.message, StandardCharsets.ISO_8859_1));
            assertEquals(fact.events, escape(String.join(" ; ", Recorder.record(fact.kind, fact.message))), fact.kind + " " + message);
        }
    }

    @Test
    void saysTheSameHoweverTheMessageIsCut() throws IOException {
        for (Fact fact : facts()) {
            List<String> whole = withoutOffsets(Recorder.record(fact.kind, fact.message));
            for (int i = 1; i < fact.message.length; i++) {
                assertEquals(whole, withoutOffsets(Recorder.recordSplit(fact.kind, fact.message, i)), fact.kind + " cut at " + i);
            }
            byte[][] single = new byte[fact.message.length][];
            for (int i = 0; i < single.length; i++) single[i] = new byte[] {fact.message[i]};
            assertEquals(whole, withoutOffsets(Recorder.record(fact.kind, single)));
        }
    }

    @Test
    void survivesAnyBytes() throws IOException {
        List<Fact> facts = facts();
        Random random = new Random(42);
        for (int round = 0; round < 20_000; round++) {
            Fact fact = facts.get(random.nextInt(facts.size()));
            byte[] message = fact.message.clone();
            for (int i = random.nextInt(4); i >= 0; i--) message[random.nextInt(message.length)] = (byte) random.nextInt(256);
            int at = random.nextInt(message.length);
            assertEquals(withoutOffsets(Recorder.record(fact.kind, message)), withoutOffsets(Recorder.recordSplit(fact.kind, message, at)));
        }
    }

    private static String request(String fields) {
        return "GET / HTTP/1.1\r\n" + fields + "\r\n";
    }

    private static List<String> parse(String message) {
        return Recorder.record("request", message.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void limitsTheBytesOfTheHead() {
        int rest = "/".length() + "A".length();
        assertFalse(parse(request("A: " + "x".repeat(Recorder.MAX_HEADER_SIZE - rest - 1) + "\r\n")).toString().contains("error"));
        assertTrue(parse(request("A: " + "x".repeat(Recorder.MAX_HEADER_SIZE - rest) + "\r\n")).toString().contains("HPE_HEADER_OVERFLOW Header overflow"));
        assertTrue(parse(request("A: b\r\n".repeat(Recorder.MAX_HEADER_SIZE / 2))).toString().contains("HPE_HEADER_OVERFLOW"));
    }

    @Test
    void limitsTheWhiteSpaceOfTheHead() {
        byte[] blanks = new byte[1000];
        Arrays.fill(blanks, (byte) ' ');
        byte[][] pieces = new byte[200][];
        Arrays.fill(pieces, blanks);
        pieces[0] = "GET / HTTP/1.1\r\nA:".getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(Recorder.record("request", pieces).toString().contains("HPE_HEADER_OVERFLOW"));
    }

    @Test
    void limitsChunkExtensions() {
        String head = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1;";
        assertTrue(parse(head + "x".repeat(20_000) + "\r\n").toString().contains("HPE_CHUNK_EXTENSIONS_OVERFLOW Chunk extensions overflow"));
    }
}
