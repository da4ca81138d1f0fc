package dev.barista.node.crypto;

/** The kinds of key pairs. Any thread. */
enum KeyKind {
    RSA, RSA_PSS, DSA, DH, EC, ED25519, ED448, X25519, X448;

    /** The name that Node gives it: {@code rsa-pss}. */
    String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    boolean isRsa() {
        return this == RSA || this == RSA_PSS;
    }

    /** Whether it signs whole messages, with a hash of its own. */
    boolean isEdwards() {
        return this == ED25519 || this == ED448;
    }

    boolean isMontgomery() {
        return this == X25519 || this == X448;
    }
}
