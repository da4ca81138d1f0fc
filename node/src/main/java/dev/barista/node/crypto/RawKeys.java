package dev.barista.node.crypto;

import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PublicKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;
import org.bouncycastle.crypto.params.SLHDSAPublicKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.params.X448PrivateKeyParameters;
import org.bouncycastle.crypto.params.X448PublicKeyParameters;

/** The bytes of keys whose kind says all (RFC 7748, RFC 8032, FIPS 203 to 205) and of points on curves. Any thread. */
final class RawKeys {
    private RawKeys() {}

    /** Where a key is made of a seed it is that, or {@code null} where it is not there. */
    static byte[] privateBytes(AsymmetricKey key) {
        return switch (key.parameters()) {
            case Ed25519PrivateKeyParameters k -> k.getEncoded();
            case Ed448PrivateKeyParameters k -> k.getEncoded();
            case X25519PrivateKeyParameters k -> k.getEncoded();
            case X448PrivateKeyParameters k -> k.getEncoded();
            case AsymmetricKeyParameter k -> PostQuantumKeys.seed(k);
        };
    }

    /** Of an elliptic curve's key the uncompressed point. */
    static byte[] publicBytes(AsymmetricKey key) {
        return switch (key.toPublic().parameters()) {
            case Ed25519PublicKeyParameters k -> k.getEncoded();
            case Ed448PublicKeyParameters k -> k.getEncoded();
            case X25519PublicKeyParameters k -> k.getEncoded();
            case X448PublicKeyParameters k -> k.getEncoded();
            case ECPublicKeyParameters k -> k.getQ().getEncoded(false);
            case MLKEMPublicKeyParameters k -> k.getEncoded();
            case MLDSAPublicKeyParameters k -> k.getEncoded();
            case SLHDSAPublicKeyParameters k -> k.getEncoded();
            default -> throw new IllegalArgumentException(key.toString());
        };
    }

    private static int length(KeyKind kind, boolean isPrivate) {
        if (!isPrivate) return kind.publicBytes();
        return kind.seedBytes() > 0 ? kind.seedBytes() : kind.privateBytes();
    }

    /**
     * @param isPrivate whether the bytes are a private key's, a seed where a key is made of one
     * @return {@code null} where the length is wrong or it is no key
     */
    static AsymmetricKey of(KeyKind kind, boolean isPrivate, byte[] bytes) {
        if (bytes.length != length(kind, isPrivate)) return null;
        try {
            return new AsymmetricKey(kind, parameters(kind, isPrivate, bytes), null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static AsymmetricKeyParameter parameters(KeyKind kind, boolean isPrivate, byte[] bytes) {
        return switch (kind) {
            case ED25519 -> isPrivate ? new Ed25519PrivateKeyParameters(bytes, 0) : new Ed25519PublicKeyParameters(bytes, 0);
            case ED448 -> isPrivate ? new Ed448PrivateKeyParameters(bytes, 0) : new Ed448PublicKeyParameters(bytes, 0);
            case X25519 -> isPrivate ? new X25519PrivateKeyParameters(bytes, 0) : new X25519PublicKeyParameters(bytes, 0);
            case X448 -> isPrivate ? new X448PrivateKeyParameters(bytes, 0) : new X448PublicKeyParameters(bytes, 0);
            default -> isPrivate ? PostQuantumKeys.privateKey(kind, bytes) : PostQuantumKeys.publicKey(kind, bytes);
        };
    }
}
