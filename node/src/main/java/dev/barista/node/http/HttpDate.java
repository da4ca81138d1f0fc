package dev.barista.node.http;

import dev.barista.loop.Loop;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The text of the {@code Date} field, made once a second: RFC 9110, section 5.6.7. Loop thread only. */
final class HttpDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final long SECOND = 1000;

    private final Loop loop;
    private String text;
    private byte[] bytes;
    private long validUntil = Long.MIN_VALUE;

    HttpDate(Loop loop) {
        this.loop = loop;
    }

    String text() {
        long now = loop.now();
        if (now >= validUntil) {
            long millis = System.currentTimeMillis();
            text = FORMAT.format(Instant.ofEpochMilli(millis));
            bytes = (text + "\r\n").getBytes(StandardCharsets.US_ASCII);
            validUntil = now + SECOND - millis % SECOND;
        }
        return text;
    }

    /** The text and the end of its line. */
    byte[] line() {
        text();
        return bytes;
    }
}
