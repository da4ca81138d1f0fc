package dev.barista.node.crypto;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** Keys from their encodings: PEM and DER of PKCS #1, PKCS #8, SEC 1 and SPKI. Any thread. What doesn't parse fails as OpenSSL's decoders do. */
final class KeyParser {
    private KeyParser() {}

    // Public keys

    /** A public key from PEM: its own, or else a certificate's, or else a private key's, wherever in the text they are. */
    static AsymmetricKey publicPem(byte[] text, byte[] passphrase) {
        PemText own = PemText.find(text, "PUBLIC KEY"::equals);
        if (own != null) return spki(own.content());
        PemText pkcs1 = PemText.find(text, "RSA PUBLIC KEY"::equals);
        if (pkcs1 != null) return pkcs1Public(pkcs1.content());
        PemText certificate = PemText.find(text, X509.CERTIFICATE_LABELS::contains);
        return certificate == null ? privatePem(text, passphrase).toPublic() : certificate(certificate.content());
    }

    static AsymmetricKey spki(byte[] der) {
        return parsing(() -> of(SubjectPublicKeyInfo.getInstance(der)));
    }

    static AsymmetricKey of(SubjectPublicKeyInfo info) throws IOException {
        AlgorithmIdentifier algorithm = info.getAlgorithm();
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) return AsymmetricKey.of(rsaPublic(RSAPublicKey.getInstance(info.parsePublicKey())));
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return AsymmetricKey.pss(rsaPublic(RSAPublicKey.getInstance(info.parsePublicKey())), limits(algorithm));
        }
        KeyKind kind = postQuantum(algorithm);
        if (kind == null) return AsymmetricKey.of(PublicKeyFactory.createKey(info));
        return new AsymmetricKey(kind, PostQuantumKeys.publicKey(kind, info.getPublicKeyData().getOctets()), null);
    }

    /** The kind that an algorithm names, which has no parameters; {@code null} for the older ones. */
    private static KeyKind postQuantum(AlgorithmIdentifier algorithm) {
        KeyKind kind = KeyKind.ofOid(algorithm.getAlgorithm().getId());
        if (kind == null || !kind.isPostQuantum()) return null;
        if (algorithm.getParameters() != null) throw unsupported();
        return kind;
    }

    private static PssLimits limits(AlgorithmIdentifier algorithm) {
        return algorithm.getParameters() == null ? null : PssLimits.of(RSASSAPSSparams.getInstance(algorithm.getParameters()));
    }

    static AsymmetricKey pkcs1Public(byte[] der) {
        return parsing(() -> AsymmetricKey.of(rsaPublic(RSAPublicKey.getInstance(der))));
    }

    /** The parameters without a look at the modulus's factors: OpenSSL takes what it is given. */
    private static RSAKeyParameters rsaPublic(RSAPublicKey key) {
        return new RSAKeyParameters(false, key.getModulus(), key.getPublicExponent(), true);
    }

    private static AsymmetricKey certificate(byte[] der) {
        return parsing(() -> of(Certificate.getInstance(der).getSubjectPublicKeyInfo()));
    }

    /** A public key of DER in PKCS #1, which is a private key's where it has more than two numbers. */
    static AsymmetricKey pkcs1EitherPublic(byte[] der) {
        return parsing(() -> ASN1Sequence.getInstance(der).size() > 2 ? pkcs1Private(der).toPublic() : pkcs1Public(der));
    }

    // Private keys

    static AsymmetricKey privatePem(byte[] text, byte[] passphrase) {
        PemText pem = PemText.find(text, label -> label.endsWith("PRIVATE KEY"));
        if (pem == null) throw unsupported();
        return switch (pem.label()) {
            case "PRIVATE KEY" -> pkcs8(pem.content());
            case "ENCRYPTED PRIVATE KEY" -> {
                KeyEncryption.checkPassphrase(passphrase);
                yield encryptedPkcs8(pem.content(), passphrase);
            }
            case "RSA PRIVATE KEY" -> pkcs1Private(KeyEncryption.decryptPem(pem, passphrase));
            case "EC PRIVATE KEY" -> sec1(KeyEncryption.decryptPem(pem, passphrase));
            case "DSA PRIVATE KEY" -> dsaPrivate(KeyEncryption.decryptPem(pem, passphrase));
            default -> throw unsupported();
        };
    }

    /** PKCS #8 in DER, encrypted or not. */
    static AsymmetricKey pkcs8Either(byte[] der, byte[] passphrase) {
        boolean plain = parsing(() -> ASN1Sequence.getInstance(der).getObjectAt(0) instanceof ASN1Integer);
        return plain ? pkcs8(der) : encryptedPkcs8(der, passphrase);
    }

    private static AsymmetricKey encryptedPkcs8(byte[] der, byte[] passphrase) {
        EncryptedPrivateKeyInfo info = parsing(() -> EncryptedPrivateKeyInfo.getInstance(der));
        byte[] plain = KeyEncryption.decryptPkcs8(info, passphrase);
        try {
            return pkcs8(plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    static AsymmetricKey pkcs8(byte[] der) {
        return parsing(() -> of(PrivateKeyInfo.getInstance(der)));
    }

    private static AsymmetricKey of(PrivateKeyInfo info) throws IOException {
        AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) return AsymmetricKey.of(rsaPrivate(RSAPrivateKey.getInstance(info.parsePrivateKey())));
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return AsymmetricKey.pss(rsaPrivate(RSAPrivateKey.getInstance(info.parsePrivateKey())), limits(algorithm));
        }
        KeyKind kind = postQuantum(algorithm);
        if (kind == null) return AsymmetricKey.of(PrivateKeyFactory.createKey(info));
        return new AsymmetricKey(kind, PostQuantumKeys.fromPkcs8(kind, info.getPrivateKey().getOctets()), null);
    }

    static AsymmetricKey pkcs1Private(byte[] der) {
        return parsing(() -> AsymmetricKey.of(rsaPrivate(RSAPrivateKey.getInstance(der))));
    }

    static RSAPrivateCrtKeyParameters rsaPrivate(RSAPrivateKey k) {
        return new RSAPrivateCrtKeyParameters(k.getModulus(), k.getPublicExponent(), k.getPrivateExponent(), k.getPrime1(), k.getPrime2(),
                k.getExponent1(), k.getExponent2(), k.getCoefficient(), true);
    }

    static AsymmetricKey sec1(byte[] der) {
        return parsing(() -> {
            ECPrivateKey key = ECPrivateKey.getInstance(der);
            ASN1Encodable curve = key.getParametersObject();
            ASN1BitString publicKey = key.getPublicKey();
            return of(new PrivateKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), key, null,
                    publicKey == null ? null : publicKey.getOctets()));
        });
    }

    /** OpenSSL's own form: version, p, q, g, y, x. */
    private static AsymmetricKey dsaPrivate(byte[] der) {
        return parsing(() -> {
            ASN1Sequence numbers = ASN1Sequence.getInstance(der);
            DSAParameter parameters = new DSAParameter(number(numbers, 1), number(numbers, 2), number(numbers, 3));
            ASN1ObjectIdentifier dsa = X9ObjectIdentifiers.id_dsa;
            return of(new PrivateKeyInfo(new AlgorithmIdentifier(dsa, parameters), new ASN1Integer(number(numbers, 5))));
        });
    }

    private static java.math.BigInteger number(ASN1Sequence numbers, int i) {
        return ASN1Integer.getInstance(numbers.getObjectAt(i)).getValue();
    }

    // Failures

    private interface Parse<T> {
        T run() throws IOException;
    }

    private static <T> T parsing(Parse<T> parse) {
        try {
            return parse.run();
        } catch (CryptoException e) {
            throw e;
        } catch (IOException | RuntimeException e) {   // Bouncy Castle's parsers throw many kinds
            throw unsupported();
        }
    }

    static CryptoException unsupported() {
        return OpenSslError.DECODER_UNSUPPORTED.exception();
    }
}
