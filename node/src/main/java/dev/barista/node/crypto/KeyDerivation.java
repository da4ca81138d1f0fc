package dev.barista.node.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.generators.SCrypt;

/** Keys derived from passwords and from other keys. Any thread. */
final class KeyDerivation {
    private KeyDerivation() {}

    /** PBKDF2 (RFC 8018, section 5.2). */
    static byte[] pbkdf2(DigestAlgorithm digest, byte[] password, byte[] salt, int iterations, int length) {
        Hmac prf = Hmac.of(digest, password);
        byte[] key = new byte[length];
        for (int at = 0, block = 1; at < length; at += digest.size(), block++) {
            prf.update(salt);
            prf.update(bigEndian(block));
            byte[] u = prf.digest();
            byte[] t = u.clone();
            for (int i = 1; i < iterations; i++) {
                prf.update(u);
                u = prf.digest();
                for (int j = 0; j < t.length; j++) t[j] ^= u[j];
            }
            System.arraycopy(t, 0, key, at, Math.min(t.length, length - at));
            Arrays.fill(t, (byte) 0);
        }
        return key;
    }

    private static byte[] bigEndian(int n) {
        return new byte[] {(byte) (n >>> 24), (byte) (n >>> 16), (byte) (n >>> 8), (byte) n};
    }

    /** HKDF (RFC 5869). */
    static byte[] hkdf(DigestAlgorithm digest, byte[] secret, byte[] salt, byte[] info, int length) {
        Hmac extract = Hmac.of(digest, salt);
        extract.update(secret);
        byte[] pseudoRandom = extract.digest();
        Hmac expand = Hmac.of(digest, pseudoRandom);
        Arrays.fill(pseudoRandom, (byte) 0);
        byte[] key = new byte[length];
        byte[] block = {};
        for (int at = 0, counter = 1; at < length; at += digest.size(), counter++) {
            expand.update(block);
            expand.update(info);
            expand.update(new byte[] {(byte) counter});
            block = expand.digest();
            System.arraycopy(block, 0, key, at, Math.min(block.length, length - at));
        }
        Arrays.fill(block, (byte) 0);
        return key;
    }

    /** Scrypt (RFC 7914); the parameters have been checked. */
    static byte[] scrypt(byte[] password, byte[] salt, int n, int r, int p, int length) {
        return length == 0 ? new byte[0] : SCrypt.generate(password, salt, n, r, p, length);
    }

    /** What is wrong with scrypt's parameters, or {@code null}. As in OpenSSL, all that is too big is more than memory holds. */
    static CryptoException scryptFault(long n, long r, long p, long maxMemory) {
        if (n < 2 || (n & n - 1) != 0 || r < 1 || p < 1) return CryptoException.coded("ERR_CRYPTO_INVALID_SCRYPT_PARAMS");
        boolean possible = n <= 1 << 30 && p <= ((1L << 30) - 1) / r && r <= Integer.MAX_VALUE / 128 && (16 * r > 62 || n < 1L << 16 * r);
        long blocks = 128 * r * p;
        long table = 32 * r * (n + 2) * 4;
        return possible && blocks + table <= maxMemory ? null
                : CryptoException.coded("ERR_CRYPTO_INVALID_SCRYPT_PARAMS", OpenSslError.EVP_MEMORY_LIMIT_EXCEEDED.message());
    }
}
