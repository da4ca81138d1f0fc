package dev.barista.node.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class UrlParserTest {
    private static final String[] PIECES = {"http:", "https://", "file:", "x:", "//", "/", "\\", "..", "%2e", "?", "#", "@", ":", "80", "[::1]", "[", "]", "C|",
        "a", "é", "\uD83D\uDE00", "\uD83D", "%", "%zz", " ", "\t", "\0", "xn--", "0x7f", "256", "."};
    private static final String[] BASES = {null, "http://u:p@h:8/a/b?c#d", "file:///C:/a", "mailto:x", "x:/.//a"};

    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(9); n > 0; n--) text.append(PIECES[random.nextInt(PIECES.length)]);
        return text.toString();
    }

    private static UrlRecord parse(String input) throws UrlFailure {
        return UrlParser.parse(input, null);
    }

    @Test
    void anyInputIsAUrlWithAStableTextOrFails() throws UrlFailure {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String input = random(random);
            String base = BASES[random.nextInt(BASES.length)];
            UrlRecord url;
            try {
                url = UrlParser.parse(input, base == null ? null : parse(base));
            } catch (UrlFailure e) {
                continue;
            }
            String href = url.href();
            assertEquals(href, parse(href).href(), () -> input + " on " + base);
        }
    }

    @Test
    void anySetterLeavesAUrlWithAStableText() throws UrlFailure {
        Random random = new Random(8);
        for (int i = 0; i < 20_000; i++) {
            UrlRecord url = parse(BASES[1 + random.nextInt(BASES.length - 1)]);
            String value = Input.scalar(Input.withoutLineBreaks(random(random)));
            switch (random.nextInt(6)) {
                case 0 -> UrlSetters.protocol(url, value);
                case 1 -> UrlSetters.host(url, value, random.nextBoolean());
                case 2 -> UrlSetters.port(url, value);
                case 3 -> UrlSetters.pathname(url, value);
                case 4 -> UrlSetters.search(url, value);
                default -> UrlSetters.hash(url, value);
            }
            String href = url.href();
            assertEquals(href, parse(href).href(), value);
        }
    }

    @Test
    void partsAreWhereTheComponentsSay() throws UrlFailure {
        int[] at = new int[Components.COUNT];
        String href = parse("https://user:pass@example.com:1234/foo/bar?baz#quux").href(at);
        assertEquals("https:", href.substring(0, at[Components.PROTOCOL_END]));
        assertEquals("user", href.substring(at[Components.PROTOCOL_END] + 2, at[Components.USERNAME_END]));
        assertEquals(":pass", href.substring(at[Components.USERNAME_END], at[Components.HOST_START]));
        assertEquals("@example.com", href.substring(at[Components.HOST_START], at[Components.HOST_END]));
        assertEquals(1234, at[Components.PORT]);
        assertEquals("/foo/bar", href.substring(at[Components.PATHNAME_START], at[Components.SEARCH_START]));
        assertEquals("?baz", href.substring(at[Components.SEARCH_START], at[Components.HASH_START]));
    }

    @Test
    void hostsAreNormalized() throws UrlFailure {
        assertEquals("192.168.0.1", HostParser.parse("0300.168.1", false));
        assertEquals("xn--mnchen-3ya.de", HostParser.parse("MÜNCHEN.de", false));
        assertEquals("[1::8]", HostParser.parse("[1:0:0:0:0:0:0:8]", false));
        assertEquals("a%C3%A9", HostParser.parse("aé", true));
        for (String wrong : new String[] {"", "a b", "1.2.3.256", "[1:2]", "[::1", "xn--a-é", "%41%00"}) {
            assertThrows(UrlFailure.class, () -> HostParser.parse(wrong, false), wrong);
        }
    }
}
