package dev.barista.node.tls;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Certificates as text. Any thread. Source: RFC 7468. */
final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    static String certificate(byte[] der) {
        byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(LINE, newline).encodeToString(der) + "\n-----END CERTIFICATE-----";
    }
}
