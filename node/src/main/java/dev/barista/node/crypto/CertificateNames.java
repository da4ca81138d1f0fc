package dev.barista.node.crypto;

import dev.barista.node.net.IpAddress;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Whom a certificate speaks for (RFC 6125, as OpenSSL's X509_check_host and its kin have it). Any thread. */
final class CertificateNames {
    /** What a caller may change about the comparison of host names. */
    record Options(boolean alwaysSubject, boolean neverSubject, boolean wildcards, boolean partialWildcards, boolean multiLabelWildcards,
            boolean singleLabelSubdomains) {}

    private final Certificate certificate;

    CertificateNames(Certificate certificate) {
        this.certificate = certificate;
    }

    private List<GeneralName> alternatives(int tag) {
        Extension extension = certificate.getTBSCertificate().getExtensions() == null ? null
                : certificate.getTBSCertificate().getExtensions().getExtension(Extension.subjectAlternativeName);
        if (extension == null) return List.of();
        return Arrays.stream(GeneralNames.getInstance(extension.getParsedValue()).getNames()).filter(n -> n.getTagNo() == tag).toList();
    }

    private List<String> subject(org.bouncycastle.asn1.ASN1ObjectIdentifier type) {
        List<String> values = new ArrayList<>();
        for (RDN rdn : certificate.getSubject().getRDNs(type)) {
            for (AttributeTypeAndValue pair : rdn.getTypesAndValues()) {
                if (pair.getType().equals(type) && pair.getValue() instanceof ASN1String text) values.add(text.getString());
            }
        }
        return values;
    }

    /** The name by which it speaks for a host, or {@code null}. */
    String host(String host, Options options) {
        List<GeneralName> names = alternatives(GeneralName.dNSName);
        for (GeneralName name : names) {
            String pattern = ((ASN1String) name.getName()).getString();
            if (matches(pattern, host, options)) return pattern;
        }
        if (options.neverSubject || !names.isEmpty() && !options.alwaysSubject) return null;
        for (String name : subject(BCStyle.CN)) if (matches(name, host, options)) return name;
        return null;
    }

    private static boolean matches(String pattern, String host, Options options) {
        String p = pattern.toLowerCase(Locale.ROOT);
        String h = host.toLowerCase(Locale.ROOT);
        if (h.startsWith(".") && h.length() > 1) {   // any name below it
            if (!p.endsWith(h) || p.length() == h.length()) return false;
            return !options.singleLabelSubdomains || p.indexOf('.') == p.length() - h.length();
        }
        int star = options.wildcards ? p.indexOf('*') : -1;
        if (star < 0) return p.equals(h);
        int dot = p.indexOf('.');
        if (dot < star || p.indexOf('*', star + 1) >= 0 || p.indexOf('.', dot + 1) < 0) return false;
        String before = p.substring(0, star);
        String after = p.substring(star + 1, dot);
        if (!options.partialWildcards && !(before.isEmpty() && after.isEmpty())) return false;
        if (before.startsWith("xn--") || !h.endsWith(p.substring(dot))) return false;
        String label = h.substring(0, h.length() - (p.length() - dot));
        boolean fits = label.length() > before.length() + after.length() - 1 && label.startsWith(before) && label.endsWith(after) && !label.isEmpty();
        boolean partial = !(before.isEmpty() && after.isEmpty());
        if (!fits || partial && label.startsWith("xn--")) return false;
        return !label.contains(".") || options.multiLabelWildcards && !partial;
    }

    /** Whether it speaks for an e-mail address; its part before the @ counts as it is written. */
    boolean email(String address, Options options) {
        List<GeneralName> names = alternatives(GeneralName.rfc822Name);
        for (GeneralName name : names) if (sameAddress(((ASN1String) name.getName()).getString(), address)) return true;
        if (options.neverSubject || !names.isEmpty() && !options.alwaysSubject) return false;
        return subject(BCStyle.EmailAddress).stream().anyMatch(name -> sameAddress(name, address));
    }

    private static boolean sameAddress(String one, String other) {
        int at = one.lastIndexOf('@');
        return at >= 0 && at == other.lastIndexOf('@') && one.substring(0, at).equals(other.substring(0, at))
                && one.substring(at).equalsIgnoreCase(other.substring(at));
    }

    /** Whether it speaks for an IP address; {@code null} where the text is none. */
    Boolean ip(String text) {
        InetAddress address = IpAddress.parse(text);
        if (address == null) return null;
        return alternatives(GeneralName.iPAddress).stream()
                .anyMatch(name -> Arrays.equals(ASN1OctetString.getInstance(name.getName()).getOctets(), address.getAddress()));
    }
}
