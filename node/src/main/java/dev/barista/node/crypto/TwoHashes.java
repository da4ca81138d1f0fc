package dev.barista.node.crypto;

import java.util.Arrays;

/** Two hashes of the same bytes, one value after the other: MD5 and SHA-1, as TLS 1.0 signs them. One thread at a time. */
record TwoHashes(HashFunction first, HashFunction second) implements HashFunction {
    @Override
    public void update(byte[] bytes, int offset, int length) {
        first.update(bytes, offset, length);
        second.update(bytes, offset, length);
    }

    @Override
    public byte[] digest() {
        byte[] one = first.digest();
        byte[] other = second.digest();
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Override
    public HashFunction copy() {
        return new TwoHashes(first.copy(), second.copy());
    }
}
