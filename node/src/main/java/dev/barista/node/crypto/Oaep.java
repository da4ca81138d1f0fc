package dev.barista.node.crypto;

import java.util.Arrays;

/** The padding of RSA-OAEP (RFC 8017, section 7.1). Any thread. */
final class Oaep {
    private Oaep() {}

    static byte[] encode(DigestAlgorithm digest, byte[] label, byte[] message, int size) {
        int h = digest.size();
        if (message.length > size - 2 * h - 2) throw OpenSslError.RSA_DATA_TOO_LARGE_FOR_KEY_SIZE.exception();
        byte[] block = new byte[size];
        byte[] seed = Randomness.bytes(h);
        System.arraycopy(digest.hash(label, 0, label.length), 0, block, 1 + h, h);
        block[size - message.length - 1] = 1;
        System.arraycopy(message, 0, block, size - message.length, message.length);
        Rsa.mask(digest, seed, block, 1 + h, size - h - 1);
        System.arraycopy(seed, 0, block, 1, h);
        Rsa.mask(digest, Arrays.copyOfRange(block, 1 + h, size), block, 1, h);
        return block;
    }

    /** What went wrong is not told apart, by time neither. */
    static byte[] decode(DigestAlgorithm digest, byte[] label, byte[] block) {
        int h = digest.size();
        if (block.length < 2 * h + 2) throw OpenSslError.RSA_OAEP_DECODING_ERROR.exception();
        Rsa.mask(digest, Arrays.copyOfRange(block, 1 + h, block.length), block, 1, h);
        Rsa.mask(digest, Arrays.copyOfRange(block, 1, 1 + h), block, 1 + h, block.length - h - 1);
        byte[] labelHash = digest.hash(label, 0, label.length);
        int bad = block[0];
        for (int i = 0; i < h; i++) bad |= labelHash[i] ^ block[1 + h + i];
        int start = 0;
        for (int i = 1 + 2 * h; i < block.length; i++) {
            int nonZero = -(block[i] & 0xff) >> 31;
            int first = nonZero & ~(-start >> 31);
            start |= first & i;
            bad |= first & (block[i] ^ 1);
        }
        if (bad != 0 | start == 0) throw OpenSslError.RSA_OAEP_DECODING_ERROR.exception();
        return Arrays.copyOfRange(block, start + 1, block.length);
    }
}
