package dev.barista.node.crypto;

import java.math.BigInteger;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.agreement.X25519Agreement;
import org.bouncycastle.crypto.agreement.X448Agreement;
import org.bouncycastle.crypto.params.DHParameters;
import org.bouncycastle.crypto.params.DHPrivateKeyParameters;
import org.bouncycastle.crypto.params.DHPublicKeyParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** The secret that two pairs have in common. Any thread. */
final class KeyAgreement {
    private KeyAgreement() {}

    static byte[] secret(AsymmetricKey own, AsymmetricKey peer) {
        return switch (own.kind()) {
            case X25519 -> montgomery(new X25519Agreement(), own, peer, 32);
            case X448 -> montgomery(new X448Agreement(), own, peer, 56);
            case EC -> ec((ECPrivateKeyParameters) own.parameters(), (ECPublicKeyParameters) peer.toPublic().parameters());
            case DH -> dh((DHPrivateKeyParameters) own.parameters(), (DHPublicKeyParameters) peer.toPublic().parameters());
            default -> throw OpenSslError.EVP_OPERATION_NOT_SUPPORTED_FOR_THIS_KEYTYPE.exception();
        };
    }

    private static byte[] montgomery(org.bouncycastle.crypto.RawAgreement agreement, AsymmetricKey own, AsymmetricKey peer, int size) {
        byte[] secret = new byte[size];
        agreement.init(own.parameters());
        try {
            agreement.calculateAgreement(peer.toPublic().parameters(), secret, 0);
        } catch (IllegalStateException e) {   // a point of small order: the secret would be zero
            throw OpenSslError.PROV_FAILED_DURING_DERIVATION.exception();
        }
        return secret;
    }

    private static byte[] ec(ECPrivateKeyParameters own, ECPublicKeyParameters peer) {
        if (!own.getParameters().equals(peer.getParameters())) throw OpenSslError.PROV_MISMATCHING_DOMAIN_PARAMETERS.exception();
        return ecdh(own.getParameters(), own, peer);
    }

    /** The x coordinate of the product, as long as the curve's field. */
    static byte[] ecdh(ECDomainParameters curve, ECPrivateKeyParameters own, ECPublicKeyParameters peer) {
        ECDHBasicAgreement agreement = new ECDHBasicAgreement();
        agreement.init(own);
        return Rsa.unsigned(agreement.calculateAgreement(peer), Curves.fieldBytes(curve));
    }

    private static byte[] dh(DHPrivateKeyParameters own, DHPublicKeyParameters peer) {
        DHParameters group = own.getParameters();
        if (!group.getP().equals(peer.getParameters().getP()) || !group.getG().equals(peer.getParameters().getG())) {
            throw OpenSslError.PROV_MISMATCHING_DOMAIN_PARAMETERS.exception();
        }
        return dh(group.getP(), own.getX(), peer.getY());
    }

    /** As long as the prime. */
    static byte[] dh(BigInteger p, BigInteger x, BigInteger y) {
        return Rsa.unsigned(y.modPow(x, p), (p.bitLength() + 7) / 8);
    }
}
