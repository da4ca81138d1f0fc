package dev.barista.node.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAKeyGenParameterSpec;
import org.bouncycastle.crypto.generators.DHBasicKeyPairGenerator;
import org.bouncycastle.crypto.generators.DSAKeyPairGenerator;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.generators.SLHDSAKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DHKeyGenerationParameters;
import org.bouncycastle.crypto.params.DHParameters;
import org.bouncycastle.crypto.params.DSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.params.SLHDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X448PrivateKeyParameters;

/** New private keys. Any thread. */
final class KeyGeneration {
    private static final int CERTAINTY = 100;
    private static final int SMALL = 4096;
    private static final int LEAST_DSA_BITS = 512;
    private static final int LEAST_DIVISOR_BITS = 160;
    private static final int JDK_LEAST_BITS = 512;

    private KeyGeneration() {}

    static AsymmetricKey rsa(int bits, BigInteger exponent) {
        if (exponent.compareTo(BigInteger.TWO) <= 0 || !exponent.testBit(0)) throw OpenSslError.RSA_PUB_EXPONENT_OUT_OF_RANGE.exception();
        if (bits < JDK_LEAST_BITS) throw OpenSslError.RSA_KEY_SIZE_TOO_SMALL.exception();
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(bits, exponent), Randomness.SOURCE);
            RSAPrivateCrtKey k = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
            return AsymmetricKey.of(new RSAPrivateCrtKeyParameters(k.getModulus(), k.getPublicExponent(), k.getPrivateExponent(), k.getPrimeP(),
                    k.getPrimeQ(), k.getPrimeExponentP(), k.getPrimeExponentQ(), k.getCrtCoefficient(), true));
        } catch (GeneralSecurityException e) {   // sizes and exponents that the JDK doesn't make
            RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
            generator.init(new RSAKeyGenerationParameters(exponent, Randomness.SOURCE, bits, CERTAINTY));
            return AsymmetricKey.of(generator.generateKeyPair().getPrivate());
        }
    }

    static AsymmetricKey dsa(int bits, int divisorBits) {
        DSAKeyPairGenerator generator = new DSAKeyPairGenerator();
        generator.init(new DSAKeyGenerationParameters(Randomness.SOURCE, dsaParameters(bits, divisorBits)));
        return AsymmetricKey.of(generator.generateKeyPair().getPrivate());
    }

    /** A fresh group: a prime divisor, a prime one above a multiple of it, and an element of the divisor's order. */
    private static DSAParameters dsaParameters(int bits, int divisorBits) {
        if (bits < LEAST_DSA_BITS || divisorBits < LEAST_DIVISOR_BITS || divisorBits >= bits) throw OpenSslError.DSA_BAD_Q_VALUE.exception();
        BigInteger q = BigInteger.probablePrime(divisorBits, Randomness.SOURCE);
        int[] divisors = Primes.between(3, SMALL);
        BigInteger p;
        do {
            BigInteger x = new BigInteger(bits, Randomness.SOURCE).setBit(bits - 1);
            p = x.subtract(x.mod(q.shiftLeft(1))).add(BigInteger.ONE);
        } while (p.bitLength() != bits || !Primes.isPrimeAmongMany(p, divisors));
        BigInteger exponent = p.subtract(BigInteger.ONE).divide(q);
        BigInteger g = BigInteger.ONE;
        for (int h = 2; g.equals(BigInteger.ONE); h++) g = BigInteger.valueOf(h).modPow(exponent, p);
        return new DSAParameters(p, q, g);
    }

    static AsymmetricKey ec(ECDomainParameters curve) {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(curve, Randomness.SOURCE));
        return AsymmetricKey.of(generator.generateKeyPair().getPrivate());
    }

    /** A key of a kind whose name says all. */
    static AsymmetricKey named(KeyKind kind) {
        return new AsymmetricKey(kind, switch (kind.family()) {
            case ML_KEM, ML_DSA -> PostQuantumKeys.privateKey(kind, Randomness.bytes(kind.seedBytes()));
            case SLH_DSA -> {
                SLHDSAKeyPairGenerator generator = new SLHDSAKeyPairGenerator();
                generator.init(new SLHDSAKeyGenerationParameters(Randomness.SOURCE, PostQuantumKeys.slhDsa(kind)));
                yield generator.generateKeyPair().getPrivate();
            }
            default -> edwards(kind);
        }, null);
    }

    private static AsymmetricKeyParameter edwards(KeyKind kind) {
        return switch (kind) {
            case ED25519 -> new Ed25519PrivateKeyParameters(Randomness.SOURCE);
            case ED448 -> new Ed448PrivateKeyParameters(Randomness.SOURCE);
            case X25519 -> new X25519PrivateKeyParameters(Randomness.SOURCE);
            case X448 -> new X448PrivateKeyParameters(Randomness.SOURCE);
            default -> throw new IllegalArgumentException(kind.id());
        };
    }

    static AsymmetricKey dh(DHParameters group) {
        DHBasicKeyPairGenerator generator = new DHBasicKeyPairGenerator();
        generator.init(new DHKeyGenerationParameters(Randomness.SOURCE, group));
        return AsymmetricKey.of(generator.generateKeyPair().getPrivate());
    }

    /** A fresh group of a safe prime. */
    static DHParameters dhGroup(int bits, BigInteger generator) {
        return new DHParameters(Primes.generate(bits, true, null, null), generator);
    }
}
