package dev.barista.node.crypto;

/** What is behind a Hash or Hmac of JavaScript. Loop thread only. */
final class HashState {
    private final HashFunction function;
    private final DigestAlgorithm algorithm;
    private final int length;
    private byte[] value;

    /** @param length of the value, in bytes */
    HashState(HashFunction function, DigestAlgorithm algorithm, int length) {
        this.function = function;
        this.algorithm = algorithm;
        this.length = length;
    }

    /**
     * The state of a hash.
     *
     * @param length of the value in bytes, or -1 for the algorithm's own
     */
    static HashState of(DigestAlgorithm algorithm, int length) {
        return new HashState(algorithm.create(), algorithm, checked(algorithm, length));
    }

    private static int checked(DigestAlgorithm algorithm, int length) {
        if (length < 0 || length == algorithm.size()) return algorithm.size();
        if (!algorithm.extendable()) throw OpenSslError.EVP_NOT_XOF.exception();
        return length;
    }

    /** @param length as in {@link #of}: the copy does not inherit it */
    HashState copy(int length) {
        return new HashState(function.copy(), algorithm, checked(algorithm, length));
    }

    void update(byte[] bytes, int offset, int count) {
        function.update(bytes, offset, count);
    }

    byte[] digest() {
        if (value == null) value = function.digest(length);
        return value;
    }
}
