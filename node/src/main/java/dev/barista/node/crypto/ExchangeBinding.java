package dev.barista.node.crypto;

import dev.barista.engine.Args;
import dev.barista.engine.JsObject;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import java.math.BigInteger;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.bouncycastle.crypto.params.DHParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** Key exchange, encapsulation and primes for {@code internal/crypto/diffiehellman.js}, {@code kem.js} and {@code primes.js}. Loop thread only. */
public final class ExchangeBinding implements Binding {
    /** The longest number that OpenSSL reads. */
    private static final int MOST_NUMBER_BYTES = Integer.MAX_VALUE / 256 * 8;
    private static final int LEAST_BITS = 2;
    private static final int MOST_BITS = 10_000;

    private final CryptoCalls calls;

    public ExchangeBinding(Environment env) {
        this.calls = new CryptoCalls(env);
    }

    @Override
    public void define(Exports x) {
        x.fn("attachDh",      calls.guarded(this::attachDh));
        x.fn("attachGroup",   ExchangeBinding::attachGroup);
        x.fn("dhFaults",      a -> dh(a).faults());
        x.fn("dhGenerate",    a -> { dh(a).generate(); return null; });
        x.fn("dhSecret",      calls.guarded(a -> calls.buffer(dh(a).secret(number(a, 1)))));
        x.fn("dhNumber",      this::dhNumber);
        x.fn("dhSet",         ExchangeBinding::dhSet);
        x.fn("attachEc",      ExchangeBinding::attachEc);
        x.fn("ecGenerate",    a -> { ec(a).generate(); return null; });
        x.fn("ecSecret",      calls.guarded(a -> calls.buffer(ec(a).secret(a.bytes(1).copy()))));
        x.fn("ecPublic",      a -> ec(a).point() == null ? null : calls.buffer(Points.encode(ec(a).point(), a.integer(1))));
        x.fn("ecPrivate",     this::ecPrivate);
        x.fn("ecSetPrivate",  a -> ec(a).own(a.bytes(1).copy()));
        x.fn("ecSetPublic",   a -> ec(a).point(a.bytes(1).copy()));
        x.fn("ecConvert",     this::ecConvert);
        x.fn("secret",        calls.guarded(this::secret));
        x.fn("encapsulate",   calls.guarded(this::encapsulate));
        x.fn("decapsulate",   calls.guarded(this::decapsulate));
        x.fn("isPrime",       calls.guarded(this::isPrime));
        x.fn("generatePrime", calls.guarded(this::generatePrime));
    }

    private static DhExchange dh(Args a) {
        return a.host(0, DhExchange.class);
    }

    private static EcExchange ec(Args a) {
        return a.host(0, EcExchange.class);
    }

    private static BigInteger number(Args a, int i) {
        return new BigInteger(1, a.bytes(i).copy());
    }

    /** (object, prime as bytes or the bits of one, generator as bytes or a number) */
    private Object attachDh(Args a) {
        BigInteger generator = a.isNumber(2) ? BigInteger.valueOf(a.integer(2)) : number(a, 2);
        if (generator.compareTo(BigInteger.ONE) <= 0 && !a.isNumber(1)) throw OpenSslError.DH_BAD_GENERATOR.exception();
        BigInteger prime;
        if (a.isNumber(1)) {
            int bits = a.integer(1);
            if (bits < LEAST_BITS) throw OpenSslError.DH_MODULUS_TOO_SMALL.exception();
            if (bits > MOST_BITS) throw OpenSslError.DH_MODULUS_TOO_LARGE.exception();
            if (generator.compareTo(BigInteger.ONE) <= 0) throw OpenSslError.DH_BAD_GENERATOR.exception();
            prime = bits < 3 ? BigInteger.valueOf(3) : Primes.generate(bits, true, null, null);
        } else {
            prime = number(a, 1);
        }
        a.object(0).host(new DhExchange(prime, generator));
        return null;
    }

    /** (object, name) → whether there is such a group. */
    private static Object attachGroup(Args a) {
        DHParameters group = DhGroups.find(a.string(1));
        if (group == null) return false;
        a.object(0).host(new DhExchange(group.getP(), group.getG()));
        return true;
    }

    /** (object, "p", "g", "x" or "y") → a Buffer, or undefined while there is none. */
    private Object dhNumber(Args a) {
        DhExchange exchange = dh(a);
        BigInteger p = exchange.p();
        BigInteger number = switch (a.string(1)) {
            case "p" -> p;
            case "g" -> exchange.g();
            case "x" -> exchange.x();
            default -> exchange.y();
        };
        if (number == null) return null;
        int size = a.string(1).equals("y") ? (p.bitLength() + 7) / 8 : Math.max(1, (number.bitLength() + 7) / 8);
        return calls.buffer(Rsa.unsigned(number, Math.max(size, (number.bitLength() + 7) / 8)));
    }

    /** (object, "x" or "y", bytes) */
    private static Object dhSet(Args a) {
        if (a.string(1).equals("x")) dh(a).x(number(a, 2));
        else dh(a).y(number(a, 2));
        return null;
    }

    /** (object, curve) → whether there is such a curve. */
    private static Object attachEc(Args a) {
        ECNamedDomainParameters curve = Curves.find(a.string(1));
        if (curve == null) return false;
        a.object(0).host(new EcExchange(curve));
        return true;
    }

    private Object ecPrivate(Args a) {
        EcExchange exchange = ec(a);
        if (exchange.own() == null) return null;
        BigInteger d = exchange.own().getD();
        return calls.buffer(Rsa.unsigned(d, (d.bitLength() + 7) / 8));
    }

    /** (point, curve, format) → a Buffer, false where there is no such curve, or undefined where it is no point of it. */
    private Object ecConvert(Args a) {
        ECNamedDomainParameters curve = Curves.find(a.string(1));
        if (curve == null) return false;
        AsymmetricKey key = Points.publicKey(curve, a.bytes(0).copy());
        return key == null ? null : calls.buffer(Points.encode((ECPublicKeyParameters) key.parameters(), a.integer(2)));
    }

    /** (private key, public key, callback) → a Buffer. */
    private Object secret(Args a) {
        AsymmetricKey own = a.host(0, AsymmetricKey.class);
        AsymmetricKey peer = a.host(1, AsymmetricKey.class);
        return run(a, 2, "DERIVEBITSREQUEST", () -> KeyAgreement.secret(own, peer), calls::buffer);
    }

    /** (public key, callback) → the secret and its ciphertext. */
    private Object encapsulate(Args a) {
        AsymmetricKey key = a.host(0, AsymmetricKey.class).toPublic();
        boolean later = a.isFunction(1);
        return run(a, 1, "KEMENCAPSULATEREQUEST", () -> there(KeyEncapsulation.encapsulate(key), later, "Failed to perform encapsulation"), made -> {
            JsObject object = calls.env().realm().object();
            object.set("sharedKey", calls.buffer(made.sharedKey()));
            object.set("ciphertext", calls.buffer(made.ciphertext()));
            return object;
        });
    }

    /** (private key, ciphertext, callback) → a Buffer. */
    private Object decapsulate(Args a) {
        AsymmetricKey key = a.host(0, AsymmetricKey.class);
        byte[] ciphertext = a.bytes(1).copy();
        boolean later = a.isFunction(2);
        return run(a, 2, "KEMDECAPSULATEREQUEST", () -> there(KeyEncapsulation.decapsulate(key, ciphertext), later, "Failed to perform decapsulation"), calls::buffer);
    }

    /** A result that must be there; a callback is told less of why it is not. */
    private static <T> T there(T result, boolean later, String message) {
        if (result != null) return result;
        throw later ? CryptoException.plain("Deriving bits failed") : CryptoException.coded("ERR_CRYPTO_OPERATION_FAILED", message);
    }

    /** (candidate, checks, callback) → boolean. */
    private Object isPrime(Args a) {
        if (a.bytes(0).length() > MOST_NUMBER_BYTES) throw OpenSslError.BN_BIGNUM_TOO_LONG.exception();
        BigInteger candidate = number(a, 0);
        int checks = a.integer(1);
        return run(a, 2, "CHECKPRIMEREQUEST", () -> Primes.isPrime(candidate, checks), value -> value);
    }

    /** (bits, safe, add, remainder, callback) → a Buffer. */
    private Object generatePrime(Args a) {
        int bits = a.integer(0);
        boolean safe = a.bool(1);
        BigInteger add = a.isUndefined(2) ? null : number(a, 2);
        BigInteger remainder = a.isUndefined(3) ? null : number(a, 3);
        if (add != null) {
            if (add.bitLength() > bits) throw outOfRange("invalid options.add");
            if (remainder != null && add.compareTo(remainder) <= 0) throw outOfRange("invalid options.rem");
        }
        return run(a, 4, "RANDOMPRIMEREQUEST", () -> Primes.generate(bits, safe, add, remainder),
                prime -> calls.buffer(Rsa.unsigned(prime, (bits + 7) / 8)));
    }

    private static CryptoException outOfRange(String message) {
        return CryptoException.worded(CryptoException.Kind.RANGE_ERROR, "ERR_OUT_OF_RANGE", message);
    }

    private <T> Object run(Args a, int callback, String request, Callable<T> work, Function<T, Object> result) {
        if (a.isFunction(callback)) return calls.job(request, a.function(callback), work, result);
        try {
            return result.apply(work.call());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
