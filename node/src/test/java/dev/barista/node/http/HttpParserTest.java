package dev.barista.node.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Facts in {@code messages.txt} are what Node 24's own parser says of each message; ours says the same, however it is cut. */
class HttpParserTest {
    @Test
    void saysWhatNodeSays() throws IOException {
        List<Fact> facts = Fact.all();
        assertTrue(facts.size() > 200);
        for (Fact fact : facts) {
            String message = Fact.escape(new String(fact.message(), StandardCharsets.ISO_8859_1));
            assertEquals(fact.events(), Fact.escape(String.join(" ; ", Recorder.record(fact.kind(), fact.message()))), fact.kind() + " " + message);
        }
    }

    @Test
    void saysTheSameHoweverTheMessageIsCut() throws IOException {
        for (Fact fact : Fact.all()) {
            List<String> whole = Recorder.withoutOffsets(Recorder.record(fact.kind(), fact.message()));
            for (int i = 1; i < fact.message().length; i++) {
                assertEquals(whole, Recorder.withoutOffsets(Recorder.recordSplit(fact.kind(), fact.message(), i)), fact.kind() + " cut at " + i);
            }
            byte[][] single = new byte[fact.message().length][];
            for (int i = 0; i < single.length; i++) single[i] = new byte[] {fact.message()[i]};
            assertEquals(whole, Recorder.withoutOffsets(Recorder.record(fact.kind(), single)));
        }
    }

    @Test
    void survivesAnyBytes() throws IOException {
        List<Fact> facts = Fact.all();
        Random random = new Random(42);
        for (int round = 0; round < 20_000; round++) {
            Fact fact = facts.get(random.nextInt(facts.size()));
            byte[] message = fact.message().clone();
            for (int i = random.nextInt(4); i >= 0; i--) message[random.nextInt(message.length)] = (byte) random.nextInt(256);
            int at = random.nextInt(message.length);
            assertEquals(Recorder.withoutOffsets(Recorder.record(fact.kind(), message)), Recorder.withoutOffsets(Recorder.recordSplit(fact.kind(), message, at)));
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
