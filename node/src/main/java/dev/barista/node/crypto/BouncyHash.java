package dev.barista.node.crypto;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Xof;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.digests.Blake2sDigest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.digests.SM3Digest;

/** A hash that the JDK hasn't got. One thread at a time. */
final class BouncyHash implements HashFunction {
    private final Digest digest;

    private BouncyHash(Digest digest) {
        this.digest = digest;
    }

    static BouncyHash of(String name) {
        return new BouncyHash(switch (name) {
            case "BLAKE2b512" -> new Blake2bDigest(512);
            case "BLAKE2s256" -> new Blake2sDigest(256);
            case "RIPEMD160" -> new RIPEMD160Digest();
            case "SHAKE128" -> new SHAKEDigest(128);
            case "SHAKE256" -> new SHAKEDigest(256);
            case "SM3" -> new SM3Digest();
            default -> throw new IllegalArgumentException(name);
        });
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    @Override
    public byte[] digest() {
        byte[] value = new byte[digest.getDigestSize()];
        digest.doFinal(value, 0);
        return value;
    }

    @Override
    public byte[] digest(int length) {
        if (!(digest instanceof Xof xof)) return HashFunction.super.digest(length);
        byte[] value = new byte[length];
        xof.doFinal(value, 0, length);
        return value;
    }

    @Override
    public HashFunction copy() {
        return new BouncyHash(switch (digest) {
            case Blake2bDigest d -> new Blake2bDigest(d);
            case Blake2sDigest d -> new Blake2sDigest(d);
            case RIPEMD160Digest d -> new RIPEMD160Digest(d);
            case SHAKEDigest d -> new SHAKEDigest(d);
            case SM3Digest d -> new SM3Digest(d);
            default -> throw new IllegalStateException(digest.getAlgorithmName());
        });
    }
}
