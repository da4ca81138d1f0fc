package dev.barista.node.crypto;

import dev.barista.engine.Args;
import dev.barista.engine.ByteSlice;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Signatures, KMAC and RSA's encryption for {@code internal/crypto/sign.js}, {@code web_operations.js} and {@code rsa.js}. Loop thread only. */
public final class SignBinding implements Binding {
    private final CryptoCalls calls;

    public SignBinding(Environment env) {
        this.calls = new CryptoCalls(env);
    }

    @Override
    public void define(Exports x) {
        x.fn("attach",         this::attach);
        x.fn("update",         this::update);
        x.fn("signFinal",      calls.guarded(this::signFinal));
        x.fn("verifyFinal",    calls.guarded(this::verifyFinal));
        x.fn("sign",           calls.guarded(this::sign));
        x.fn("verify",         calls.guarded(this::verify));
        x.fn("kmac",           calls.guarded(this::kmac));
        x.fn("publicEncrypt",  calls.guarded(this::publicEncrypt));
        x.fn("privateDecrypt", calls.guarded(this::privateDecrypt));
        x.fn("privateEncrypt", calls.guarded(this::privateEncrypt));
        x.fn("publicDecrypt",  calls.guarded(this::publicDecrypt));
    }

    /** The message of a Sign or Verify so far. */
    private record Message(DigestAlgorithm digest, HashFunction hash) {}

    /** (object, algorithm) → whether there is such an algorithm. */
    private Object attach(Args a) {
        DigestAlgorithm digest = DigestAlgorithm.find(a.string(1));
        if (digest == null) return false;
        a.object(0).host(new Message(digest, digest.create()));
        return true;
    }

    /** (object, string or bytes, encoding) */
    private Object update(Args a) {
        ByteSlice data = calls.input(a, 1, 2);
        a.host(0, Message.class).hash.update(data.array(), data.offset(), data.length());
        return null;
    }

    /** Arguments {@code i} to {@code i + 2}: padding, salt length, whether the numbers are flat; the first two may be undefined. */
    private static Signatures.Scheme scheme(Args a, int i, DigestAlgorithm digest, byte[] context) {
        return new Signatures.Scheme(digest, a.isUndefined(i) ? -1 : a.integer(i), a.isUndefined(i + 1) ? Signatures.DEFAULT_SALT : a.integer(i + 1),
                a.bool(i + 2), context);
    }

    /** A key that signs hashes; those that sign whole messages need them at once. */
    private static AsymmetricKey streamed(AsymmetricKey key) {
        if (key.kind().signsMessages()) throw CryptoException.coded("ERR_CRYPTO_UNSUPPORTED_OPERATION");
        return key;
    }

    /** (object, key, padding, salt length, flat) → a Buffer. */
    private Object signFinal(Args a) {
        Message message = a.host(0, Message.class);
        AsymmetricKey key = streamed(a.host(1, AsymmetricKey.class));
        return calls.buffer(Signatures.signHash(key, scheme(a, 2, message.digest, null), message.digest, message.hash.digest()));
    }

    /** (object, key, padding, salt length, flat, signature) → boolean. */
    private Object verifyFinal(Args a) {
        Message message = a.host(0, Message.class);
        AsymmetricKey key = streamed(a.host(1, AsymmetricKey.class)).toPublic();
        return Signatures.verifyHash(key, scheme(a, 2, message.digest, null), message.digest, message.hash.digest(), a.bytes(5).copy());
    }

    private static DigestAlgorithm digestOrNull(Args a, int i) {
        return a.isNullish(i) ? null : KdfBinding.digest(a.string(i));
    }

    private static byte[] bytesOrNull(Args a, int i) {
        return a.isUndefined(i) ? null : a.bytes(i).copy();
    }

    /** (key, digest, data, padding, salt length, flat, context, callback) → a Buffer. */
    private Object sign(Args a) {
        AsymmetricKey key = a.host(0, AsymmetricKey.class);
        byte[] data = a.bytes(2).copy();
        Signatures.Scheme scheme = scheme(a, 3, digestOrNull(a, 1), bytesOrNull(a, 6));
        return run(a, 7, () -> Signatures.sign(key, scheme, data), calls::buffer);
    }

    /** (key, digest, data, padding, salt length, flat, context, signature, callback) → boolean. */
    private Object verify(Args a) {
        AsymmetricKey key = a.host(0, AsymmetricKey.class).toPublic();
        byte[] data = a.bytes(2).copy();
        Signatures.Scheme scheme = scheme(a, 3, digestOrNull(a, 1), bytesOrNull(a, 6));
        byte[] signature = a.bytes(7).copy();
        return run(a, 8, () -> Signatures.verify(key, scheme, data, signature), value -> value);
    }

    private <T> Object run(Args a, int callback, Callable<T> work, Function<T, Object> result) {
        if (a.isFunction(callback)) return calls.job("SIGNREQUEST", a.function(callback), work, result);
        try {
            return result.apply(work.call());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** (128 or 256, secret key, customization, message, length in bytes) → a Buffer. */
    private Object kmac(Args a) {
        return calls.buffer(Kmac.of(a.integer(0), Key.secret(a, 1), a.bytes(2).copy(), a.bytes(3).copy(), a.integer(4)));
    }

    // RSA's encryption: (key, data, padding, hash of OAEP, label of OAEP) → a Buffer

    private static AsymmetricKey rsa(Args a) {
        AsymmetricKey key = a.host(0, AsymmetricKey.class);
        if (key.kind() != KeyKind.RSA) throw OpenSslError.EVP_OPERATION_NOT_SUPPORTED_FOR_THIS_KEYTYPE.exception();
        return key;
    }

    private static byte[] label(Args a) {
        return a.isUndefined(4) ? new byte[0] : a.bytes(4).copy();
    }

    private static DigestAlgorithm oaepHash(Args a) {
        DigestAlgorithm hash = a.isUndefined(3) ? DigestAlgorithm.SHA1 : DigestAlgorithm.find(a.string(3));
        if (hash == null) throw CryptoException.worded(CryptoException.Kind.ERROR, OpenSslError.EVP_INVALID_DIGEST.code(), "Invalid digest used");
        return hash;
    }

    private Object publicEncrypt(Args a) {
        AsymmetricKey key = rsa(a).toPublic();
        byte[] data = a.bytes(1).copy();
        int size = Rsa.size(key);
        byte[] block = switch (a.integer(2)) {
            case Rsa.OAEP_PADDING -> Oaep.encode(oaepHash(a), label(a), data, size);
            case Rsa.PKCS1_PADDING -> Rsa.padWithRandom(data, size);
            case Rsa.NO_PADDING -> exactly(data, size);
            default -> throw OpenSslError.RSA_UNKNOWN_PADDING_TYPE.exception();
        };
        return calls.buffer(Rsa.raw(key, block));
    }

    private static byte[] exactly(byte[] data, int size) {
        if (data.length > size) throw OpenSslError.RSA_DATA_TOO_LARGE_FOR_KEY_SIZE.exception();
        if (data.length < size) throw OpenSslError.RSA_DATA_TOO_SMALL_FOR_KEY_SIZE.exception();
        return data;
    }

    private static byte[] encrypted(Args a, AsymmetricKey key) {
        byte[] data = a.bytes(1).copy();
        if (data.length > Rsa.size(key)) throw OpenSslError.RSA_DATA_GREATER_THAN_MOD_LEN.exception();
        return data;
    }

    private Object privateDecrypt(Args a) {
        AsymmetricKey key = rsa(a);
        byte[] data = encrypted(a, key);
        int padding = a.integer(2);
        DigestAlgorithm hash = padding == Rsa.OAEP_PADDING ? oaepHash(a) : null;
        byte[] block = Rsa.raw(key, data);
        try {
            return calls.buffer(switch (padding) {
                case Rsa.OAEP_PADDING -> Oaep.decode(hash, label(a), block);
                case Rsa.PKCS1_PADDING -> Rsa.unpadRandom(key, data, block);
                case Rsa.NO_PADDING -> block.clone();
                default -> throw OpenSslError.RSA_UNKNOWN_PADDING_TYPE.exception();
            });
        } finally {
            Arrays.fill(block, (byte) 0);
        }
    }

    private Object privateEncrypt(Args a) {
        AsymmetricKey key = rsa(a);
        byte[] data = a.bytes(1).copy();
        int size = Rsa.size(key);
        return calls.buffer(Rsa.raw(key, switch (a.integer(2)) {
            case Rsa.PKCS1_PADDING -> Rsa.padWithOnes(data, size, OpenSslError.RSA_DATA_TOO_LARGE_FOR_KEY_SIZE);
            case Rsa.NO_PADDING -> exactly(data, size);
            default -> throw OpenSslError.PROV_ILLEGAL_OR_UNSUPPORTED_PADDING_MODE.exception();
        }));
    }

    private Object publicDecrypt(Args a) {
        AsymmetricKey key = rsa(a).toPublic();
        byte[] block = Rsa.raw(key, encrypted(a, key));
        return calls.buffer(switch (a.integer(2)) {
            case Rsa.PKCS1_PADDING -> Rsa.unpadOnes(block);
            case Rsa.NO_PADDING -> block;
            default -> throw OpenSslError.PROV_ILLEGAL_OR_UNSUPPORTED_PADDING_MODE.exception();
        });
    }
}
