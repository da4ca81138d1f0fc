package dev.barista.node.crypto;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;

/** The elliptic curves that there are, by OpenSSL's names. Any thread. */
final class Curves {
    private static final String NAMES = """
            brainpoolP160r1 brainpoolP160t1 brainpoolP192r1 brainpoolP192t1 brainpoolP224r1 brainpoolP224t1 brainpoolP256r1 brainpoolP256t1 \
            brainpoolP320r1 brainpoolP320t1 brainpoolP384r1 brainpoolP384t1 brainpoolP512r1 brainpoolP512t1 c2pnb163v1 c2pnb163v2 c2pnb163v3 \
            c2pnb176w1 c2pnb208w1 c2pnb272w1 c2pnb304w1 c2pnb368w1 c2tnb191v1 c2tnb191v2 c2tnb191v3 c2tnb239v1 c2tnb239v2 c2tnb239v3 \
            c2tnb359v1 c2tnb431r1 prime192v1 prime192v2 prime192v3 prime239v1 prime239v2 prime239v3 prime256v1 secp112r1 secp112r2 secp128r1 \
            secp128r2 secp160k1 secp160r1 secp160r2 secp192k1 secp224k1 secp224r1 secp256k1 secp384r1 secp521r1 sect113r1 sect113r2 sect131r1 \
            sect131r2 sect163k1 sect163r1 sect163r2 sect193r1 sect193r2 sect233k1 sect233r1 sect239k1 sect283k1 sect283r1 sect409k1 sect409r1 \
            sect571k1 sect571r1""";

    private static final ASN1ObjectIdentifier P256 = new ASN1ObjectIdentifier("1.2.840.10045.3.1.7");
    private static final ASN1ObjectIdentifier P384 = new ASN1ObjectIdentifier("1.3.132.0.34");
    private static final ASN1ObjectIdentifier P521 = new ASN1ObjectIdentifier("1.3.132.0.35");

    private Curves() {}

    /** All that can be computed on, sorted. */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of("SM2"));
        for (String name : NAMES.split(" ")) if (oid(name) != null) names.add(name);
        return names;
    }

    /** @return {@code null} where there is none of that name */
    static ECNamedDomainParameters find(String name) {
        ASN1ObjectIdentifier oid = oid(name);
        return oid == null ? null : parameters(oid);
    }

    private static ASN1ObjectIdentifier oid(String name) {
        return switch (name) {
            case "prime256v1", "P-256", "secp256r1" -> P256;
            case "secp384r1", "P-384" -> P384;
            case "secp521r1", "P-521" -> P521;
            case "SM2" -> ECNamedCurveTable.getOID("sm2p256v1");
            case String n when (" " + NAMES + " ").contains(" " + n + " ") -> ECNamedCurveTable.getOID(n);
            default -> ECNamedCurveTable.getOID(name.startsWith("P-") || name.startsWith("B-") || name.startsWith("K-") ? name : "no curve");
        };
    }

    /** @return {@code null} where there is none */
    static ECNamedDomainParameters parameters(ASN1ObjectIdentifier oid) {
        X9ECParameters curve = CustomNamedCurves.getByOID(oid);
        if (curve == null) curve = ECNamedCurveTable.getByOID(oid);
        return curve == null ? null : new ECNamedDomainParameters(oid, curve);
    }

    /** OpenSSL's name of a curve, also of one that a key spells out; {@code null} where it has none. */
    static String name(ECDomainParameters parameters) {
        if (!(parameters instanceof ECNamedDomainParameters named)) {
            for (String name : names()) if (parameters.equals(find(name))) return name;
            return null;
        }
        ASN1ObjectIdentifier oid = named.getName();
        if (oid.equals(P256)) return "prime256v1";
        if (oid.equals(P384)) return "secp384r1";
        if (oid.equals(P521)) return "secp521r1";
        for (String name : NAMES.split(" ")) if (oid.equals(oid(name))) return name;
        return oid.equals(oid("SM2")) ? "SM2" : null;
    }

    /** How many bytes a coordinate has. */
    static int fieldBytes(ECDomainParameters parameters) {
        return (parameters.getCurve().getFieldSize() + 7) / 8;
    }
}
