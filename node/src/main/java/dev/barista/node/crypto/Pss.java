package dev.barista.node.crypto;

import java.util.Arrays;

/** The padding of RSA-PSS (RFC 8017, section 9.1). Any thread. */
final class Pss {
    /** As long as the hash. */
    static final int SALT_DIGEST = -1;
    /** To sign: as long as there is room for; to verify: as long as it turns out to be. */
    static final int SALT_AUTO = -2;

    private static final byte TRAILER = (byte) 0xbc;

    private Pss() {}

    /** @param bits of the modulus */
    static byte[] encode(DigestAlgorithm digest, DigestAlgorithm mgf1, byte[] hash, int saltLength, int bits) {
        int size = (bits - 1 + 7) / 8;
        int room = size - hash.length - 2;
        int length = saltLength == SALT_DIGEST ? hash.length : saltLength == SALT_AUTO ? room : saltLength;
        if (length > room || room < 0) throw OpenSslError.RSA_DATA_TOO_LARGE_FOR_KEY_SIZE.exception();
        byte[] salt = Randomness.bytes(length);
        byte[] value = hashOf(digest, hash, salt);
        byte[] block = new byte[size];
        int masked = size - hash.length - 1;
        block[masked - length - 1] = 1;
        System.arraycopy(salt, 0, block, masked - length, length);
        Rsa.mask(mgf1, value, block, 0, masked);
        block[0] &= (byte) (0xff >>> 8 * size - (bits - 1));
        System.arraycopy(value, 0, block, masked, value.length);
        block[size - 1] = TRAILER;
        return block;
    }

    private static byte[] hashOf(DigestAlgorithm digest, byte[] hash, byte[] salt) {
        HashFunction function = digest.create();
        function.update(new byte[8]);
        function.update(hash);
        function.update(salt);
        return function.digest();
    }

    /** @param block the last bytes of the signature's, as many as {@code bits - 1} take */
    static boolean verify(DigestAlgorithm digest, DigestAlgorithm mgf1, byte[] hash, int saltLength, int bits, byte[] block) {
        int size = block.length;
        int masked = size - hash.length - 1;
        if (masked < 1 || block[size - 1] != TRAILER) return false;
        int unused = 8 * size - (bits - 1);
        if ((block[0] & 0xff) >>> 8 - unused != 0) return false;
        byte[] value = Arrays.copyOfRange(block, masked, masked + hash.length);
        byte[] data = Arrays.copyOf(block, masked);
        Rsa.mask(mgf1, value, data, 0, masked);
        data[0] &= (byte) (0xff >>> unused);
        int one = 0;
        while (one < masked && data[one] == 0) one++;
        if (one == masked || data[one] != 1) return false;
        int length = masked - one - 1;
        int wanted = saltLength == SALT_DIGEST ? hash.length : saltLength;
        if (saltLength != SALT_AUTO && length != wanted) return false;
        return Rsa.equal(value, hashOf(digest, hash, Arrays.copyOfRange(data, one + 1, masked)));
    }
}
