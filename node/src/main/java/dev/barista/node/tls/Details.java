package dev.barista.node.tls;

import dev.barista.node.posix.Memory;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/** What a connection of OpenSSL's can tell of itself. Loop thread only. */
final class Details {
    private static final int CTRL_PEER_TEMPORARY_KEY = 109;
    private static final int KEY_RSA = 6;
    private static final int KEY_DH = 28;
    private static final int KEY_DSA = 116;
    private static final int KEY_EC = 408;
    private static final int KEY_RSA_PSS = 912;
    private static final int KEY_X25519 = 1034;
    private static final int KEY_X448 = 1035;
    private static final int KEY_ED25519 = 1087;
    private static final int KEY_ED448 = 1088;
    private static final int LONGEST_CHAIN = 64;
    private static final int UNABLE_TO_GET_ISSUER = 2;
    private static final int LONGEST_FINISHED = 64;

    private Details() {}

    /** The name that the client asked for; null for none. */
    static String serverName(long ssl) {
        return Memory.text(OpenSsl.GET_SERVERNAME.call(ssl, 0));
    }

    /** The protocol that ALPN has settled on; null for none. */
    static String protocol(long ssl) {
        try (Arena arena = Arena.ofConfined()) {
            long out = arena.allocate(16).address();
            OpenSsl.GET0_ALPN_SELECTED.call(ssl, out, out + 8);
            int length = Memory.integer(out + 8);
            return length == 0 ? null : new String(Memory.bytes(Memory.pointer(out), length), java.nio.charset.StandardCharsets.ISO_8859_1);
        }
    }

    /** OpenSSL's code for what is wrong with the peer's chain; 0 if nothing is. */
    static int verifyResult(long ssl) {
        long peer = OpenSsl.GET1_PEER_CERTIFICATE.call(ssl);
        if (peer != 0) {
            OpenSsl.X509_FREE.call(peer);
            return OpenSsl.GET_VERIFY_RESULT.number(ssl);
        }
        String cipher = cipherName(ssl);
        boolean byKey = cipher != null && cipher.contains("PSK");
        boolean resumed13 = "TLSv1.3".equals(version(ssl)) && OpenSsl.SESSION_REUSED.number(ssl) == 1;
        return byKey || resumed13 ? 0 : UNABLE_TO_GET_ISSUER;
    }

    static String version(long ssl) {
        return Memory.text(OpenSsl.GET_VERSION.call(ssl));
    }

    static String cipherName(long ssl) {
        long cipher = OpenSsl.GET_CURRENT_CIPHER.call(ssl);
        return cipher == 0 ? null : Memory.text(OpenSsl.CIPHER_GET_NAME.call(cipher));
    }

    /** Name, standard name and version of the cipher in use; null for none. */
    static String[] cipher(long ssl) {
        long cipher = OpenSsl.GET_CURRENT_CIPHER.call(ssl);
        if (cipher == 0) return null;
        return new String[] {
            Memory.text(OpenSsl.CIPHER_GET_NAME.call(cipher)), Memory.text(OpenSsl.CIPHER_STANDARD_NAME.call(cipher)),
            Memory.text(OpenSsl.CIPHER_GET_VERSION.call(cipher)),
        };
    }

    /** Our own certificate in DER; null for none. */
    static byte[] certificate(long ssl) {
        return Certificates.encoded(OpenSsl.GET_CERTIFICATE.call(ssl));
    }

    /** The peer's certificate in DER; null for none. */
    static byte[] peer(long ssl) {
        long peer = OpenSsl.GET1_PEER_CERTIFICATE.call(ssl);
        if (peer == 0) return null;
        byte[] der = Certificates.encoded(peer);
        OpenSsl.X509_FREE.call(peer);
        return der;
    }

    /** The peer's certificate and those that lead to its root: of what the peer sent, and of what is trusted. */
    static List<byte[]> peerChain(long ssl, SecureContext context) {
        List<byte[]> chain = new ArrayList<>();
        long current = OpenSsl.GET1_PEER_CERTIFICATE.call(ssl);
        if (current == 0) return chain;
        long sent = OpenSsl.GET_PEER_CERT_CHAIN.call(ssl);
        long store = OpenSsl.CTX_GET_CERT_STORE.call(context.pointer());
        long search = OpenSsl.STORE_CTX_NEW.call();
        try (Arena arena = Arena.ofConfined()) {
            OpenSsl.STORE_CTX_INIT.call(search, store, 0, 0);
            long found = arena.allocate(8).address();
            while (current != 0 && chain.size() < LONGEST_CHAIN) {
                chain.add(Certificates.encoded(current));
                long issuer = 0;
                if (OpenSsl.X509_CHECK_ISSUED.number(current, current) != 0) {
                    issuer = among(sent, current);
                    if (issuer != 0) OpenSsl.X509_UP_REF.call(issuer);
                    else if (OpenSsl.STORE_CTX_GET1_ISSUER.number(found, search, current) == 1) issuer = Memory.pointer(found);
                }
                OpenSsl.X509_FREE.call(current);
                current = issuer;
            }
            if (current != 0) OpenSsl.X509_FREE.call(current);
        } finally {
            OpenSsl.STORE_CTX_FREE.call(search);
            OpenSsl.ERR_CLEAR.call();
        }
        return chain;
    }

    private static long among(long stack, long x509) {
        int count = stack == 0 ? 0 : OpenSsl.SK_NUM.number(stack);
        for (int i = 0; i < count; i++) {
            long candidate = OpenSsl.SK_VALUE.call(stack, i);
            if (OpenSsl.X509_CHECK_ISSUED.number(candidate, x509) == 0) return candidate;
        }
        return 0;
    }

    /** Type, name and size of the key that the peer made for this connection; null where there is none. */
    static Object[] temporaryKey(long ssl) {
        try (Arena arena = Arena.ofConfined()) {
            long out = arena.allocate(8).address();
            if (OpenSsl.CTRL.number(ssl, CTRL_PEER_TEMPORARY_KEY, 0, out) != 1) return null;
            long key = Memory.pointer(out);
            try {
                int bits = OpenSsl.PKEY_GET_BITS.number(key);
                return switch (OpenSsl.PKEY_GET_BASE_ID.number(key)) {
                    case KEY_DH -> new Object[] {"DH", null, bits};
                    case KEY_EC -> new Object[] {"ECDH", groupName(arena, key), bits};
                    case KEY_X25519 -> new Object[] {"ECDH", "X25519", bits};
                    case KEY_X448 -> new Object[] {"ECDH", "X448", bits};
                    default -> null;
                };
            } finally {
                OpenSsl.PKEY_FREE.call(key);
            }
        }
    }

    private static String groupName(Arena arena, long key) {
        int room = 80;
        long text = arena.allocate(room).address();
        return OpenSsl.PKEY_GET_GROUP_NAME.number(key, text, room, 0) == 1 ? Memory.text(text) : null;
    }

    /** The signature algorithms that both sides have, as {@code RSA-PSS+SHA256}. */
    static List<String> sharedSignatureAlgorithms(long ssl) {
        List<String> names = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            long out = arena.allocate(8, 8).address();
            int count = (int) OpenSsl.GET_SHARED_SIGALGS.call(ssl, 0, 0, 0, 0, 0, 0, 0);
            for (int i = 0; i < count; i++) {
                OpenSsl.GET_SHARED_SIGALGS.call(ssl, i, out, out + 4, 0, 0, 0, 0);
                int hash = Memory.integer(out + 4);
                names.add(signature(Memory.integer(out)) + "+" + (hash == 0 ? "UNDEF" : Memory.text(OpenSsl.OBJ_NID2SN.call(hash))));
            }
        }
        return names;
    }

    private static String signature(int kind) {
        return switch (kind) {
            case KEY_RSA -> "RSA";
            case KEY_RSA_PSS -> "RSA-PSS";
            case KEY_DSA -> "DSA";
            case KEY_EC -> "ECDSA";
            case KEY_ED25519 -> "Ed25519";
            case KEY_ED448 -> "Ed448";
            default -> Memory.text(OpenSsl.OBJ_NID2SN.call(kind));
        };
    }

    /** The last message of our handshake, or of the peer's; null while there is none. */
    static byte[] finished(long ssl, boolean peers) {
        try (Arena arena = Arena.ofConfined()) {
            long room = arena.allocate(LONGEST_FINISHED).address();
            OpenSsl function = peers ? OpenSsl.GET_PEER_FINISHED : OpenSsl.GET_FINISHED;
            long length = function.call(ssl, room, LONGEST_FINISHED);
            return length == 0 ? null : Memory.bytes(room, length);
        }
    }

    static byte[] session(long ssl) {
        long session = OpenSsl.GET_SESSION.call(ssl);
        return session == 0 ? null : Sessions.encoded(session);
    }

    static byte[] ticket(long ssl) {
        long session = OpenSsl.GET_SESSION.call(ssl);
        return session == 0 ? null : Sessions.ticket(session);
    }

    /** @param context null for none */
    static byte[] keyingMaterial(long ssl, int length, byte[] label, byte[] context) {
        OpenSsl.ERR_CLEAR.call();
        try (Arena arena = Arena.ofConfined()) {
            long out = arena.allocate(Math.max(1, length)).address();
            long ok = OpenSsl.EXPORT_KEYING_MATERIAL.call(ssl, out, length, Memory.copy(arena, label), label.length,
                context == null ? 0 : Memory.copy(arena, context), context == null ? 0 : context.length, context == null ? 0 : 1);
            if ((int) ok != 1) throw OpenSslFailure.ofSetting("SSL_export_keying_material");
            return Memory.bytes(out, length);
        }
    }
}
