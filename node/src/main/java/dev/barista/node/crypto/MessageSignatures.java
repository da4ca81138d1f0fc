package dev.barista.node.crypto;

import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.ParametersWithContext;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.Ed448Signer;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.crypto.signers.SLHDSASigner;

/** Signatures of whole messages: Ed25519 and Ed448 (RFC 8032), ML-DSA (FIPS 204), SLH-DSA (FIPS 205). Any thread. */
final class MessageSignatures {
    private MessageSignatures() {}

    /** @param context of at most 255 bytes */
    static byte[] sign(AsymmetricKey key, byte[] context, byte[] message) {
        if (key.kind().family() == KeyKind.Family.SLH_DSA) return slhDsa(key, context, true).generateSignature(message);
        try {
            return signer(key, context, true, message).generateSignature();
        } catch (org.bouncycastle.crypto.CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean verify(AsymmetricKey key, byte[] context, byte[] message, byte[] signature) {
        if (key.kind().family() == KeyKind.Family.SLH_DSA) return slhDsa(key, context, false).verifySignature(message, signature);
        return signer(key, context, false, message).verifySignature(signature);
    }

    private static Signer signer(AsymmetricKey key, byte[] context, boolean sign, byte[] message) {
        Signer signer = switch (key.kind()) {
            case ED25519 -> new Ed25519Signer();
            case ED448 -> new Ed448Signer(context);
            default -> new MLDSASigner();
        };
        signer.init(sign, key.kind().isPostQuantum() ? parameters(key, context, sign) : key.parameters());
        signer.update(message, 0, message.length);
        return signer;
    }

    private static SLHDSASigner slhDsa(AsymmetricKey key, byte[] context, boolean sign) {
        SLHDSASigner signer = new SLHDSASigner();
        signer.init(sign, parameters(key, context, sign));
        return signer;
    }

    /** Signing takes random bytes in too, so that a fault in it doesn't tell the key. */
    private static CipherParameters parameters(AsymmetricKey key, byte[] context, boolean sign) {
        return new ParametersWithContext(sign ? new ParametersWithRandom(key.parameters(), Randomness.SOURCE) : key.parameters(), context);
    }
}
