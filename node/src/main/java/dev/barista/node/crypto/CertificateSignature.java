package dev.barista.node.crypto;

import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** How certificates and requests are signed: the algorithms of RFC 3279, 4055, 5758 and 8410. Any thread. */
final class CertificateSignature {
    private CertificateSignature() {}

    /** OpenSSL's long name of a signature algorithm, or {@code null} where it is not known here. */
    static String name(String oid) {
        return switch (oid) {
            case "1.2.840.113549.1.1.4" -> "md5WithRSAEncryption";
            case "1.2.840.113549.1.1.5" -> "sha1WithRSAEncryption";
            case "1.2.840.113549.1.1.10" -> "rsassaPss";
            case "1.2.840.113549.1.1.11" -> "sha256WithRSAEncryption";
            case "1.2.840.113549.1.1.12" -> "sha384WithRSAEncryption";
            case "1.2.840.113549.1.1.13" -> "sha512WithRSAEncryption";
            case "1.2.840.113549.1.1.14" -> "sha224WithRSAEncryption";
            case "1.2.840.10045.4.1" -> "ecdsa-with-SHA1";
            case "1.2.840.10045.4.3.1" -> "ecdsa-with-SHA224";
            case "1.2.840.10045.4.3.2" -> "ecdsa-with-SHA256";
            case "1.2.840.10045.4.3.3" -> "ecdsa-with-SHA384";
            case "1.2.840.10045.4.3.4" -> "ecdsa-with-SHA512";
            case "1.2.840.10040.4.3" -> "dsaWithSHA1";
            case "2.16.840.1.101.3.4.3.1" -> "dsa_with_SHA224";
            case "2.16.840.1.101.3.4.3.2" -> "dsa_with_SHA256";
            case "1.3.101.112" -> "ED25519";
            case "1.3.101.113" -> "ED448";
            default -> null;
        };
    }

    /** Whether a key has signed that. */
    static boolean verify(AsymmetricKey key, AlgorithmIdentifier algorithm, byte[] signed, byte[] signature) {
        String name = name(algorithm.getAlgorithm().getId());
        if (name == null) return false;
        boolean fits = name.startsWith("ecdsa") ? key.kind() == KeyKind.EC : name.startsWith("dsa") ? key.kind() == KeyKind.DSA
                : name.startsWith("ED") ? key.kind().signsMessages() && key.kind().id().equalsIgnoreCase(name) : key.kind().isRsa();
        return fits && Signatures.verify(key, scheme(name, algorithm), signed, signature);
    }

    private static Signatures.Scheme scheme(String name, AlgorithmIdentifier algorithm) {
        if (name.startsWith("ED")) return new Signatures.Scheme(null, -1, Signatures.DEFAULT_SALT, false, null);
        if (name.equals("rsassaPss")) {
            PssLimits limits = PssLimits.of(RSASSAPSSparams.getInstance(algorithm.getParameters()));
            return new Signatures.Scheme(limits.hash(), Rsa.PSS_PADDING, limits.saltLength(), false, null);
        }
        int rsa = name.indexOf("WithRSA");
        String digest = rsa > 0 ? name.substring(0, rsa) : name.substring(name.lastIndexOf("SHA"));
        return new Signatures.Scheme(DigestAlgorithm.find(digest), rsa > 0 ? Rsa.PKCS1_PADDING : -1, Signatures.DEFAULT_SALT, false, null);
    }
}
