package dev.barista.node.crypto;

import dev.barista.engine.Args;
import dev.barista.engine.JsObject;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.tls.CertificateFacts;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.asn1.mozilla.SignedPublicKeyAndChallenge;

/** Certificates for {@code internal/crypto/x509.js}, and signed public keys and challenges for {@code spkac.js}. Loop thread only. */
public final class X509Binding implements Binding {
    private static final String SUBJECT_ALWAYS = "always";
    private static final String SUBJECT_NEVER = "never";

    private final CryptoCalls calls;

    public X509Binding(Environment env) {
        this.calls = new CryptoCalls(env);
    }

    @Override
    public void define(Exports x) {
        x.fn("parse",        calls.guarded(a -> calls.env().realm().wrap(X509.parse(a.bytes(0).copy()))));
        x.fn("fact",         this::fact);
        x.fn("fingerprint",  a -> fingerprint(x509(a), DigestAlgorithm.find(a.string(1))));
        x.fn("publicKey",    calls.guarded(a -> calls.env().realm().wrap(x509(a).publicKey())));
        x.fn("checkHost",    a -> x509(a).names().host(a.string(1), options(a)));
        x.fn("checkEmail",   a -> x509(a).names().email(a.string(1), options(a)));
        x.fn("checkIP",      a -> x509(a).names().ip(a.string(1)));
        x.fn("checkIssued",  a -> x509(a).issuedBy(a.host(1, X509.class)));
        x.fn("checkPrivateKey", calls.guarded(a -> x509(a).publicKey().sameAs(a.host(1, AsymmetricKey.class).toPublic())));
        x.fn("verify",       calls.guarded(a -> x509(a).verify(a.host(1, AsymmetricKey.class))));
        x.fn("verifySpkac",  a -> verifySpkac(a.bytes(0).copy()));
        x.fn("spkacKey",     a -> spkacKey(a.bytes(0).copy()));
        x.fn("spkacChallenge", a -> spkacChallenge(a.bytes(0).copy()));
    }

    private static X509 x509(Args a) {
        return a.host(0, X509.class);
    }

    /** (certificate, name of what is wanted) → it, or undefined. */
    private Object fact(Args a) {
        X509 certificate = x509(a);
        CertificateFacts facts = certificate.facts();
        return switch (a.string(1)) {
            case "subject" -> facts.subject().isEmpty() ? null : X509.lines(facts.subject());
            case "issuer" -> facts.issuer().isEmpty() ? null : X509.lines(facts.issuer());
            case "subjectAltName" -> facts.alternativeNames();
            case "infoAccess" -> facts.informationAccess() == null ? null : access(facts);
            case "validFrom" -> facts.validFrom();
            case "validTo" -> facts.validTo();
            case "keyUsage" -> facts.keyPurposes() == null ? null : array(facts);
            case "serialNumber" -> facts.serialNumber();
            case "signatureAlgorithm" -> CertificateSignature.name(certificate.signatureOid());
            case "signatureAlgorithmOid" -> certificate.signatureOid();
            case "raw" -> calls.buffer(certificate.der().clone());
            case "ca" -> facts.authority();
            case "pem" -> PemText.format("CERTIFICATE", certificate.der());
            default -> throw new IllegalArgumentException(a.string(1));
        };
    }

    private JsObject array(CertificateFacts facts) {
        return calls.env().realm().array(facts.keyPurposes().toArray());
    }

    private static String access(CertificateFacts facts) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < facts.informationAccess().size(); i += 2) {
            if (i > 0) lines.append('\n');
            lines.append(facts.informationAccess().get(i)).append(':').append(facts.informationAccess().get(i + 1));
        }
        return lines.toString();
    }

    private static String fingerprint(X509 certificate, DigestAlgorithm digest) {
        byte[] hash = digest.hash(certificate.der(), 0, certificate.der().length);
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash).toUpperCase(Locale.ROOT);
    }

    /** Arguments 2 to 6: whether the subject counts, and four switches. */
    private static CertificateNames.Options options(Args a) {
        String subject = a.string(2);
        return new CertificateNames.Options(subject.equals(SUBJECT_ALWAYS), subject.equals(SUBJECT_NEVER), a.bool(3), a.bool(4), a.bool(5), a.bool(6));
    }

    // Signed public keys and challenges, as Netscape had them. What is none is none: OpenSSL's errors do not come through here.

    private static SignedPublicKeyAndChallenge spkac(byte[] base64) {
        try {
            return SignedPublicKeyAndChallenge.getInstance(java.util.Base64.getMimeDecoder().decode(base64));
        } catch (RuntimeException e) {   // Bouncy Castle's parser throws many kinds
            return null;
        }
    }

    private static boolean verifySpkac(byte[] base64) {
        SignedPublicKeyAndChallenge spkac = spkac(base64);
        if (spkac == null) return false;
        try {
            AsymmetricKey key = KeyParser.spki(spkac.getPublicKeyAndChallenge().getSubjectPublicKeyInfo().getEncoded("DER"));
            byte[] signed = spkac.getPublicKeyAndChallenge().getEncoded("DER");
            return CertificateSignature.verify(key, spkac.getSignatureAlgorithm(), signed, spkac.getSignature().getOctets());
        } catch (java.io.IOException | CryptoException e) {
            return false;
        }
    }

    private Object spkacKey(byte[] base64) {
        SignedPublicKeyAndChallenge spkac = spkac(base64);
        if (spkac == null) return null;
        try {
            return PemText.format("PUBLIC KEY", spkac.getPublicKeyAndChallenge().getSubjectPublicKeyInfo().getEncoded("DER"));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object spkacChallenge(byte[] base64) {
        SignedPublicKeyAndChallenge spkac = spkac(base64);
        if (spkac == null) return null;
        return calls.buffer(spkac.getPublicKeyAndChallenge().getChallengeIA5().getOctets());
    }
}
