package dev.barista.node.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.crypto.DataLengthException;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/** RSA (RFC 8017): the operation itself, and the paddings of PKCS #1 version 1.5. Any thread. */
final class Rsa {
    static final int PKCS1_PADDING = 1;
    static final int NO_PADDING = 3;
    static final int OAEP_PADDING = 4;
    static final int PSS_PADDING = 6;

    private static final int OVERHEAD = 11;

    private Rsa() {}

    /** How many bytes the modulus has. */
    static int size(AsymmetricKey key) {
        return (key(key).getModulus().bitLength() + 7) / 8;
    }

    static RSAKeyParameters key(AsymmetricKey key) {
        return (RSAKeyParameters) key.parameters();
    }

    /** The key's operation on a block as long as the modulus. A private key's is blinded, so that its time tells nothing. */
    static byte[] raw(AsymmetricKey key, byte[] block) {
        RSABlindedEngine engine = new RSABlindedEngine();
        engine.init(true, key(key));
        try {
            return engine.processBlock(block, 0, block.length);
        } catch (DataLengthException e) {
            throw OpenSslError.RSA_DATA_TOO_LARGE_FOR_MODULUS.exception();
        }
    }

    /** The block that is signed: the hash with its algorithm's name, padded with ones. */
    static byte[] signaturePadding(DigestAlgorithm digest, byte[] hash, int size) {
        byte[] content = digest == DigestAlgorithm.MD5_SHA1 ? hash : digestInfo(digest, hash);
        return padWithOnes(content, size, OpenSslError.RSA_DIGEST_TOO_BIG_FOR_KEY);
    }

    private static byte[] digestInfo(DigestAlgorithm digest, byte[] hash) {
        try {
            return new DigestInfo(new AlgorithmIdentifier(new ASN1ObjectIdentifier(digest.oid()), DERNull.INSTANCE), hash).getEncoded("DER");
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Padding of type 1. */
    static byte[] padWithOnes(byte[] content, int size, OpenSslError tooLarge) {
        if (content.length > size - OVERHEAD) throw tooLarge.exception();
        byte[] block = new byte[size];
        Arrays.fill(block, 1, size - content.length - 1, (byte) 0xff);
        block[1] = 1;
        block[size - content.length - 1] = 0;
        System.arraycopy(content, 0, block, size - content.length, content.length);
        return block;
    }

    /** What a block of type 1 holds. */
    static byte[] unpadOnes(byte[] block) {
        int at = 2;
        if (block[0] != 0 || block[1] != 1) throw OpenSslError.RSA_INVALID_PADDING.exception();
        while (at < block.length && block[at] == (byte) 0xff) at++;
        if (at == block.length || block[at] != 0 || at < OVERHEAD - 1) throw OpenSslError.RSA_INVALID_PADDING.exception();
        return Arrays.copyOfRange(block, at + 1, block.length);
    }

    /** Padding of type 2. */
    static byte[] padWithRandom(byte[] content, int size) {
        if (content.length > size - OVERHEAD) throw OpenSslError.RSA_DATA_TOO_LARGE_FOR_KEY_SIZE.exception();
        byte[] block = new byte[size];
        block[1] = 2;
        for (int i = 2; i < size - content.length - 1; i++) {
            do block[i] = (byte) Randomness.SOURCE.nextInt(); while (block[i] == 0);
        }
        System.arraycopy(content, 0, block, size - content.length, content.length);
        return block;
    }

    /**
     * What a block of type 2 holds; where it is none, a message that nobody can tell from a real one and that is the same each time
     * (draft-irtf-cfrg-rsa-guidance), so that a stranger learns nothing.
     */
    static byte[] unpadRandom(AsymmetricKey key, byte[] encrypted, byte[] block) {
        int good = block[0] | block[1] ^ 2;
        int start = 0;
        for (int i = 2; i < block.length; i++) {
            int isZero = (block[i] & 0xff) - 1 >> 31;
            start |= isZero & ~(-start >> 31) & i;
        }
        boolean padded = good == 0 & start >= OVERHEAD - 1;
        byte[] synthetic = syntheticMessage(key, encrypted, block.length);
        return padded ? Arrays.copyOfRange(block, start + 1, block.length) : synthetic;
    }

    private static byte[] syntheticMessage(AsymmetricKey key, byte[] encrypted, int size) {
        byte[] exponent = unsigned(key(key).getExponent(), size);
        Hmac hmac = Hmac.of(DigestAlgorithm.SHA256, DigestAlgorithm.SHA256.hash(exponent, 0, size));
        Arrays.fill(exponent, (byte) 0);
        hmac.update(encrypted);
        byte[] seed = hmac.digest();
        byte[] message = pseudoRandom(seed, "message", size);
        byte[] lengths = pseudoRandom(seed, "length", 256);
        int most = size - OVERHEAD;
        int mask = (Integer.highestOneBit(Math.max(most, 1)) << 1) - 1;
        int length = 0;
        for (int i = 0; i < lengths.length; i += 2) {
            int candidate = ((lengths[i] & 0xff) << 8 | lengths[i + 1] & 0xff) & mask;
            if (candidate < most) length = candidate;
        }
        return Arrays.copyOfRange(message, size - length, size);
    }

    private static byte[] pseudoRandom(byte[] seed, String label, int length) {
        byte[] bytes = new byte[length];
        Hmac hmac = Hmac.of(DigestAlgorithm.SHA256, seed);
        for (int at = 0, block = 0; at < length; at += 32, block++) {
            hmac.update(new byte[] {(byte) (block >>> 8), (byte) block});
            hmac.update(label.getBytes(StandardCharsets.US_ASCII));
            hmac.update(new byte[] {(byte) (length * 8 >>> 8), (byte) (length * 8)});
            System.arraycopy(hmac.digest(), 0, bytes, at, Math.min(32, length - at));
        }
        return bytes;
    }

    /** A number as so many bytes. */
    static byte[] unsigned(BigInteger number, int size) {
        return org.bouncycastle.util.BigIntegers.asUnsignedByteArray(size, number);
    }

    static boolean equal(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    /** The mask of RFC 8017, appendix B.2.1, over a part of a block. */
    static void mask(DigestAlgorithm digest, byte[] seed, byte[] block, int offset, int length) {
        for (int at = 0, counter = 0; at < length; at += digest.size(), counter++) {
            HashFunction function = digest.create();
            function.update(seed);
            function.update(new byte[] {(byte) (counter >>> 24), (byte) (counter >>> 16), (byte) (counter >>> 8), (byte) counter});
            byte[] mask = function.digest();
            for (int i = 0; i < mask.length && at + i < length; i++) block[offset + at + i] ^= mask[i];
        }
    }
}
