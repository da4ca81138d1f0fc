package dev.barista.node.crypto;

import dev.barista.node.tls.CertificateFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** A certificate (RFC 5280). Any thread. */
final class X509 {
    private final byte[] der;
    private final Certificate certificate;
    private final CertificateFacts facts;
    private AsymmetricKey publicKey;

    /** PEM's labels of certificates: today's, the old one, and OpenSSL's for one with words about trust. */
    static final Set<String> CERTIFICATE_LABELS = Set.of("CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE");

    private X509(byte[] der, Certificate certificate) {
        this.der = der;
        this.certificate = certificate;
        this.facts = new CertificateFacts(der);
    }

    /** From PEM or DER. */
    static X509 parse(byte[] bytes) {
        PemText pem = PemText.find(bytes, CERTIFICATE_LABELS::contains);
        try {
            Certificate certificate = Certificate.getInstance(pem == null ? bytes : pem.content());
            return new X509(certificate.getEncoded("DER"), certificate);
        } catch (IOException | RuntimeException e) {   // Bouncy Castle's parser throws many kinds
            throw OpenSslError.PEM_NO_START_LINE.exception();
        }
    }

    byte[] der() {
        return der;
    }

    CertificateFacts facts() {
        return facts;
    }

    CertificateNames names() {
        return new CertificateNames(certificate);
    }

    AsymmetricKey publicKey() {
        if (publicKey == null) publicKey = KeyParser.spki(facts.publicKeyInfo());
        return publicKey;
    }

    String signatureOid() {
        return certificate.getSignatureAlgorithm().getAlgorithm().getId();
    }

    boolean verify(AsymmetricKey key) {
        try {
            byte[] signed = certificate.getTBSCertificate().getEncoded("DER");
            return CertificateSignature.verify(key.toPublic(), certificate.getSignatureAlgorithm(), signed, certificate.getSignature().getOctets());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Extension extension(org.bouncycastle.asn1.ASN1ObjectIdentifier oid) {
        Extensions all = certificate.getTBSCertificate().getExtensions();
        return all == null ? null : all.getExtension(oid);
    }

    /** Whether the other may have issued it, by names, key identifiers and what the other's key may be used for. */
    boolean issuedBy(X509 other) {
        if (!certificate.getIssuer().equals(other.certificate.getSubject())) return false;
        Extension authority = extension(Extension.authorityKeyIdentifier);
        Extension subject = other.extension(Extension.subjectKeyIdentifier);
        if (authority != null && subject != null) {
            byte[] wanted = AuthorityKeyIdentifier.getInstance(authority.getParsedValue()).getKeyIdentifierOctets();
            if (wanted != null && !Arrays.equals(wanted, SubjectKeyIdentifier.getInstance(subject.getParsedValue()).getKeyIdentifier())) return false;
        }
        Extension usage = other.extension(Extension.keyUsage);
        return usage == null || KeyUsage.getInstance(usage.getParsedValue()).hasUsages(KeyUsage.keyCertSign);
    }

    /** Names and values, a pair a line, escaped as RFC 2253 has it. */
    static String lines(List<String> pairs) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i += 2) lines.add(pairs.get(i) + "=" + escaped(pairs.get(i + 1)));
        return String.join("\n", lines);
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean edge = c == ' ' && (i == 0 || i == value.length() - 1) || c == '#' && i == 0;
            if (c < ' ' || c == 0x7f) text.append(String.format(Locale.ROOT, "\\%02X", (int) c));
            else if (edge || ",+\"\\<>;".indexOf(c) >= 0) text.append('\\').append(c);
            else text.append(c);
        }
        return text.toString();
    }
}
