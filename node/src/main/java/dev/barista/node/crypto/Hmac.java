package dev.barista.node.crypto;

import java.util.Arrays;

/**
 * A keyed hash (RFC 2104). It holds the two states that the key leads to, not the key. One thread at a time.
 *
 * <p>The JDK's own takes no empty key, and OpenSSL's does.
 */
final class Hmac implements HashFunction {
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private final HashFunction keyedInner;
    private final HashFunction keyedOuter;
    private HashFunction inner;

    private Hmac(HashFunction keyedInner, HashFunction keyedOuter, HashFunction inner) {
        this.keyedInner = keyedInner;
        this.keyedOuter = keyedOuter;
        this.inner = inner;
    }

    static Hmac of(DigestAlgorithm algorithm, byte[] key) {
        byte[] block = Arrays.copyOf(key.length > algorithm.blockSize() ? algorithm.hash(key, 0, key.length) : key, algorithm.blockSize());
        HashFunction inner = padded(algorithm, block, INNER);
        HashFunction outer = padded(algorithm, block, OUTER);
        Arrays.fill(block, (byte) 0);
        return new Hmac(inner, outer, inner.copy());
    }

    private static HashFunction padded(DigestAlgorithm algorithm, byte[] block, byte pad) {
        byte[] key = block.clone();
        for (int i = 0; i < key.length; i++) key[i] ^= pad;
        HashFunction function = algorithm.create();
        function.update(key);
        Arrays.fill(key, (byte) 0);
        return function;
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        inner.update(bytes, offset, length);
    }

    @Override
    public byte[] digest() {
        byte[] value = inner.digest();
        HashFunction outer = keyedOuter.copy();
        outer.update(value);
        inner = keyedInner.copy();
        return outer.digest();
    }

    @Override
    public HashFunction copy() {
        return new Hmac(keyedInner, keyedOuter, inner.copy());
    }
}
