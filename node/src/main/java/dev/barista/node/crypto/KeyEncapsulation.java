package dev.barista.node.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/**
 * Secrets that are made for who holds a key: ML-KEM (FIPS 203), RSASVE (NIST SP 800-56B, section 7.2.1) and DHKEM (RFC 9180, section 4.1).
 * Any thread.
 */
final class KeyEncapsulation {
    /** @param ciphertext from which the private key makes the secret again */
    record Encapsulated(byte[] sharedKey, byte[] ciphertext) {}

    private KeyEncapsulation() {}

    /** @return {@code null} where the key's kind encapsulates nothing */
    static Encapsulated encapsulate(AsymmetricKey publicKey) {
        if (publicKey.kind().family() == KeyKind.Family.ML_KEM) {
            SecretWithEncapsulation made = new MLKEMGenerator(Randomness.SOURCE).generateEncapsulated(publicKey.parameters());
            return new Encapsulated(made.getSecret(), made.getEncapsulation());
        }
        if (publicKey.kind() == KeyKind.RSA) return rsasve(publicKey);
        Suite suite = Suite.of(publicKey);
        return suite == null ? null : dhkem(suite, publicKey);
    }

    /** @return {@code null} where the key's kind decapsulates nothing, or it is no ciphertext of such a key */
    static byte[] decapsulate(AsymmetricKey privateKey, byte[] ciphertext) {
        try {
            if (privateKey.parameters() instanceof MLKEMPrivateKeyParameters key) {
                MLKEMExtractor extractor = new MLKEMExtractor(key);
                return ciphertext.length == extractor.getEncapsulationLength() ? extractor.extractSecret(ciphertext) : null;
            }
            if (privateKey.kind() == KeyKind.RSA) {
                return ciphertext.length == Rsa.size(privateKey) ? padded(privateKey, Rsa.raw(privateKey, ciphertext)) : null;
            }
            Suite suite = Suite.of(privateKey);
            AsymmetricKey peer = suite == null ? null : suite.peer(privateKey, ciphertext);
            return peer == null ? null : suite.derive(KeyAgreement.secret(privateKey, peer), ciphertext, RawKeys.publicBytes(privateKey));
        } catch (CryptoException e) {   // a number beyond the modulus, or a point of small order
            return null;
        }
    }

    // RSASVE: a random number below the modulus is the secret, and its power the ciphertext

    private static Encapsulated rsasve(AsymmetricKey publicKey) {
        BigInteger most = Rsa.key(publicKey).getModulus().subtract(BigInteger.TWO);
        byte[] secret = Rsa.unsigned(BigIntegers.createRandomInRange(BigInteger.TWO, most, Randomness.SOURCE), Rsa.size(publicKey));
        return new Encapsulated(secret, padded(publicKey, Rsa.raw(publicKey, secret)));
    }

    private static byte[] padded(AsymmetricKey key, byte[] number) {
        return Rsa.unsigned(new BigInteger(1, number), Rsa.size(key));
    }

    // DHKEM: the secret of a fresh pair and the key, with both public keys

    private static Encapsulated dhkem(Suite suite, AsymmetricKey publicKey) {
        AsymmetricKey fresh = publicKey.parameters() instanceof ECKeyParameters key
                ? KeyGeneration.ec(key.getParameters()) : KeyGeneration.named(publicKey.kind());
        byte[] ciphertext = RawKeys.publicBytes(fresh);
        byte[] sharedKey = suite.derive(KeyAgreement.secret(fresh, publicKey), ciphertext, RawKeys.publicBytes(publicKey));
        return new Encapsulated(sharedKey, ciphertext);
    }

    /** The table of DHKEM's suites (RFC 9180, section 7.1): identifier, the hash of HKDF, the length of the secret in bytes. */
    private enum Suite {
        P256(  0x0010, DigestAlgorithm.SHA256, 32),
        P384(  0x0011, DigestAlgorithm.SHA384, 48),
        P521(  0x0012, DigestAlgorithm.SHA512, 64),
        X25519(0x0020, DigestAlgorithm.SHA256, 32),
        X448(  0x0021, DigestAlgorithm.SHA512, 64);

        private static final byte UNCOMPRESSED = 4;

        private final int id;
        private final DigestAlgorithm digest;
        private final int size;

        Suite(int id, DigestAlgorithm digest, int size) {
            this.id = id;
            this.digest = digest;
            this.size = size;
        }

        /** @return {@code null} where there is none for the key */
        static Suite of(AsymmetricKey key) {
            return switch (key.kind()) {
                case X25519 -> X25519;
                case X448 -> X448;
                case EC -> switch (Curves.name(((ECKeyParameters) key.parameters()).getParameters())) {
                    case "prime256v1" -> P256;
                    case "secp384r1" -> P384;
                    case "secp521r1" -> P521;
                    case null, default -> null;
                };
                default -> null;
            };
        }

        /** The other side's key in a ciphertext; {@code null} where it is none. */
        AsymmetricKey peer(AsymmetricKey own, byte[] ciphertext) {
            if (!(own.parameters() instanceof ECKeyParameters key)) return RawKeys.of(own.kind(), false, ciphertext);
            return ciphertext.length > 0 && ciphertext[0] == UNCOMPRESSED ? Points.publicKey(key.getParameters(), ciphertext) : null;
        }

        byte[] derive(byte[] agreed, byte[] ciphertext, byte[] recipient) {
            byte[] version = "HPKE-v1".getBytes(StandardCharsets.US_ASCII);
            byte[] suite = {'K', 'E', 'M', (byte) (id >>> 8), (byte) id};
            byte[] secret = Arrays.concatenate(version, suite, "eae_prk".getBytes(StandardCharsets.US_ASCII), agreed);
            byte[] label = Arrays.concatenate(new byte[] {0, (byte) size}, version, suite, "shared_secret".getBytes(StandardCharsets.US_ASCII));
            return KeyDerivation.hkdf(digest, secret, new byte[0], Arrays.concatenate(label, ciphertext, recipient), size);
        }
    }
}
