package dev.barista.node.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.DSA;
import org.bouncycastle.crypto.params.DSAKeyParameters;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.DSASigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** Signatures by every kind of key that signs. Any thread. */
final class Signatures {
    /**
     * How a key signs.
     *
     * @param digest {@code null} for the key's own
     * @param padding RSA's, as OpenSSL numbers them, or -1 for the key's own
     * @param saltLength of RSA-PSS in bytes, or one of {@link Pss}'s, or {@link #DEFAULT_SALT}
     * @param flat whether (EC)DSA's two numbers stand one after the other (IEEE P1363) rather than in DER
     * @param context of those that take one, or {@code null}
     */
    record Scheme(DigestAlgorithm digest, int padding, int saltLength, boolean flat, byte[] context) {}

    static final int DEFAULT_SALT = Integer.MIN_VALUE;

    private Signatures() {}

    private static DigestAlgorithm digest(Scheme scheme, AsymmetricKey key) {
        if (scheme.digest != null) return scheme.digest;
        return key.pss() != null ? key.pss().hash() : DigestAlgorithm.SHA256;
    }

    /** The context that is signed with a message, empty without one; a key that signs whole messages takes no other digest than its own. */
    private static byte[] context(AsymmetricKey key, Scheme scheme) {
        byte[] context = scheme.context == null ? new byte[0] : scheme.context;
        if (context.length > 0 && !key.kind().takesContext()) {
            throw CryptoException.coded("ERR_CRYPTO_OPERATION_FAILED", "Context parameter is unsupported");
        }
        if (key.kind().signsMessages() && scheme.digest != null) throw OpenSslError.PROV_INVALID_DIGEST.exception();
        return context;
    }

    /** Signs a message. */
    static byte[] sign(AsymmetricKey key, Scheme scheme, byte[] message) {
        byte[] context = context(key, scheme);
        if (key.kind().signsMessages()) return MessageSignatures.sign(key, context, message);
        DigestAlgorithm digest = digest(scheme, key);
        return signHash(key, scheme, digest, digest.hash(message, 0, message.length));
    }

    static boolean verify(AsymmetricKey key, Scheme scheme, byte[] message, byte[] signature) {
        byte[] context = context(key, scheme);
        if (key.kind().signsMessages()) return MessageSignatures.verify(key, context, message, signature);
        DigestAlgorithm digest = digest(scheme, key);
        return verifyHash(key, scheme, digest, digest.hash(message, 0, message.length), signature);
    }

    /** Signs what a message has been hashed to. */
    static byte[] signHash(AsymmetricKey key, Scheme scheme, DigestAlgorithm digest, byte[] hash) {
        return switch (key.kind()) {
            case RSA, RSA_PSS -> Rsa.raw(key, isPss(key, scheme) ? pssBlock(key, scheme, digest, hash) : pkcs1Block(key, digest, hash));
            case EC -> encode(key, scheme, ecdsa(key, true).generateSignature(hash));
            case DSA -> encode(key, scheme, dsa(key, true).generateSignature(hash));
            default -> throw OpenSslError.EVP_OPERATION_NOT_SUPPORTED_FOR_THIS_KEYTYPE.exception();
        };
    }

    static boolean verifyHash(AsymmetricKey key, Scheme scheme, DigestAlgorithm digest, byte[] hash, byte[] signature) {
        return switch (key.kind()) {
            case RSA, RSA_PSS -> verifyRsa(key, scheme, digest, hash, signature);
            case EC -> verifyNumbers(key, scheme, ecdsa(key, false), hash, signature);
            case DSA -> verifyNumbers(key, scheme, dsa(key, false), hash, signature);
            default -> throw OpenSslError.EVP_OPERATION_NOT_SUPPORTED_FOR_THIS_KEYTYPE.exception();
        };
    }

    // RSA

    private static boolean isPss(AsymmetricKey key, Scheme scheme) {
        int padding = scheme.padding < 0 ? key.kind() == KeyKind.RSA_PSS ? Rsa.PSS_PADDING : Rsa.PKCS1_PADDING : scheme.padding;
        if (padding != Rsa.PSS_PADDING && (padding != Rsa.PKCS1_PADDING || key.kind() == KeyKind.RSA_PSS)) {
            throw OpenSslError.PROV_ILLEGAL_OR_UNSUPPORTED_PADDING_MODE.exception();
        }
        return padding == Rsa.PSS_PADDING;
    }

    private static byte[] pkcs1Block(AsymmetricKey key, DigestAlgorithm digest, byte[] hash) {
        return Rsa.signaturePadding(digest, hash, Rsa.size(key));
    }

    private static byte[] pssBlock(AsymmetricKey key, Scheme scheme, DigestAlgorithm digest, byte[] hash) {
        int salt = scheme.saltLength;
        if (salt == DEFAULT_SALT) salt = key.pss() != null ? key.pss().saltLength() : Pss.SALT_AUTO;
        else if (salt == Pss.SALT_AUTO && key.pss() != null) throw OpenSslError.PROV_INVALID_SALT_LENGTH.exception();
        checkLimits(key, digest, salt, hash.length);
        byte[] block = Pss.encode(digest, mgf1(key, digest), hash, salt, Rsa.key(key).getModulus().bitLength());
        int size = Rsa.size(key);
        if (block.length == size) return block;
        byte[] whole = new byte[size];
        System.arraycopy(block, 0, whole, size - block.length, block.length);
        return whole;
    }

    private static DigestAlgorithm mgf1(AsymmetricKey key, DigestAlgorithm digest) {
        return key.pss() != null ? key.pss().mgf1Hash() : digest;
    }

    private static void checkLimits(AsymmetricKey key, DigestAlgorithm digest, int salt, int hashLength) {
        if (key.pss() == null) return;
        int length = salt == Pss.SALT_DIGEST ? hashLength : salt;
        if (length >= 0 && length < key.pss().saltLength()) throw OpenSslError.PROV_PSS_SALTLEN_TOO_SMALL.exception();
        if (digest != key.pss().hash()) throw OpenSslError.PROV_DIGEST_NOT_ALLOWED.exception();
    }

    private static boolean verifyRsa(AsymmetricKey key, Scheme scheme, DigestAlgorithm digest, byte[] hash, byte[] signature) {
        boolean pss = isPss(key, scheme);
        if (pss) checkLimits(key, digest, scheme.saltLength == DEFAULT_SALT ? Pss.SALT_AUTO : scheme.saltLength, hash.length);
        if (signature.length != Rsa.size(key)) return false;
        byte[] block;
        try {
            block = Rsa.raw(key, signature);
        } catch (CryptoException e) {
            return false;   // a number that no key of this modulus signs
        }
        if (!pss) return Rsa.equal(block, pkcs1Block(key, digest, hash));
        int bits = Rsa.key(key).getModulus().bitLength();
        int size = (bits - 1 + 7) / 8;
        if (size < block.length && block[0] != 0) return false;
        int salt = scheme.saltLength == DEFAULT_SALT ? Pss.SALT_AUTO : scheme.saltLength;
        return Pss.verify(digest, mgf1(key, digest), hash, salt, bits, Arrays.copyOfRange(block, block.length - size, block.length));
    }

    // Two numbers

    private static DSA ecdsa(AsymmetricKey key, boolean sign) {
        ECDSASigner signer = new ECDSASigner();
        signer.init(sign, sign ? new ParametersWithRandom(key.parameters(), Randomness.SOURCE) : key.parameters());
        return signer;
    }

    private static DSA dsa(AsymmetricKey key, boolean sign) {
        DSASigner signer = new DSASigner();
        signer.init(sign, sign ? new ParametersWithRandom(key.parameters(), Randomness.SOURCE) : key.parameters());
        return signer;
    }

    private static BigInteger order(AsymmetricKey key) {
        return key.parameters() instanceof ECKeyParameters ec ? ec.getParameters().getN() : ((DSAKeyParameters) key.parameters()).getParameters().getQ();
    }

    private static byte[] encode(AsymmetricKey key, Scheme scheme, BigInteger[] numbers) {
        BigInteger order = order(key);
        try {
            if (!scheme.flat) return StandardDSAEncoding.INSTANCE.encode(order, numbers[0], numbers[1]);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        int size = (order.bitLength() + 7) / 8;
        byte[] both = Arrays.copyOf(Rsa.unsigned(numbers[0], size), 2 * size);
        System.arraycopy(Rsa.unsigned(numbers[1], size), 0, both, size, size);
        return both;
    }

    private static boolean verifyNumbers(AsymmetricKey key, Scheme scheme, DSA signer, byte[] hash, byte[] signature) {
        BigInteger order = order(key);
        BigInteger[] numbers;
        if (scheme.flat) {
            int size = (order.bitLength() + 7) / 8;
            if (signature.length != 2 * size) return false;
            numbers = new BigInteger[] {new BigInteger(1, signature, 0, size), new BigInteger(1, signature, size, size)};
        } else {
            try {
                numbers = StandardDSAEncoding.INSTANCE.decode(order, signature);
            } catch (IOException | RuntimeException e) {   // not DER, or not two numbers below the order
                return false;
            }
        }
        return signer.verifySignature(hash, numbers[0], numbers[1]);
    }
}
