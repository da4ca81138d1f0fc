package dev.barista.node.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DHPrivateKeyParameters;
import org.bouncycastle.crypto.params.DHPublicKeyParameters;
import org.bouncycastle.crypto.params.DSAKeyParameters;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.DHKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.params.X448PrivateKeyParameters;
import org.bouncycastle.crypto.params.X448PublicKeyParameters;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * A public key, or a private one with what is needed for its public one. Any thread.
 *
 * @param pss of an RSA-PSS key that is limited, else {@code null}
 */
record AsymmetricKey(KeyKind kind, AsymmetricKeyParameter parameters, PssLimits pss) implements Key {
    static AsymmetricKey of(AsymmetricKeyParameter parameters) {
        return new AsymmetricKey(switch (parameters) {
            case RSAKeyParameters _ -> KeyKind.RSA;
            case DSAKeyParameters _ -> KeyKind.DSA;
            case DHKeyParameters _ -> KeyKind.DH;
            case ECKeyParameters _ -> KeyKind.EC;
            case Ed25519PrivateKeyParameters _, Ed25519PublicKeyParameters _ -> KeyKind.ED25519;
            case Ed448PrivateKeyParameters _, Ed448PublicKeyParameters _ -> KeyKind.ED448;
            case X25519PrivateKeyParameters _, X25519PublicKeyParameters _ -> KeyKind.X25519;
            case X448PrivateKeyParameters _, X448PublicKeyParameters _ -> KeyKind.X448;
            default -> throw OpenSslError.DECODER_UNSUPPORTED.exception();
        }, parameters, null);
    }

    static AsymmetricKey pss(RSAKeyParameters parameters, PssLimits limits) {
        return new AsymmetricKey(KeyKind.RSA_PSS, parameters, limits);
    }

    boolean isPrivate() {
        return parameters.isPrivate();
    }

    /** The public half; a public key itself. */
    AsymmetricKey toPublic() {
        return isPrivate() ? new AsymmetricKey(kind, publicParameters(), pss) : this;
    }

    private AsymmetricKeyParameter publicParameters() {
        return switch (parameters) {
            case RSAPrivateCrtKeyParameters k -> new RSAKeyParameters(false, k.getModulus(), k.getPublicExponent(), true);
            case DSAPrivateKeyParameters k -> {
                BigInteger y = k.getParameters().getG().modPow(k.getX(), k.getParameters().getP());
                yield new DSAPublicKeyParameters(y, k.getParameters());
            }
            case DHPrivateKeyParameters k -> {
                BigInteger y = k.getParameters().getG().modPow(k.getX(), k.getParameters().getP());
                yield new DHPublicKeyParameters(y, k.getParameters());
            }
            case ECPrivateKeyParameters k ->
                new ECPublicKeyParameters(new FixedPointCombMultiplier().multiply(k.getParameters().getG(), k.getD()), k.getParameters());
            case Ed25519PrivateKeyParameters k -> k.generatePublicKey();
            case Ed448PrivateKeyParameters k -> k.generatePublicKey();
            case X25519PrivateKeyParameters k -> k.generatePublicKey();
            case X448PrivateKeyParameters k -> k.generatePublicKey();
            case AsymmetricKeyParameter k -> PostQuantumKeys.publicHalf(k);
        };
    }

    /** Whether both are the same key: the same half of the same pair. */
    boolean sameAs(AsymmetricKey other) {
        if (kind != other.kind || isPrivate() != other.isPrivate() || !Objects.equals(pss, other.pss)) return false;
        // the private half may be there as it is used, or as the seed that it is made of too
        if (kind.isPostQuantum()) return Arrays.equals(RawKeys.publicBytes(this), RawKeys.publicBytes(other));
        return java.security.MessageDigest.isEqual(KeyEncoder.pkcs8OrSpki(this), KeyEncoder.pkcs8OrSpki(other));
    }

    @Override
    public String toString() {
        return kind.id() + (isPrivate() ? " private key" : " public key");
    }
}
