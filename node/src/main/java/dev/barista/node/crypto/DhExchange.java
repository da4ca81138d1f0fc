package dev.barista.node.crypto;

import java.math.BigInteger;

/** What is behind a DiffieHellman of JavaScript: a group, and the keys that there are. Loop thread only. */
final class DhExchange {
    private static final int PRIME_CERTAINTY = 64;
    private static final int NOT_PRIME = 1;
    private static final int NOT_SAFE = 2;
    private static final int BAD_GENERATOR = 8;
    private static final int TOO_SMALL = 128;
    private static final int LEAST_BITS = 512;
    private static final int SHORT_EXPONENT_BITS = 512;

    private final BigInteger p;
    private final BigInteger g;
    private BigInteger x;
    private BigInteger y;

    DhExchange(BigInteger p, BigInteger g) {
        this.p = p;
        this.g = g;
    }

    BigInteger p() {
        return p;
    }

    BigInteger g() {
        return g;
    }

    BigInteger x() {
        return x;
    }

    BigInteger y() {
        return y;
    }

    void x(BigInteger key) {
        x = key;
    }

    void y(BigInteger key) {
        y = key;
    }

    /** What is wrong with the group, as OpenSSL's bits. */
    int faults() {
        int faults = p.bitLength() < LEAST_BITS ? TOO_SMALL : 0;
        if (!p.isProbablePrime(PRIME_CERTAINTY)) faults |= NOT_PRIME;
        else if (!p.shiftRight(1).isProbablePrime(PRIME_CERTAINTY)) faults |= NOT_SAFE;
        if (g.compareTo(BigInteger.ONE) <= 0 || g.compareTo(p.subtract(BigInteger.ONE)) >= 0) faults |= BAD_GENERATOR;
        return faults;
    }

    /** Makes a private key where there is none, and its public one. */
    void generate() {
        if (x == null) {
            int bits = Math.min(p.bitLength() - 1, SHORT_EXPONENT_BITS);
            do x = new BigInteger(bits, Randomness.SOURCE); while (x.signum() == 0);
        }
        y = g.modPow(x, p);
    }

    byte[] secret(BigInteger peer) {
        if (peer.compareTo(BigInteger.ONE) <= 0) throw invalid("Supplied key is too small");
        if (peer.compareTo(p.subtract(BigInteger.ONE)) >= 0) throw invalid("Supplied key is too large");
        return x == null ? new byte[0] : KeyAgreement.dh(p, x, peer);
    }

    private static CryptoException invalid(String message) {
        return CryptoException.worded(CryptoException.Kind.RANGE_ERROR, "ERR_CRYPTO_INVALID_KEYLEN", message);
    }
}
