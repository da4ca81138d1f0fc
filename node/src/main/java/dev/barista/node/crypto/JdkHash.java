package dev.barista.node.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A hash of the JDK's own providers. One thread at a time. */
final class JdkHash implements HashFunction {
    private final MessageDigest digest;

    private JdkHash(MessageDigest digest) {
        this.digest = digest;
    }

    static JdkHash of(String name) {
        try {
            return new JdkHash(MessageDigest.getInstance(name));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    @Override
    public byte[] digest() {
        return digest.digest();
    }

    @Override
    public HashFunction copy() {
        try {
            return new JdkHash((MessageDigest) digest.clone());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
