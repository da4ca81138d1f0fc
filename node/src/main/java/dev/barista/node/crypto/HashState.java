package dev.barista.node.crypto;

/** What is behind a Hash or Hmac of JavaScript. Loop thread only. */
final class HashState {
    private final HashFunction function;
    private final int length;
    private byte[] value;

    /** @param length of the value, in bytes */
    HashState(HashFunction function, int length) {
        this.function = function;
        this.length = length;
    }

    /**
     * The state of a hash.
     *
     * @param length of the value in bytes, or -1 for the algorithm's own
     */
    static HashState of(DigestAlgorithm algorithm, int length) {
        return new HashState(algorithm.create(), checked(algorithm, length));
    }

    private static int checked(DigestAlgorithm algorithm, int length) {
        if (length < 0 || length == algorithm.size()) return algorithm.size();
        if (!algorithm.extendable()) throw OpenSslError.EVP_NOT_XOF.exception();
        return length;
    }

    HashState copy(int length) {
        if (length >= 0 && length != this.length && !(function instanceof BouncyHash b && b.extendable())) throw OpenSslError.EVP_NOT_XOF.exception();
        return new HashState(function.copy(), length < 0 ? this.length : length);
    }

    void update(byte[] bytes, int offset, int count) {
        function.update(bytes, offset, count);
    }

    byte[] digest() {
        if (value == null) value = function.digest(length);
        return value;
    }
}
