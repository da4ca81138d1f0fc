package dev.barista.node.crypto;

import java.math.BigInteger;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** What is behind an ECDH of JavaScript: a curve, and the keys that there are. Loop thread only. */
final class EcExchange {
    private final ECNamedDomainParameters curve;
    private ECPrivateKeyParameters own;
    private ECPublicKeyParameters point;
    /** Whether the point is the private key's own. */
    private boolean paired;

    EcExchange(ECNamedDomainParameters curve) {
        this.curve = curve;
    }

    ECNamedDomainParameters curve() {
        return curve;
    }

    ECPrivateKeyParameters own() {
        return own;
    }

    ECPublicKeyParameters point() {
        return point;
    }

    void generate() {
        take(KeyGeneration.ec(curve));
    }

    private void take(AsymmetricKey key) {
        own = (ECPrivateKeyParameters) key.parameters();
        point = (ECPublicKeyParameters) key.toPublic().parameters();
        paired = true;
    }

    /** @return whether it can be a key of the curve */
    boolean own(byte[] bytes) {
        BigInteger d = new BigInteger(1, bytes);
        if (!Points.isPrivate(curve, d)) return false;
        take(AsymmetricKey.of(new ECPrivateKeyParameters(d, curve)));
        return true;
    }

    /** @return whether it is a point of the curve */
    boolean point(byte[] bytes) {
        AsymmetricKey key = Points.publicKey(curve, bytes);
        if (key == null) return false;
        point = (ECPublicKeyParameters) key.parameters();
        paired = own != null && curve.getG().multiply(own.getD()).normalize().equals(point.getQ());
        return true;
    }

    byte[] secret(byte[] peer) {
        if (!paired) throw CryptoException.coded("ERR_CRYPTO_INVALID_KEYPAIR");
        AsymmetricKey key = Points.publicKey(curve, peer);
        if (key == null) throw CryptoException.coded("ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY");
        return KeyAgreement.ecdh(curve, own, (ECPublicKeyParameters) key.parameters());
    }
}
