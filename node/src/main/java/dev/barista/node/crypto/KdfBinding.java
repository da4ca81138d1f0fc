package dev.barista.node.crypto;

import dev.barista.engine.Args;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * Derived keys for {@code internal/crypto/kdf.js}. Loop thread only; where the last argument is a function, the work is done on the pool
 * and it gets the outcome, else the key is returned.
 */
public final class KdfBinding implements Binding {
    private static final String FAILED = "Deriving bits failed";

    private final CryptoCalls calls;

    public KdfBinding(Environment env) {
        this.calls = new CryptoCalls(env);
    }

    @Override
    public void define(Exports x) {
        x.fn("pbkdf2", calls.guarded(this::pbkdf2));
        x.fn("hkdf",   calls.guarded(this::hkdf));
        x.fn("scrypt", calls.guarded(this::scrypt));
        x.fn("argon2", calls.guarded(this::argon2));
    }

    /** (password, salt, iterations, length, digest, callback) */
    private Object pbkdf2(Args a) {
        byte[] password = a.bytes(0).copy();
        byte[] salt = a.bytes(1).copy();
        int iterations = a.integer(2);
        int length = a.integer(3);
        DigestAlgorithm digest = digest(a.string(4));
        if (length == 0) throw CryptoException.plain(FAILED);
        return derive(a, 5, "PBKDF2REQUEST", password, () -> KeyDerivation.pbkdf2(digest, password, salt, iterations, length));
    }

    static DigestAlgorithm digest(String name) {
        DigestAlgorithm digest = DigestAlgorithm.find(name);
        if (digest == null) throw CryptoException.coded("ERR_CRYPTO_INVALID_DIGEST", name);
        return digest;
    }

    /** (digest, key, salt, info, length, callback) */
    private Object hkdf(Args a) {
        DigestAlgorithm digest = digest(a.string(0));
        byte[] secret = Key.secret(a, 1).clone();
        byte[] salt = a.bytes(2).copy();
        byte[] info = a.bytes(3).copy();
        int length = a.integer(4);
        if (length > 255L * digest.size()) throw CryptoException.coded("ERR_CRYPTO_INVALID_KEYLEN");
        if (length == 0) throw CryptoException.plain(FAILED);
        return derive(a, 5, "HKDFREQUEST", secret, () -> KeyDerivation.hkdf(digest, secret, salt, info, length));
    }

    /** (password, salt, N, r, p, the most memory in bytes, length, callback) */
    private Object scrypt(Args a) {
        byte[] password = a.bytes(0).copy();
        byte[] salt = a.bytes(1).copy();
        CryptoException fault = KeyDerivation.scryptFault(a.longValue(2), a.longValue(3), a.longValue(4), a.longValue(5));
        if (fault != null) throw fault;
        int n = a.integer(2);
        int r = a.integer(3);
        int p = a.integer(4);
        int length = a.integer(6);
        return derive(a, 7, "SCRYPTREQUEST", password, () -> KeyDerivation.scrypt(password, salt, n, r, p, length));
    }

    /** (type, message, nonce, secret, associated data, parallelism, length, memory, passes, callback) */
    private Object argon2(Args a) {
        Argon2 parameters = new Argon2(a.string(0), a.bytes(1).copy(), a.bytes(2).copy(), a.bytes(3).copy(), a.bytes(4).copy(), a.integer(5),
                a.integer(6), a.integer(7), a.integer(8));
        return derive(a, 9, "ARGON2REQUEST", parameters.message(), parameters::derive);
    }

    /** Derives now or on the pool, and clears the secret afterwards. */
    private Object derive(Args a, int callback, String request, byte[] secret, Callable<byte[]> work) {
        Callable<byte[]> clearing = () -> {
            try {
                return work.call();
            } finally {
                Arrays.fill(secret, (byte) 0);
            }
        };
        if (a.isFunction(callback)) return calls.job(request, a.function(callback), clearing, calls::buffer);
        try {
            return calls.buffer(clearing.call());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
