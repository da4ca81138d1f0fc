package dev.barista.node.crypto;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;
import org.bouncycastle.crypto.params.SLHDSAParameters;
import org.bouncycastle.crypto.params.SLHDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.SLHDSAPublicKeyParameters;

/**
 * Keys of ML-KEM, ML-DSA and SLH-DSA (FIPS 203 to 205). A private key of the first two is made of a seed, which it may no longer have; PKCS
 * #8 holds the seed, the key, or both (RFC 9881, RFC 9935). Any thread.
 */
final class PostQuantumKeys {
    private PostQuantumKeys() {}

    /** @throws IllegalArgumentException where it is no key of the kind */
    static AsymmetricKeyParameter publicKey(KeyKind kind, byte[] bytes) {
        return switch (kind.family()) {
            case ML_KEM -> new MLKEMPublicKeyParameters(mlKem(kind), bytes);
            case ML_DSA -> new MLDSAPublicKeyParameters(mlDsa(kind), bytes);
            case SLH_DSA -> new SLHDSAPublicKeyParameters(slhDsa(kind), bytes);
            default -> throw new IllegalArgumentException(kind.id());
        };
    }

    /**
     * @param bytes a seed, or a key as it is used: their lengths tell them apart
     * @throws IllegalArgumentException where it is neither
     */
    static AsymmetricKeyParameter privateKey(KeyKind kind, byte[] bytes) {
        return switch (kind.family()) {
            case ML_KEM -> new MLKEMPrivateKeyParameters(mlKem(kind), bytes);
            case ML_DSA -> new MLDSAPrivateKeyParameters(mlDsa(kind), bytes);
            case SLH_DSA -> new SLHDSAPrivateKeyParameters(slhDsa(kind), bytes);
            default -> throw new IllegalArgumentException(kind.id());
        };
    }

    /** @return {@code null} where only the key is there that was made of it */
    static byte[] seed(AsymmetricKeyParameter key) {
        return switch (key) {
            case MLKEMPrivateKeyParameters k -> k.getSeed();
            case MLDSAPrivateKeyParameters k -> k.getSeed();
            default -> throw new IllegalArgumentException(key.toString());
        };
    }

    /** A private key as it is used. */
    private static byte[] expanded(AsymmetricKeyParameter key) {
        return switch (key) {
            case MLKEMPrivateKeyParameters k -> k.getEncoded();
            case MLDSAPrivateKeyParameters k -> k.getEncoded();
            case SLHDSAPrivateKeyParameters k -> k.getEncoded();
            default -> throw new IllegalArgumentException(key.toString());
        };
    }

    static AsymmetricKeyParameter publicHalf(AsymmetricKeyParameter key) {
        return switch (key) {
            case MLKEMPrivateKeyParameters k -> k.getPublicKeyParameters();
            case MLDSAPrivateKeyParameters k -> k.getPublicKeyParameters();
            case SLHDSAPrivateKeyParameters k -> new SLHDSAPublicKeyParameters(k.getParameters(), k.getEncodedPublicKey());
            default -> throw new IllegalArgumentException(key.toString());
        };
    }

    /** The private key of what PKCS #8 holds; what drafts of the RFCs had, a seed or a key without a frame, is read as OpenSSL reads it. */
    static AsymmetricKeyParameter fromPkcs8(KeyKind kind, byte[] content) throws IOException {
        if (content.length == kind.privateBytes() || content.length == kind.seedBytes()) return privateKey(kind, content);
        return switch (ASN1Primitive.fromByteArray(content)) {
            case ASN1TaggedObject seed when seed.hasContextTag(0) -> exactly(kind, ASN1OctetString.getInstance(seed, false), kind.seedBytes());
            case ASN1OctetString key -> exactly(kind, key, kind.privateBytes());
            case ASN1Sequence both when both.size() == 2 -> {
                AsymmetricKeyParameter key = exactly(kind, ASN1OctetString.getInstance(both.getObjectAt(0)), kind.seedBytes());
                byte[] told = ASN1OctetString.getInstance(both.getObjectAt(1)).getOctets();
                if (!Arrays.equals(expanded(key), told)) throw OpenSslError.PROV_INVALID_KEY.exception();
                yield key;
            }
            default -> throw KeyParser.unsupported();
        };
    }

    private static AsymmetricKeyParameter exactly(KeyKind kind, ASN1OctetString octets, int length) {
        if (kind.seedBytes() == 0 || octets.getOctetsLength() != length) throw KeyParser.unsupported();
        return privateKey(kind, octets.getOctets());
    }

    /** What PKCS #8 holds of a private key, as OpenSSL writes it: all that there is. */
    static byte[] pkcs8Content(AsymmetricKey key) throws IOException {
        byte[] expanded = expanded(key.parameters());
        if (key.kind().seedBytes() == 0) return expanded;
        ASN1OctetString octets = new DEROctetString(expanded);
        byte[] seed = seed(key.parameters());
        ASN1Encodable content = seed == null ? octets : new DERSequence(new ASN1Encodable[] {new DEROctetString(seed), octets});
        return content.toASN1Primitive().getEncoded("DER");
    }

    /** What PKCS #8 holds where only the seed is to be in it. */
    static byte[] pkcs8Seed(byte[] seed) throws IOException {
        return new DERTaggedObject(false, 0, new DEROctetString(seed)).getEncoded("DER");
    }

    private static MLKEMParameters mlKem(KeyKind kind) {
        return switch (kind) {
            case ML_KEM_512 -> MLKEMParameters.ml_kem_512;
            case ML_KEM_768 -> MLKEMParameters.ml_kem_768;
            case ML_KEM_1024 -> MLKEMParameters.ml_kem_1024;
            default -> throw new IllegalArgumentException(kind.id());
        };
    }

    private static MLDSAParameters mlDsa(KeyKind kind) {
        return switch (kind) {
            case ML_DSA_44 -> MLDSAParameters.ml_dsa_44;
            case ML_DSA_65 -> MLDSAParameters.ml_dsa_65;
            case ML_DSA_87 -> MLDSAParameters.ml_dsa_87;
            default -> throw new IllegalArgumentException(kind.id());
        };
    }

    static SLHDSAParameters slhDsa(KeyKind kind) {
        return switch (kind) {
            case SLH_DSA_SHA2_128S -> SLHDSAParameters.sha2_128s;
            case SLH_DSA_SHA2_128F -> SLHDSAParameters.sha2_128f;
            case SLH_DSA_SHA2_192S -> SLHDSAParameters.sha2_192s;
            case SLH_DSA_SHA2_192F -> SLHDSAParameters.sha2_192f;
            case SLH_DSA_SHA2_256S -> SLHDSAParameters.sha2_256s;
            case SLH_DSA_SHA2_256F -> SLHDSAParameters.sha2_256f;
            case SLH_DSA_SHAKE_128S -> SLHDSAParameters.shake_128s;
            case SLH_DSA_SHAKE_128F -> SLHDSAParameters.shake_128f;
            case SLH_DSA_SHAKE_192S -> SLHDSAParameters.shake_192s;
            case SLH_DSA_SHAKE_192F -> SLHDSAParameters.shake_192f;
            case SLH_DSA_SHAKE_256S -> SLHDSAParameters.shake_256s;
            case SLH_DSA_SHAKE_256F -> SLHDSAParameters.shake_256f;
            default -> throw new IllegalArgumentException(kind.id());
        };
    }
}
