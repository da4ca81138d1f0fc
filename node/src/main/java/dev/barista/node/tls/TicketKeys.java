package dev.barista.node.tls;

import dev.barista.node.posix.Memory;
import java.lang.foreign.Arena;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * What session tickets are sealed with, as Node does it (RFC 5077, section 4): 48 bytes, a name, a key of HMAC with SHA-256 and one of AES in
 * CBC. Servers that were given the same bytes take each other's tickets. Any thread.
 */
record TicketKeys(byte[] bytes) {
    private static final int LENGTH = 48;
    private static final int PART = 16;
    private static final long KNOWN = 1;
    private static final long UNKNOWN = 0;
    private static final long FAILED = -1;

    TicketKeys {
        if (bytes.length != LENGTH) throw new IllegalArgumentException(bytes.length + " bytes");
    }

    static TicketKeys random() {
        return new TicketKeys(randomBytes(LENGTH));
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /**
     * Prepares OpenSSL for sealing or opening a ticket. A ticket that could be opened is good until it is too old: the peer gets no new one.
     *
     * @param name address of the ticket's name, 16 bytes
     * @param iv address of its initialization vector, 16 bytes
     * @param cipher an EVP_CIPHER_CTX
     * @param mac an HMAC_CTX
     * @return what the callback of SSL_CTX_set_tlsext_ticket_key_cb(3) is to return
     */
    long prepare(long name, long iv, long cipher, long mac, boolean sealing) {
        if (sealing) {
            Memory.put(bytes, 0, name, PART);
            Memory.put(randomBytes(PART), 0, iv, PART);
        } else if (!MessageDigest.isEqual(Memory.bytes(name, PART), Arrays.copyOf(bytes, PART))) {
            return UNKNOWN;
        }
        try (Arena arena = Arena.ofConfined()) {
            long macKey = Memory.copy(arena, bytes) + PART;
            long cipherKey = macKey + PART;
            OpenSsl initialize = sealing ? OpenSsl.ENCRYPT_INIT : OpenSsl.DECRYPT_INIT;
            boolean ok = initialize.number(cipher, OpenSsl.AES_128_CBC.call(), 0, cipherKey, iv) == 1
                && OpenSsl.HMAC_INIT.number(mac, macKey, PART, OpenSsl.SHA256.call(), 0) == 1;
            return ok ? KNOWN : FAILED;
        }
    }
}
