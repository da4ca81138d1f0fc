package dev.barista.node.crypto;

import dev.barista.engine.JsObject;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Locale;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.math.ec.ECPoint;

/** Key pairs as JSON Web Keys (RFC 7517, RFC 7518 section 6, RFC 8037, RFC 9964). Loop thread only. */
final class Jwk {
    private Jwk() {}

    /** Puts a key's members on an object. */
    static void write(AsymmetricKey key, JsObject jwk) {
        switch (key.kind()) {
            case RSA -> writeRsa(key, jwk);
            case EC -> writeEc(key, jwk);
            case ED25519 -> writeOctets(key, "Ed25519", jwk);
            case ED448 -> writeOctets(key, "Ed448", jwk);
            case X25519 -> writeOctets(key, "X25519", jwk);
            case X448 -> writeOctets(key, "X448", jwk);
            case ML_DSA_44, ML_DSA_65, ML_DSA_87 -> writeAkp(key, jwk);
            default -> throw CryptoException.coded("ERR_CRYPTO_JWK_UNSUPPORTED_KEY_TYPE");
        }
    }

    private static void writeRsa(AsymmetricKey key, JsObject jwk) {
        RSAKeyParameters n = Rsa.key(key);
        jwk.set("kty", "RSA");
        jwk.set("n", text(n.getModulus()));
        jwk.set("e", text(n instanceof RSAPrivateCrtKeyParameters k ? k.getPublicExponent() : n.getExponent()));
        if (!(n instanceof RSAPrivateCrtKeyParameters k)) return;
        jwk.set("d", text(k.getExponent()));
        jwk.set("p", text(k.getP()));
        jwk.set("q", text(k.getQ()));
        jwk.set("dp", text(k.getDP()));
        jwk.set("dq", text(k.getDQ()));
        jwk.set("qi", text(k.getQInv()));
    }

    private static String text(BigInteger number) {
        return text(Rsa.unsigned(number, (number.bitLength() + 7) / 8));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void writeEc(AsymmetricKey key, JsObject jwk) {
        ECDomainParameters curve = ((ECKeyParameters) key.parameters()).getParameters();
        String name = Curves.name(curve);
        String crv = switch (name) {
            case "prime256v1" -> "P-256";
            case "secp384r1" -> "P-384";
            case "secp521r1" -> "P-521";
            case "secp256k1" -> "secp256k1";
            case null, default -> throw CryptoException.coded("ERR_CRYPTO_JWK_UNSUPPORTED_CURVE", String.valueOf(name));
        };
        ECPoint q = ((ECPublicKeyParameters) key.toPublic().parameters()).getQ().normalize();
        int size = Curves.fieldBytes(curve);
        jwk.set("kty", "EC");
        jwk.set("x", text(Rsa.unsigned(q.getAffineXCoord().toBigInteger(), size)));
        jwk.set("y", text(Rsa.unsigned(q.getAffineYCoord().toBigInteger(), size)));
        jwk.set("crv", crv);
        if (key.parameters() instanceof ECPrivateKeyParameters k) jwk.set("d", text(Rsa.unsigned(k.getD(), (curve.getN().bitLength() + 7) / 8)));
    }

    private static void writeOctets(AsymmetricKey key, String curve, JsObject jwk) {
        jwk.set("crv", curve);
        if (key.isPrivate()) jwk.set("d", text(RawKeys.privateBytes(key)));
        jwk.set("x", text(RawKeys.publicBytes(key)));
        jwk.set("kty", "OKP");
    }

    private static void writeAkp(AsymmetricKey key, JsObject jwk) {
        if (key.isPrivate()) {
            byte[] seed = RawKeys.privateBytes(key);
            if (seed == null) throw CryptoException.coded("ERR_CRYPTO_OPERATION_FAILED", "key does not have an available seed");
            jwk.set("priv", text(seed));
        }
        jwk.set("kty", "AKP");
        jwk.set("alg", key.kind().id().toUpperCase(Locale.ROOT));
        jwk.set("pub", text(RawKeys.publicBytes(key)));
    }

    /** A key from an object whose members have been checked to be strings. */
    static AsymmetricKey read(JsObject jwk, boolean isPrivate) {
        AsymmetricKey key = switch (jwk.string("kty")) {
            case "RSA" -> AsymmetricKey.of(isPrivate ? rsaPrivate(jwk) : new RSAKeyParameters(false, number(jwk, "n"), number(jwk, "e"), true));
            case "EC" -> ec(jwk, isPrivate);
            case "AKP" -> RawKeys.of(KeyKind.find(jwk.string("alg").toLowerCase(Locale.ROOT)), isPrivate, bytes(jwk, isPrivate ? "priv" : "pub"));
            default -> octets(jwk, isPrivate);
        };
        if (key == null) throw invalid();
        return key;
    }

    private static CryptoException invalid() {
        return CryptoException.coded("ERR_CRYPTO_INVALID_JWK");
    }

    private static byte[] bytes(JsObject jwk, String member) {
        try {
            return Base64.getUrlDecoder().decode(jwk.string(member).replace('+', '-').replace('/', '_').replace("=", ""));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static BigInteger number(JsObject jwk, String member) {
        return new BigInteger(1, bytes(jwk, member));
    }

    private static AsymmetricKeyParameter rsaPrivate(JsObject jwk) {
        try {
            return new RSAPrivateCrtKeyParameters(number(jwk, "n"), number(jwk, "e"), number(jwk, "d"), number(jwk, "p"), number(jwk, "q"),
                    number(jwk, "dp"), number(jwk, "dq"), number(jwk, "qi"), true);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static AsymmetricKey ec(JsObject jwk, boolean isPrivate) {
        String crv = jwk.string("crv");
        ECNamedDomainParameters curve = switch (crv) {
            case "P-256", "P-384", "P-521", "secp256k1" -> Curves.find(crv);
            default -> throw CryptoException.coded("ERR_CRYPTO_INVALID_CURVE");
        };
        int size = Curves.fieldBytes(curve);
        BigInteger x = number(jwk, "x");
        BigInteger y = number(jwk, "y");
        if (x.bitLength() > 8 * size || y.bitLength() > 8 * size) throw invalidEc();
        ECPublicKeyParameters publicKey;
        try {
            publicKey = new ECPublicKeyParameters(curve.getCurve().createPoint(x, y), curve);
        } catch (IllegalArgumentException e) {   // not on the curve
            throw invalidEc();
        }
        if (!isPrivate) return AsymmetricKey.of(publicKey);
        try {
            return AsymmetricKey.of(new ECPrivateKeyParameters(number(jwk, "d"), curve));
        } catch (IllegalArgumentException e) {
            throw invalidEc();
        }
    }

    private static CryptoException invalidEc() {
        return CryptoException.worded(CryptoException.Kind.TYPE_ERROR, "ERR_CRYPTO_INVALID_JWK", "Invalid JWK EC key");
    }

    private static AsymmetricKey octets(JsObject jwk, boolean isPrivate) {
        KeyKind kind = switch (jwk.string("crv")) {
            case "Ed25519" -> KeyKind.ED25519;
            case "Ed448" -> KeyKind.ED448;
            case "X25519" -> KeyKind.X25519;
            case "X448" -> KeyKind.X448;
            default -> throw CryptoException.coded("ERR_CRYPTO_INVALID_CURVE");
        };
        AsymmetricKey key = RawKeys.of(kind, isPrivate, bytes(jwk, isPrivate ? "d" : "x"));
        if (key == null) throw invalid();
        return key;
    }
}
