package dev.barista.node.crypto;

import dev.barista.engine.Args;
import dev.barista.engine.ByteSlice;
import dev.barista.engine.JsBytes;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;

/**
 * Hashes, MACs and random bytes for {@code crypto.js}: what almost every program uses. Loop thread only; the …Async forms work on the
 * pool. Encodings are numbers, see {@link CryptoCalls}.
 */
public final class CryptoBinding implements Binding {
    private static final int OK = 0;
    private static final int UNKNOWN = 1;

    private final CryptoCalls calls;

    public CryptoBinding(Environment env) {
        this.calls = new CryptoCalls(env);
    }

    @Override
    public void define(Exports x) {
        x.fn("attachHash",      calls.guarded(this::attachHash));
        x.fn("attachHashCopy",  calls.guarded(CryptoBinding::attachHashCopy));
        x.fn("attachHmac",      this::attachHmac);
        x.fn("update",          this::update);
        x.fn("digest",          a -> calls.output(a.host(0, HashState.class).digest(), a.integer(1)));
        x.fn("hashOnce",        calls.guarded(this::hashOnce));
        x.fn("getHashes",       a -> calls.env().realm().array(DigestAlgorithm.names().toArray()));
        x.fn("fixedLength",     CryptoBinding::fixedLength);
        x.fn("isDigest",        a -> DigestAlgorithm.find(a.string(0)) != null);
        x.fn("randomFill",      a -> randomFill(a.bytes(0), a.integer(1), a.integer(2)));
        x.fn("randomFillAsync", this::randomFillAsync);
        x.fn("randomUint48",    a -> Randomness.uint48());
        x.fn("randomUUID",      a -> Randomness.uuid());
        x.fn("timingSafeEqual", a -> timingSafeEqual(a.bytes(0).slice(), a.bytes(1).slice()));
    }

    /** (object, algorithm, length of the value or -1) → 0, or 1 where there is no such algorithm. */
    private Object attachHash(Args a) {
        DigestAlgorithm algorithm = algorithm(a.string(1));
        if (algorithm == null) return UNKNOWN;
        a.object(0).host(HashState.of(algorithm, length(a, 2)));
        return OK;
    }

    private static DigestAlgorithm algorithm(String name) {
        DigestAlgorithm algorithm = DigestAlgorithm.find(name);
        if (algorithm == null && DigestAlgorithm.isRetired(name)) {
            throw OpenSslError.EVP_UNSUPPORTED.exception(OpenSslError.EVP_INITIALIZATION_ERROR);
        }
        return algorithm;
    }

    /** (algorithm) → the length of its values in bytes, -1 where it can be chosen; undefined where there is no such algorithm. */
    private static Object fixedLength(Args a) {
        DigestAlgorithm algorithm = DigestAlgorithm.find(a.string(0));
        if (algorithm == null) return null;
        return algorithm.extendable() ? -1 : algorithm.size();
    }

    private static int length(Args a, int i) {
        return (int) Math.min(a.longValue(i), Integer.MAX_VALUE);
    }

    /** (object, the one to copy, length of the value or -1) */
    private static Object attachHashCopy(Args a) {
        a.object(0).host(a.host(1, HashState.class).copy(length(a, 2)));
        return null;
    }

    /** (object, algorithm, key) → 0, or 1 where there is no such algorithm. */
    private Object attachHmac(Args a) {
        DigestAlgorithm algorithm = DigestAlgorithm.find(a.string(1));
        if (algorithm == null || algorithm.extendable()) return UNKNOWN;
        a.object(0).host(new HashState(Hmac.of(algorithm, Key.secret(a, 2)), algorithm, algorithm.size()));
        return OK;
    }

    /** (object, string or bytes, encoding) */
    private Object update(Args a) {
        ByteSlice data = calls.input(a, 1, 2);
        a.host(0, HashState.class).update(data.array(), data.offset(), data.length());
        return null;
    }

    /** (algorithm, string or bytes, encoding of the value, its length or -1) → the value, or undefined where there is no such algorithm. */
    private Object hashOnce(Args a) {
        DigestAlgorithm algorithm = algorithm(a.string(0));
        if (algorithm == null) return null;
        HashState state = HashState.of(algorithm, length(a, 3));
        ByteSlice data = calls.text(a, 1);
        state.update(data.array(), data.offset(), data.length());
        return calls.output(state.digest(), a.integer(2));
    }

    private static Object randomFill(JsBytes target, int offset, int count) {
        target.put(offset, Randomness.bytes(count), 0, count);
        return null;
    }

    /** (bytes, offset, count, callback) */
    private Object randomFillAsync(Args a) {
        JsBytes target = a.bytes(0);
        int offset = a.integer(1);
        int count = a.integer(2);
        return calls.job("RANDOMBYTESREQUEST", a.function(3), () -> Randomness.bytes(count), bytes -> {
            target.put(offset, bytes, 0, Math.min(count, Math.max(0, target.length() - offset)));
            return null;
        });
    }

    /** In a time that depends on the length alone. */
    private static boolean timingSafeEqual(ByteSlice one, ByteSlice other) {
        int difference = 0;
        for (int i = 0; i < one.length(); i++) difference |= one.array()[one.offset() + i] ^ other.array()[other.offset() + i];
        return difference == 0;
    }
}
