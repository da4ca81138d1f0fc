package dev.barista.node.tls;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is written in an X.509 certificate, in the words of OpenSSL and Node. Any thread. Source: RFC 5280, section 4. */
public final class CertificateFacts {
    private static final Map<String, String> NAMES = Map.ofEntries(
        Map.entry("2.5.4.3", "CN"), Map.entry("2.5.4.4", "SN"), Map.entry("2.5.4.5", "serialNumber"), Map.entry("2.5.4.6", "C"),
        Map.entry("2.5.4.7", "L"), Map.entry("2.5.4.8", "ST"), Map.entry("2.5.4.9", "street"), Map.entry("2.5.4.10", "O"),
        Map.entry("2.5.4.11", "OU"), Map.entry("2.5.4.12", "title"), Map.entry("2.5.4.13", "description"),
        Map.entry("2.5.4.15", "businessCategory"), Map.entry("2.5.4.17", "postalCode"), Map.entry("2.5.4.41", "name"),
        Map.entry("2.5.4.42", "GN"), Map.entry("2.5.4.43", "initials"), Map.entry("2.5.4.44", "generationQualifier"),
        Map.entry("2.5.4.46", "dnQualifier"), Map.entry("2.5.4.65", "pseudonym"), Map.entry("2.5.4.97", "organizationIdentifier"),
        Map.entry("1.2.840.113549.1.9.1", "emailAddress"), Map.entry("0.9.2342.19200300.100.1.1", "UID"),
        Map.entry("0.9.2342.19200300.100.1.25", "DC"), Map.entry("1.3.6.1.4.1.311.60.2.1.1", "jurisdictionL"),
        Map.entry("1.3.6.1.4.1.311.60.2.1.2", "jurisdictionST"), Map.entry("1.3.6.1.4.1.311.60.2.1.3", "jurisdictionC"));

    private static final Map<String, String> CURVES = Map.of(
        "1.2.840.10045.3.1.7", "prime256v1", "1.3.132.0.34", "secp384r1", "1.3.132.0.35", "secp521r1", "1.3.132.0.10", "secp256k1",
        "1.2.840.10045.3.1.1", "prime192v1", "1.3.132.0.33", "secp224r1");
    private static final Map<String, String> NIST_CURVES = Map.of("prime256v1", "P-256", "secp384r1", "P-384", "secp521r1", "P-521",
        "prime192v1", "P-192", "secp224r1", "P-224");
    private static final Map<String, Integer> CURVE_BITS = Map.of("prime256v1", 256, "secp384r1", 384, "secp521r1", 521, "secp256k1", 256,
        "prime192v1", 192, "secp224r1", 224);

    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final String EC = "1.2.840.10045.2.1";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final String KEY_PURPOSES = "2.5.29.37";
    private static final String INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";
    private static final String OCSP = "1.3.6.1.5.5.7.48.1";
    private static final String ISSUERS = "1.3.6.1.5.5.7.48.2";
    private static final int EXPLICIT_VERSION = 0xa0;
    private static final int EXPLICIT_EXTENSIONS = 0xa3;

    private static final String[] MONTHS = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

    private final byte[] raw;
    private final String serialNumber;
    private final List<String> subject;
    private final List<String> issuer;
    private final boolean selfIssued;
    private final String validFrom;
    private final String validTo;
    private final byte[] publicKeyInfo;
    private final Map<String, byte[]> extensions = new HashMap<>();
    private String modulus;
    private String exponent;
    private byte[] point;
    private int bits;
    private String curve;

    /** @param raw a certificate in DER, which OpenSSL has read before */
    public CertificateFacts(byte[] raw) {
        this.raw = raw;
        Der body = new Der(raw).next(Der.SEQUENCE).inside().next(Der.SEQUENCE).inside();
        if (body.peek() == EXPLICIT_VERSION) body.next();
        serialNumber = hex(new BigInteger(body.next(Der.INTEGER).content()).abs().toByteArray());
        body.next(Der.SEQUENCE);
        byte[] issuerName = body.next(Der.SEQUENCE).whole();
        issuer = name(body.inside());
        Der dates = body.next(Der.SEQUENCE).inside();
        dates.next();
        validFrom = date(dates.text());
        dates.next();
        validTo = date(dates.text());
        selfIssued = java.util.Arrays.equals(issuerName, body.next(Der.SEQUENCE).whole());
        subject = name(body.inside());
        publicKeyInfo = body.next(Der.SEQUENCE).whole();
        readKey(body.inside());
        while (body.hasNext()) {
            if (body.next() == EXPLICIT_EXTENSIONS) readExtensions(body.inside().next(Der.SEQUENCE).inside());
        }
    }

    private void readExtensions(Der list) {
        while (list.hasNext()) {
            Der extension = list.next(Der.SEQUENCE).inside();
            String oid = extension.next(Der.OID).oid();
            if (extension.peek() == Der.BOOLEAN) extension.next();
            extensions.putIfAbsent(oid, extension.next(Der.OCTET_STRING).content());
        }
    }

    private void readKey(Der info) {
        Der algorithm = info.next(Der.SEQUENCE).inside();
        String kind = algorithm.next(Der.OID).oid();
        byte[] key = info.next(Der.BIT_STRING).content();
        byte[] octets = java.util.Arrays.copyOfRange(key, 1, key.length);
        if (kind.equals(RSA)) {
            Der numbers = new Der(octets).next(Der.SEQUENCE).inside();
            BigInteger n = new BigInteger(1, numbers.next(Der.INTEGER).content());
            modulus = hex(n.toByteArray());
            bits = n.bitLength();
            exponent = "0x" + new BigInteger(1, numbers.next(Der.INTEGER).content()).toString(16);
        } else if (kind.equals(EC) && algorithm.peek() == Der.OID) {
            curve = CURVES.get(algorithm.next(Der.OID).oid());
            point = octets;
            bits = curve == null ? 0 : CURVE_BITS.get(curve);
        }
    }

    private static String hex(byte[] number) {
        int from = number.length > 1 && number[0] == 0 ? 1 : 0;
        return HexFormat.of().withUpperCase().formatHex(number, from, number.length);
    }

    /** Of a UTCTime or a GeneralizedTime: {@code Sep  3 21:40:37 2022 GMT}. */
    private static String date(String text) {
        if (text.length() == "yyMMddHHmmssZ".length()) text = (text.charAt(0) >= '5' ? "19" : "20") + text;
        String month = MONTHS[Integer.parseInt(text.substring(4, 6)) - 1];
        return String.format(Locale.ROOT, "%s %2d %s:%s:%s %d GMT", month, Integer.parseInt(text.substring(6, 8)), text.substring(8, 10),
            text.substring(10, 12), text.substring(12, 14), Integer.parseInt(text.substring(0, 4)));
    }

    /** @return names and values by turns */
    private static List<String> name(Der sets) {
        List<String> pairs = new ArrayList<>();
        while (sets.hasNext()) {
            Der set = sets.next(Der.SET).inside();
            while (set.hasNext()) {
                Der pair = set.next(Der.SEQUENCE).inside();
                String oid = pair.next(Der.OID).oid();
                pair.next();
                pairs.add(NAMES.getOrDefault(oid, oid));
                pairs.add(pair.text());
            }
        }
        return pairs;
    }

    public byte[] raw() {
        return raw;
    }

    /** In upper-case hexadecimal. */
    public String serialNumber() {
        return serialNumber;
    }

    /** Names and values by turns, in the certificate's order. */
    public List<String> subject() {
        return subject;
    }

    public List<String> issuer() {
        return issuer;
    }

    /** Whether subject and issuer are the same. */
    public boolean selfIssued() {
        return selfIssued;
    }

    public String validFrom() {
        return validFrom;
    }

    public String validTo() {
        return validTo;
    }

    /** The SubjectPublicKeyInfo, in DER. */
    public byte[] publicKeyInfo() {
        return publicKeyInfo;
    }

    /** An RSA key's, in upper-case hexadecimal; else null. */
    public String modulus() {
        return modulus;
    }

    /** An RSA key's, as {@code 0x10001}; else null. */
    public String exponent() {
        return exponent;
    }

    /** An elliptic curve key's point; else null. */
    public byte[] point() {
        return point;
    }

    /** The key's size; 0 where it is not known. */
    public int bits() {
        return bits;
    }

    /** OpenSSL's name of an elliptic curve key's curve; else null. */
    public String curve() {
        return curve;
    }

    /** NIST's name of the curve; null where it has none. */
    public String nistCurve() {
        return curve == null ? null : NIST_CURVES.get(curve);
    }

    /** Whether it may issue others. */
    public boolean authority() {
        byte[] value = extensions.get(BASIC_CONSTRAINTS);
        if (value == null) return false;
        Der constraints = new Der(value).next(Der.SEQUENCE).inside();
        return constraints.peek() == Der.BOOLEAN && constraints.next(Der.BOOLEAN).content()[0] != 0;
    }

    /** The purposes of its key as object identifiers; null for any. */
    public List<String> keyPurposes() {
        byte[] value = extensions.get(KEY_PURPOSES);
        if (value == null) return null;
        List<String> oids = new ArrayList<>();
        Der list = new Der(value).next(Der.SEQUENCE).inside();
        while (list.hasNext()) oids.add(list.next(Der.OID).oid());
        return oids;
    }

    /** Its other names, as {@code DNS:localhost, IP Address:127.0.0.1}; null for none. */
    public String alternativeNames() {
        byte[] value = extensions.get(ALTERNATIVE_NAMES);
        if (value == null) return null;
        List<String> names = new ArrayList<>();
        Der list = new Der(value).next(Der.SEQUENCE).inside();
        while (list.hasNext()) {
            list.next();
            names.add(generalName(list));
        }
        return String.join(", ", names);
    }

    /** Where more about it is to be found: kinds such as {@code OCSP - URI}, and places, by turns; null for none. */
    public List<String> informationAccess() {
        byte[] value = extensions.get(INFORMATION_ACCESS);
        if (value == null) return null;
        List<String> pairs = new ArrayList<>();
        Der list = new Der(value).next(Der.SEQUENCE).inside();
        while (list.hasNext()) {
            Der access = list.next(Der.SEQUENCE).inside();
            String oid = access.next(Der.OID).oid();
            String method = oid.equals(OCSP) ? "OCSP" : oid.equals(ISSUERS) ? "CA Issuers" : oid;
            access.next();
            String name = generalName(access);
            int colon = name.indexOf(':');
            pairs.add(method + " - " + name.substring(0, colon));
            pairs.add(name.substring(colon + 1));
        }
        return pairs;
    }

    private static String generalName(Der name) {
        return switch (name.tag() & 0x1f) {
            case 0 -> "othername:<unsupported>";
            case 1 -> "email:" + quoted(name.text());
            case 2 -> "DNS:" + quoted(name.text());
            case 4 -> {
                List<String> pairs = name(name.inside().next(Der.SEQUENCE).inside());
                List<String> parts = new ArrayList<>();
                for (int i = 0; i < pairs.size(); i += 2) parts.add(pairs.get(i) + " = " + pairs.get(i + 1));
                yield "DirName:" + quoted(String.join(", ", parts));
            }
            case 6 -> "URI:" + quoted(name.text());
            case 7 -> "IP Address:" + address(name.content());
            case 8 -> "Registered ID:" + name.oid();
            default -> "<unsupported>";
        };
    }

    private static String address(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        if (bytes.length == 4) {
            for (byte b : bytes) text.append(text.isEmpty() ? "" : ".").append(b & 0xff);
        } else if (bytes.length == 16) {
            for (int i = 0; i < bytes.length; i += 2) {
                if (i > 0) text.append(':');
                text.append(Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff).toUpperCase(Locale.ROOT));
            }
        } else {
            text.append("<invalid length=").append(bytes.length).append('>');
        }
        return text.toString();
    }

    /** The text itself, or in quotes if it holds what could be taken for the end of a name. */
    private static String quoted(String text) {
        boolean safe = true;
        for (int i = 0; i < text.length() && safe; i++) {
            char c = text.charAt(i);
            safe = c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != ',' && c != '\'';
        }
        if (safe) return text;
        StringBuilder quoted = new StringBuilder("\"");
        for (byte b : text.getBytes(StandardCharsets.ISO_8859_1)) {
            int c = b & 0xff;
            if (c == '\\' || c == '"') quoted.append('\\').append((char) c);
            else if (c >= ' ' && c <= '~' && c != ',') quoted.append((char) c);
            else quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
        }
        return quoted.append('"').toString();
    }
}
