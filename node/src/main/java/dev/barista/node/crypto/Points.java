package dev.barista.node.crypto;

import java.math.BigInteger;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** Points on elliptic curves as bytes (SEC 1, section 2.3). Any thread. */
final class Points {
    static final int COMPRESSED = 2;
    static final int UNCOMPRESSED = 4;
    static final int HYBRID = 6;

    private Points() {}

    /** @return {@code null} where the bytes are no point of the curve other than that at infinity */
    static AsymmetricKey publicKey(ECDomainParameters curve, byte[] bytes) {
        try {
            return AsymmetricKey.of(new ECPublicKeyParameters(curve.getCurve().decodePoint(bytes), curve));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** @param format one of OpenSSL's numbers */
    static byte[] encode(ECPublicKeyParameters key, int format) {
        byte[] point = key.getQ().getEncoded(format == COMPRESSED);
        if (format == HYBRID) point[0] = (byte) (HYBRID | (odd(key) ? 1 : 0));
        return point;
    }

    private static boolean odd(ECPublicKeyParameters key) {
        return key.getQ().getEncoded(true)[0] == 3;
    }

    /** Whether a number can be a private key of the curve. */
    static boolean isPrivate(ECDomainParameters curve, BigInteger d) {
        return d.signum() > 0 && d.compareTo(curve.getN()) < 0;
    }
}
