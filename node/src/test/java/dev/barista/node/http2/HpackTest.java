package dev.barista.node.http2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Header compression against the examples of RFC 7541, appendix C, and against itself. */
class HpackTest {
    private final StaticTable known = new StaticTable();
    private final HpackDecoder decoder = new HpackDecoder(known);
    private final HpackEncoder encoder = new HpackEncoder(known, HpackEncoder.DEFAULT_TABLE_SIZE);

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private List<String> decoded(byte[] block) {
        List<String> fields = new ArrayList<>();
        assertTrue(decoder.decode(block, 0, block.length, field -> fields.add(field.toString())));
        return fields;
    }

    private byte[] encoded(String... texts) {
        encoder.begin();
        for (int i = 0; i < texts.length; i += 2) encoder.field(bytes(texts[i]), bytes(texts[i + 1]), false);
        return Arrays.copyOf(encoder.bytes(), encoder.length());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void requestsOfTheRfcAreRead() {
        assertEquals(List.of(":method: GET", ":scheme: http", ":path: /", ":authority: www.example.com"),
                decoded(hex("828684418cf1e3c2e5f23a6ba0ab90f4ff")));
        assertEquals(57, decoder.tableSize());
        assertEquals(List.of(":method: GET", ":scheme: http", ":path: /", ":authority: www.example.com", "cache-control: no-cache"),
                decoded(hex("828684be5886a8eb10649cbf")));
        assertEquals(List.of(":method: GET", ":scheme: https", ":path: /index.html", ":authority: www.example.com", "custom-key: custom-value"),
                decoded(hex("828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf")));
        assertEquals(164, decoder.tableSize());
    }

    @Test
    void responsesOfTheRfcAreReadWithATableThatEvicts() {
        decoder.allowedTableSize(256);
        List<String> first = decoded(hex("3fe101 4803333032 580770726976617465 611d4d6f6e2c203231204f637420323031332032303a31333a323120474d54"
                + "6e1768747470733a2f2f7777772e6578616d706c652e636f6d"));
        assertEquals(List.of(":status: 302", "cache-control: private", "date: Mon, 21 Oct 2013 20:13:21 GMT", "location: https://www.example.com"), first);
        assertEquals(222, decoder.tableSize());
        assertEquals(":status: 307", decoded(hex("4803333037c1c0bf")).getFirst());
        assertEquals(222, decoder.tableSize());
    }

    @Test
    void whatIsWrittenIsRead() {
        Random random = new Random(1);
        for (int round = 0; round < 2000; round++) {
            String[] texts = new String[2 * random.nextInt(12)];
            for (int i = 0; i < texts.length; i += 2) {
                texts[i] = random.nextInt(3) == 0 ? "x-" + random.nextInt(40) : known.get(1 + random.nextInt(StaticTable.LENGTH)).name.toString();
                byte[] value = new byte[random.nextInt(30)];
                if (random.nextBoolean()) random.nextBytes(value);
                else Arrays.fill(value, (byte) ('a' + random.nextInt(3)));
                texts[i + 1] = new String(value, StandardCharsets.ISO_8859_1);
            }
            if (random.nextInt(50) == 0) {
                int size = random.nextInt(5000);
                encoder.allowedTableSize(size);
                decoder.allowedTableSize(size);
            }
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < texts.length; i += 2) expected.add(texts[i] + ": " + texts[i + 1]);
            assertEquals(expected, decoded(encoded(texts)));
            assertEquals(encoder.tableSize(), decoder.tableSize());
        }
    }

    @Test
    void aFieldThatComesAgainIsOneOctet() {
        encoded("x-name", "value");
        assertEquals(1, encoded("x-name", "value").length);
    }

    @Test
    void secretsNeverEnterATable() {
        assertEquals(0x10, encoded("authorization", "secret")[0] & 0xf0);
        assertEquals(0, encoder.tableSize());
        List<Boolean> sensitive = new ArrayList<>();
        byte[] block = encoded("authorization", "secret");
        assertTrue(decoder.decode(block, 0, block.length, field -> sensitive.add(field.sensitive)));
        assertEquals(List.of(true), sensitive);
    }

    @Test
    void brokenBlocksAreRefused() {
        // An index of 0, one past the tables, a string that ends early, padding that is not ones, a table larger than allowed,
        // an integer without end.
        for (String block : List.of("80", "ff00", "4003616263", "4081ff0161", "3fe2ff0f", "ffffffffffffffff")) {
            byte[] octets = hex(block);
            assertFalse(new HpackDecoder(known).decode(octets, 0, octets.length, field -> {}), block);
        }
    }

    @Test
    void anyOctetsAreSurvived() {
        Random random = new Random(2);
        for (int round = 0; round < 20_000; round++) {
            byte[] octets = new byte[random.nextInt(40)];
            random.nextBytes(octets);
            new HpackDecoder(known).decode(octets, 0, octets.length, field -> {});
        }
    }
}
