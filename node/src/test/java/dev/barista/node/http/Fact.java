package dev.barista.node.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What Node 24's own parser says of a message: one line of {@code messages.txt}. */
record Fact(String kind, byte[] message, String events) {
    static List<Fact> all() throws IOException {
        List<Fact> facts = new ArrayList<>();
        try (var in = new BufferedReader(new InputStreamReader(Fact.class.getResourceAsStream("messages.txt"), StandardCharsets.US_ASCII))) {
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

    static String escape(String s) {
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
}
