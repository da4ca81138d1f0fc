package dev.barista.node.crypto;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** The DER of keys, byte for byte as OpenSSL writes it. Any thread. */
final class KeyEncoder {
    private KeyEncoder() {}

    static byte[] pkcs8OrSpki(AsymmetricKey key) {
        return key.isPrivate() ? pkcs8(key) : spki(key);
    }

    static byte[] spki(AsymmetricKey key) {
        return der(() -> spkiOf(key));
    }

    private static ASN1Object spkiOf(AsymmetricKey key) throws IOException {
        if (key.kind().oid() != null) return new SubjectPublicKeyInfo(algorithm(key.kind()), RawKeys.publicBytes(key));
        return switch (key.parameters()) {
            case RSAKeyParameters _ -> new SubjectPublicKeyInfo(rsaAlgorithm(key), rsaPublic(key));
            case ECPublicKeyParameters k -> new SubjectPublicKeyInfo(ecAlgorithm(k.getParameters()), k.getQ().getEncoded(false));
            default -> SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key.parameters());
        };
    }

    /** Of a kind whose name says all. */
    private static AlgorithmIdentifier algorithm(KeyKind kind) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(kind.oid()));
    }

    static byte[] pkcs1Public(AsymmetricKey key) {
        return der(() -> rsaPublic(key));
    }

    private static RSAPublicKey rsaPublic(AsymmetricKey key) {
        RSAKeyParameters k = (RSAKeyParameters) key.parameters();
        return new RSAPublicKey(k.getModulus(), k.getExponent());
    }

    private static AlgorithmIdentifier rsaAlgorithm(AsymmetricKey key) {
        if (key.kind() == KeyKind.RSA) return new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
        return new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, key.pss() == null ? null : key.pss().toAsn1());
    }

    private static AlgorithmIdentifier ecAlgorithm(ECDomainParameters curve) {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curveOf(curve));
    }

    private static ASN1Encodable curveOf(ECDomainParameters curve) {
        if (curve instanceof ECNamedDomainParameters named) return new X962Parameters(named.getName());
        return new X962Parameters(new X9ECParameters(curve.getCurve(), new X9ECPoint(curve.getG(), false), curve.getN(), curve.getH(), curve.getSeed()));
    }

    static byte[] pkcs8(AsymmetricKey key) {
        return der(() -> switch (key.parameters()) {
            case RSAPrivateCrtKeyParameters _ -> new PrivateKeyInfo(rsaAlgorithm(key), rsaPrivate(key));
            case ECPrivateKeyParameters k -> new PrivateKeyInfo(ecAlgorithm(k.getParameters()), ecPrivate(key, k, null));
            default -> {
                if (key.kind().oid() == null) yield PrivateKeyInfoFactory.createPrivateKeyInfo(key.parameters());
                if (key.kind().isPostQuantum()) yield new PrivateKeyInfo(algorithm(key.kind()), PostQuantumKeys.pkcs8Content(key));
                yield new PrivateKeyInfo(algorithm(key.kind()), new DEROctetString(RawKeys.privateBytes(key)));
            }
        });
    }

    /** PKCS #8 with nothing but the seed of a private key. */
    static byte[] pkcs8Seed(AsymmetricKey key) {
        return der(() -> new PrivateKeyInfo(algorithm(key.kind()), PostQuantumKeys.pkcs8Seed(seed(key))));
    }

    /** The seed of a private key, which must be there. */
    static byte[] seed(AsymmetricKey key) {
        byte[] seed = PostQuantumKeys.seed(key.parameters());
        if (seed == null) throw CryptoException.coded("ERR_CRYPTO_OPERATION_FAILED", "Failed to get raw seed");
        return seed;
    }

    static byte[] pkcs1Private(AsymmetricKey key) {
        return der(() -> rsaPrivate(key));
    }

    private static RSAPrivateKey rsaPrivate(AsymmetricKey key) {
        RSAPrivateCrtKeyParameters k = (RSAPrivateCrtKeyParameters) key.parameters();
        return new RSAPrivateKey(k.getModulus(), k.getPublicExponent(), k.getExponent(), k.getP(), k.getQ(), k.getDP(), k.getDQ(), k.getQInv());
    }

    static byte[] sec1(AsymmetricKey key) {
        ECPrivateKeyParameters k = (ECPrivateKeyParameters) key.parameters();
        return der(() -> ecPrivate(key, k, curveOf(k.getParameters())));
    }

    private static ECPrivateKey ecPrivate(AsymmetricKey key, ECPrivateKeyParameters k, ASN1Encodable curve) {
        byte[] point = ((ECPublicKeyParameters) key.toPublic().parameters()).getQ().getEncoded(false);
        return new ECPrivateKey(k.getParameters().getN().bitLength(), k.getD(), new DERBitString(point), curve);
    }

    /** OpenSSL's own form of a DSA key: version, p, q, g, y, x. */
    static byte[] dsaPrivate(AsymmetricKey key) {
        DSAPrivateKeyParameters k = (DSAPrivateKeyParameters) key.parameters();
        DSAParameters p = k.getParameters();
        ASN1EncodableVector numbers = new ASN1EncodableVector();
        numbers.add(new ASN1Integer(0));
        numbers.add(new ASN1Integer(p.getP()));
        numbers.add(new ASN1Integer(p.getQ()));
        numbers.add(new ASN1Integer(p.getG()));
        numbers.add(new ASN1Integer(p.getG().modPow(k.getX(), p.getP())));
        numbers.add(new ASN1Integer(k.getX()));
        return der(() -> new DERSequence(numbers));
    }

    private interface Make {
        ASN1Object run() throws IOException;
    }

    private static byte[] der(Make make) {
        try {
            return make.run().getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
