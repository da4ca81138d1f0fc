package dev.barista.node.crypto;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** What an RSA-PSS key may be used with (RFC 4055, section 3.1); the salt may be longer. Any thread. */
record PssLimits(DigestAlgorithm hash, DigestAlgorithm mgf1Hash, int saltLength) {
    static PssLimits of(RSASSAPSSparams p) {
        DigestAlgorithm mgf1 = DigestAlgorithm.find(AlgorithmIdentifier.getInstance(p.getMaskGenAlgorithm().getParameters()).getAlgorithm().getId());
        return new PssLimits(DigestAlgorithm.find(p.getHashAlgorithm().getAlgorithm().getId()), mgf1, p.getSaltLength().intValueExact());
    }

    RSASSAPSSparams toAsn1() {
        return new RSASSAPSSparams(algorithm(hash), new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, algorithm(mgf1Hash)),
                new ASN1Integer(BigInteger.valueOf(saltLength)), RSASSAPSSparams.DEFAULT_TRAILER_FIELD);
    }

    private static AlgorithmIdentifier algorithm(DigestAlgorithm digest) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(digest.oid()), DERNull.INSTANCE);
    }
}
