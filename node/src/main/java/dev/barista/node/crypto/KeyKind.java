package dev.barista.node.crypto;

import java.util.Locale;

/**
 * The table of the kinds of key pairs. Those of RSA, DSA, DH and EC have parameters besides; of the others the name says all, and they have
 * an object identifier and lengths of their own, in bytes. Any thread.
 */
enum KeyKind {
    RSA, RSA_PSS, DSA, DH, EC,

    //                 family              identifier                private  public
    ED25519(           Family.EDWARDS,     "1.3.101.112",                 32,     32),
    ED448(             Family.EDWARDS,     "1.3.101.113",                 57,     57),
    X25519(            Family.MONTGOMERY,  "1.3.101.110",                 32,     32),
    X448(              Family.MONTGOMERY,  "1.3.101.111",                 56,     56),
    ML_KEM_512(        Family.ML_KEM,      "2.16.840.1.101.3.4.4.1",    1632,    800),
    ML_KEM_768(        Family.ML_KEM,      "2.16.840.1.101.3.4.4.2",    2400,   1184),
    ML_KEM_1024(       Family.ML_KEM,      "2.16.840.1.101.3.4.4.3",    3168,   1568),
    ML_DSA_44(         Family.ML_DSA,      "2.16.840.1.101.3.4.3.17",   2560,   1312),
    ML_DSA_65(         Family.ML_DSA,      "2.16.840.1.101.3.4.3.18",   4032,   1952),
    ML_DSA_87(         Family.ML_DSA,      "2.16.840.1.101.3.4.3.19",   4896,   2592),
    SLH_DSA_SHA2_128S( Family.SLH_DSA,     "2.16.840.1.101.3.4.3.20",     64,     32),
    SLH_DSA_SHA2_128F( Family.SLH_DSA,     "2.16.840.1.101.3.4.3.21",     64,     32),
    SLH_DSA_SHA2_192S( Family.SLH_DSA,     "2.16.840.1.101.3.4.3.22",     96,     48),
    SLH_DSA_SHA2_192F( Family.SLH_DSA,     "2.16.840.1.101.3.4.3.23",     96,     48),
    SLH_DSA_SHA2_256S( Family.SLH_DSA,     "2.16.840.1.101.3.4.3.24",    128,     64),
    SLH_DSA_SHA2_256F( Family.SLH_DSA,     "2.16.840.1.101.3.4.3.25",    128,     64),
    SLH_DSA_SHAKE_128S(Family.SLH_DSA,     "2.16.840.1.101.3.4.3.26",     64,     32),
    SLH_DSA_SHAKE_128F(Family.SLH_DSA,     "2.16.840.1.101.3.4.3.27",     64,     32),
    SLH_DSA_SHAKE_192S(Family.SLH_DSA,     "2.16.840.1.101.3.4.3.28",     96,     48),
    SLH_DSA_SHAKE_192F(Family.SLH_DSA,     "2.16.840.1.101.3.4.3.29",     96,     48),
    SLH_DSA_SHAKE_256S(Family.SLH_DSA,     "2.16.840.1.101.3.4.3.30",    128,     64),
    SLH_DSA_SHAKE_256F(Family.SLH_DSA,     "2.16.840.1.101.3.4.3.31",    128,     64),
    ;

    /** Kinds of one algorithm: they are made, read and used alike. */
    enum Family {
        PARAMETRIC(0), EDWARDS(0), MONTGOMERY(0), ML_KEM(64), ML_DSA(32), SLH_DSA(0);

        private final int seedBytes;

        Family(int seedBytes) {
            this.seedBytes = seedBytes;
        }
    }

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Family family;
    private final String oid;
    private final int privateBytes;
    private final int publicBytes;

    KeyKind() {
        this(Family.PARAMETRIC, null, 0, 0);
    }

    KeyKind(Family family, String oid, int privateBytes, int publicBytes) {
        this.family = family;
        this.oid = oid;
        this.privateBytes = privateBytes;
        this.publicBytes = publicBytes;
    }

    /** The kind of that name whose name says all; {@code null} where there is none. */
    static KeyKind find(String id) {
        for (KeyKind kind : values()) if (kind.oid != null && kind.id.equals(id)) return kind;
        return null;
    }

    /** The kind of that object identifier whose name says all; {@code null} where there is none. */
    static KeyKind ofOid(String oid) {
        for (KeyKind kind : values()) if (oid.equals(kind.oid)) return kind;
        return null;
    }

    /** The name that Node gives it: {@code rsa-pss}. */
    String id() {
        return id;
    }

    Family family() {
        return family;
    }

    /** Its object identifier; {@code null} where there are parameters besides. */
    String oid() {
        return oid;
    }

    /** Of a private key as it is used. */
    int privateBytes() {
        return privateBytes;
    }

    int publicBytes() {
        return publicBytes;
    }

    /** Of the seed that a private key is made of; 0 where there is none beside the key. */
    int seedBytes() {
        return family.seedBytes;
    }

    boolean isRsa() {
        return this == RSA || this == RSA_PSS;
    }

    /** Whether it stands against quantum computers (FIPS 203 to 205). */
    boolean isPostQuantum() {
        return family == Family.ML_KEM || family == Family.ML_DSA || family == Family.SLH_DSA;
    }

    /** Whether it signs whole messages, with a hash of its own. */
    boolean signsMessages() {
        return family == Family.EDWARDS || family == Family.ML_DSA || family == Family.SLH_DSA;
    }

    /** Whether a context can be signed along with a message. */
    boolean takesContext() {
        return this == ED448 || family == Family.ML_DSA || family == Family.SLH_DSA;
    }
}
