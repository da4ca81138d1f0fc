package dev.barista.node.crypto;

import dev.barista.engine.Args;
import dev.barista.engine.JsObject;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.bouncycastle.crypto.params.DHParameters;
import org.bouncycastle.crypto.params.DSAKeyParameters;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;

/** Keys for {@code internal/crypto/keys.js}: parsing, writing, generating. A key is an opaque object. Loop thread only. */
public final class KeysBinding implements Binding {
    private final CryptoCalls calls;

    public KeysBinding(Environment env) {
        this.calls = new CryptoCalls(env);
    }

    @Override
    public void define(Exports x) {
        x.fn("isKey",       a -> a.isObject(0) && a.object(0).host(Key.class) != null);
        x.fn("secretKey",   a -> wrap(new SecretKey(a.bytes(0).copy())));
        x.fn("secretBytes", a -> calls.buffer(a.host(0, SecretKey.class).bytes().clone()));
        x.fn("secretSize",  a -> a.host(0, SecretKey.class).bytes().length);
        x.fn("equals",      a -> equal(a.host(0, Key.class), a.host(1, Key.class)));
        x.fn("publicKey",   calls.guarded(a -> wrap(publicKey(a.bytes(0).copy(), a.stringOrNull(1), passphrase(a, 2)))));
        x.fn("privateKey",  calls.guarded(a -> wrap(privateKey(a.bytes(0).copy(), a.stringOrNull(1), passphrase(a, 2)))));
        x.fn("publicOf",    a -> wrap(a.host(0, AsymmetricKey.class).toPublic()));
        x.fn("fromJwk",     calls.guarded(a -> wrap(Jwk.read(a.object(0), a.bool(1)))));
        x.fn("toJwk",       calls.guarded(this::toJwk));
        x.fn("kind",        a -> a.host(0, AsymmetricKey.class).kind().id());
        x.fn("details",     this::details);
        x.fn("export",      calls.guarded(this::export));
        x.fn("knowsCipher", a -> KeyEncryption.knows(a.string(0)));
        x.fn("rawPublic",   a -> calls.buffer(RawKeys.publicBytes(a.host(0, AsymmetricKey.class))));
        x.fn("rawSeed",     calls.guarded(a -> calls.buffer(KeyEncoder.seed(a.host(0, AsymmetricKey.class)).clone())));
        x.fn("fromRaw",     this::fromRaw);
        x.fn("isCurve",     a -> Curves.find(a.string(0)) != null);
        x.fn("isGroup",     a -> DhGroups.find(a.string(0)) != null);
        x.fn("generateSecret", a -> generate(a, 1, "KEYGENREQUEST", secret(a.integer(0))));
        x.fn("generateRsa", calls.guarded(this::generateRsa));
        x.fn("generateDsa", a -> { int bits = a.integer(0); int q = a.integer(1); return pair(a, 2, () -> KeyGeneration.dsa(bits, q)); });
        x.fn("generateEc",  a -> { ECNamedDomainParameters c = Curves.find(a.string(0)); return pair(a, 1, () -> KeyGeneration.ec(c)); });
        x.fn("isNamed",     a -> KeyKind.find(a.string(0)) != null);
        x.fn("generateNamed", a -> { KeyKind kind = KeyKind.find(a.string(0)); return pair(a, 1, () -> KeyGeneration.named(kind)); });
        x.fn("generateDh",  calls.guarded(this::generateDh));
    }

    private JsObject wrap(Key key) {
        return calls.env().realm().wrap(key);
    }

    private static boolean equal(Key one, Key other) {
        return switch (one) {
            case SecretKey s -> other instanceof SecretKey o && MessageDigest.isEqual(s.bytes(), o.bytes());
            case AsymmetricKey k -> other instanceof AsymmetricKey o && k.sameAs(o);
        };
    }

    private static byte[] passphrase(Args a, int i) {
        return a.isUndefined(i) ? null : a.bytes(i).copy();
    }

    /** @param type of DER, or {@code null} for PEM */
    static AsymmetricKey publicKey(byte[] data, String type, byte[] passphrase) {
        return switch (type) {
            case null -> KeyParser.publicPem(data, passphrase);
            case "spki" -> KeyParser.spki(data);
            case "pkcs1" -> KeyParser.pkcs1EitherPublic(data);
            default -> privateKey(data, type, passphrase).toPublic();
        };
    }

    /** @param type of DER, or {@code null} for PEM */
    static AsymmetricKey privateKey(byte[] data, String type, byte[] passphrase) {
        try {
            return switch (type) {
                case null -> KeyParser.privatePem(data, passphrase);
                case "pkcs1" -> KeyParser.pkcs1Private(data);
                case "pkcs8" -> KeyParser.pkcs8Either(data, passphrase);
                case "sec1" -> KeyParser.sec1(data);
                default -> throw new IllegalArgumentException(type);
            };
        } finally {
            Arrays.fill(data, (byte) 0);
        }
    }

    /** (key, object) */
    private Object toJwk(Args a) {
        Jwk.write(a.host(0, AsymmetricKey.class), a.object(1));
        return null;
    }

    /** (key, object): what Node tells of a key's numbers. */
    private Object details(Args a) {
        AsymmetricKey key = a.host(0, AsymmetricKey.class);
        JsObject details = a.object(1);
        switch (key.parameters()) {
            case RSAKeyParameters k -> {
                details.set("modulusLength", k.getModulus().bitLength());
                details.set("publicExponent", k instanceof RSAPrivateCrtKeyParameters p ? p.getPublicExponent() : k.getExponent());
                if (key.pss() != null) {
                    details.set("hashAlgorithm", key.pss().hash().id());
                    details.set("mgf1HashAlgorithm", key.pss().mgf1Hash().id());
                    details.set("saltLength", key.pss().saltLength());
                }
            }
            case DSAKeyParameters k -> {
                DSAParameters p = k.getParameters();
                details.set("modulusLength", p.getP().bitLength());
                details.set("divisorLength", p.getQ().bitLength());
            }
            case ECKeyParameters k -> {
                String name = Curves.name(k.getParameters());
                if (name != null) details.set("namedCurve", name);
            }
            default -> { }
        }
        return null;
    }

    /** (key, "pem" or "der", type, cipher, passphrase) → a string or a Buffer. */
    private Object export(Args a) {
        AsymmetricKey key = a.host(0, AsymmetricKey.class);
        boolean pem = a.string(1).equals("pem");
        String cipher = a.stringOrNull(3);
        byte[] passphrase = passphrase(a, 4);
        String label;
        byte[] der;
        switch (a.string(2)) {
            case "spki" -> { label = "PUBLIC KEY"; der = KeyEncoder.spki(key); }
            case "pkcs1" -> {
                label = key.isPrivate() ? "RSA PRIVATE KEY" : "RSA PUBLIC KEY";
                der = key.isPrivate() ? KeyEncoder.pkcs1Private(key) : KeyEncoder.pkcs1Public(key);
            }
            case "sec1" -> { label = "EC PRIVATE KEY"; der = KeyEncoder.sec1(key); }
            case "pkcs8-seed" -> { label = "PRIVATE KEY"; der = KeyEncoder.pkcs8Seed(key); }
            case "pkcs8" -> {
                label = cipher == null ? "PRIVATE KEY" : "ENCRYPTED PRIVATE KEY";
                der = KeyEncoder.pkcs8(key);
                if (cipher != null) der = encrypted(der, cipher, passphrase);
                cipher = null;
            }
            default -> throw new IllegalArgumentException(a.string(2));
        }
        if (!pem) return calls.buffer(der);
        return cipher == null ? PemText.format(label, der) : KeyEncryption.encryptPem(label, der, cipher, passphrase);
    }

    private static byte[] encrypted(byte[] der, String cipher, byte[] passphrase) {
        try {
            return KeyEncryption.encryptPkcs8(der, cipher, passphrase);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }

    /** (kind or curve, whether private, bytes) → a key, or undefined where it is none. */
    private Object fromRaw(Args a) {
        String name = a.string(0);
        ECNamedDomainParameters curve = Curves.find(name);
        AsymmetricKey key = curve == null ? RawKeys.of(KeyKind.find(name), a.bool(1), a.bytes(2).copy()) : Points.publicKey(curve, a.bytes(2).copy());
        return key == null ? null : wrap(key);
    }

    // Generating: where the last argument is a function, it is done on the pool

    private static Callable<Key> secret(int bits) {
        return () -> new SecretKey(Randomness.bytes(bits / 8));
    }

    /** (bits, exponent, kind, hash, hash of MGF1, salt length, callback) */
    private Object generateRsa(Args a) {
        int bits = a.integer(0);
        BigInteger exponent = BigInteger.valueOf(a.longValue(1));
        PssLimits limits = a.isNullish(3) && a.isNullish(4) && a.isNullish(5) ? null : limits(a);
        boolean pss = a.string(2).equals("rsa-pss");
        return pair(a, 6, () -> {
            AsymmetricKey key = KeyGeneration.rsa(bits, exponent);
            return pss ? AsymmetricKey.pss(Rsa.key(key), limits) : key;
        });
    }

    private static PssLimits limits(Args a) {
        DigestAlgorithm hash = a.isNullish(3) ? DigestAlgorithm.SHA1 : KdfBinding.digest(a.string(3));
        DigestAlgorithm mgf1 = a.isNullish(4) ? hash : KdfBinding.digest(a.string(4));
        return new PssLimits(hash, mgf1, a.isNullish(5) ? a.isNullish(3) ? 20 : hash.size() : a.integer(5));
    }

    /** (name of a group, or undefined; prime or bits of one; generator; callback) */
    private Object generateDh(Args a) {
        BigInteger generator = a.isNullish(2) ? BigInteger.TWO : BigInteger.valueOf(a.longValue(2));
        DHParameters group = a.isString(0) ? DhGroups.find(a.string(0)) : a.isNumber(1) ? null : new DHParameters(new BigInteger(1, a.bytes(1).copy()), generator);
        int bits = group == null ? a.integer(1) : 0;
        return pair(a, 3, () -> KeyGeneration.dh(group != null ? group : KeyGeneration.dhGroup(bits, generator)));
    }

    private Object pair(Args a, int callback, Callable<Key> work) {
        return generate(a, callback, "KEYPAIRGENREQUEST", work);
    }

    private Object generate(Args a, int callback, String request, Callable<Key> work) {
        if (a.isFunction(callback)) return calls.job(request, a.function(callback), work, this::wrap);
        try {
            return wrap(work.call());
        } catch (CryptoException e) {
            throw e.thrown(calls.env());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
