package dev.barista.node.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * What session tickets are sealed with: Node's 48 bytes, a name and two keys of 16 each. OpenSSL's own tickets want longer keys, which are
 * derived from them, so that servers that were given the same bytes take each other's tickets. Any thread.
 */
record TicketKeys(byte[] bytes) {
    private static final int LENGTH = 48;
    private static final int PART = 16;
    private static final int KEY = 32;

    static TicketKeys random() {
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return new TicketKeys(bytes);
    }

    /** Name, key of the HMAC, key of the cipher. */
    byte[] expanded() {
        byte[] expanded = new byte[PART + 2 * KEY];
        System.arraycopy(bytes, 0, expanded, 0, PART);
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(bytes, PART, PART);
            System.arraycopy(hash.digest(), 0, expanded, PART, KEY);
            hash.update(bytes, 2 * PART, PART);
            System.arraycopy(hash.digest(), 0, expanded, PART + KEY, KEY);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);   // every JDK has it
        }
        return expanded;
    }
}
