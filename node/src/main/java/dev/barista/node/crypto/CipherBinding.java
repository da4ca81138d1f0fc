package dev.barista.node.crypto;

import dev.barista.engine.Args;
import dev.barista.engine.ByteSlice;
import dev.barista.engine.JsObject;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import java.util.Arrays;

/** Ciphers for {@code internal/crypto/cipher.js}. Loop thread only. */
public final class CipherBinding implements Binding {
    private static final int UNSAID = -1;

    private final CryptoCalls calls;

    public CipherBinding(Environment env) {
        this.calls = new CryptoCalls(env);
    }

    @Override
    public void define(Exports x) {
        x.fn("attach",     calls.guarded(this::attach));
        x.fn("update",     calls.guarded(this::update));
        x.fn("finish",     calls.guarded(a -> calls.buffer(state(a).finish())));
        x.fn("getAuthTag", a -> state(a).tag() instanceof byte[] tag ? calls.buffer(tag.clone()) : null);
        x.fn("setAuthTag", a -> state(a).expect(a.bytes(1).copy()));
        x.fn("setAutoPadding", a -> state(a).padding(a.bool(1)));
        x.fn("setAAD",     calls.guarded(this::setAad));
        x.fn("info",       this::info);
        x.fn("getCiphers", a -> calls.env().realm().array(CipherAlgorithm.allNames().toArray()));
        x.fn("getCurves",  a -> calls.env().realm().array(Curves.names().toArray()));
    }

    private static CipherState state(Args a) {
        return a.host(0, CipherState.class);
    }

    /** (object, whether to encrypt, cipher, key, initialization vector or null, length of the tag or -1) */
    private Object attach(Args a) {
        boolean encrypt = a.bool(1);
        CipherAlgorithm algorithm = CipherAlgorithm.find(a.string(2));
        if (algorithm == null) throw CryptoException.coded("ERR_CRYPTO_UNKNOWN_CIPHER");
        byte[] key = Key.secret(a, 3).clone();
        byte[] iv = a.isNullish(4) ? null : a.bytes(4).copy();
        if (key.length != algorithm.keyLength()) throw CryptoException.coded("ERR_CRYPTO_INVALID_KEYLEN");
        if (iv == null ? algorithm.ivLength() != 0 : !(algorithm.takesIv(iv.length))) throw CryptoException.coded("ERR_CRYPTO_INVALID_IV");
        int tagLength = checkedTag(algorithm, encrypt, a.integer(5));
        try {
            CipherStream stream = Ciphers.create(algorithm, encrypt, key, iv, tagLength < 0 ? 16 : tagLength);
            a.object(0).host(new CipherState(algorithm, stream, encrypt, tagLength, longest(algorithm, iv)));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
        return null;
    }

    private static int checkedTag(CipherAlgorithm algorithm, boolean encrypt, int length) {
        if (!algorithm.authenticated()) return UNSAID;
        boolean stream = algorithm.mode().equals("stream");
        if (length == UNSAID) {
            if (stream) return 16;
            if (algorithm.mode().equals("gcm")) return UNSAID;
            throw invalidTag("authTagLength required for " + listed(algorithm));
        }
        boolean fits = switch (algorithm.mode()) {
            case "gcm" -> length == 4 || length == 8 || length >= 12 && length <= 16;
            case "ccm" -> length >= 4 && length <= 16 && length % 2 == 0;
            default -> length > 0 && length <= 16;
        };
        if (!fits) throw invalidTag("Invalid authentication tag length: " + length);
        return length;
    }

    private static String listed(CipherAlgorithm algorithm) {
        return algorithm.names().getFirst();
    }

    private static CryptoException invalidTag(String message) {
        return CryptoException.worded(CryptoException.Kind.TYPE_ERROR, "ERR_CRYPTO_INVALID_AUTH_TAG", message);
    }

    /** What CCM's counter of message bytes, 15 bytes less the vector's, can tell. */
    private static int longest(CipherAlgorithm algorithm, byte[] iv) {
        if (!algorithm.mode().equals("ccm")) return Integer.MAX_VALUE;
        return switch (iv.length) {
            case 12 -> 16777215;
            case 13 -> 65535;
            default -> Integer.MAX_VALUE;
        };
    }

    /** (object, string or bytes, encoding) → a Buffer. */
    private Object update(Args a) {
        ByteSlice data = calls.input(a, 1, 2);
        return calls.buffer(state(a).update(data.array(), data.offset(), data.length()));
    }

    /** (object, bytes, length of the message or -1) → whether that was possible now. */
    private Object setAad(Args a) {
        CipherState state = state(a);
        int length = a.integer(2);
        if (state.algorithm().mode().equals("ccm")) {
            if (length < 0) {
                throw CryptoException.worded(CryptoException.Kind.TYPE_ERROR, "ERR_MISSING_ARGS", "options.plaintextLength required for CCM mode with AAD");
            }
            if (length > state.longest()) throw CryptoException.coded("ERR_CRYPTO_INVALID_MESSAGELEN");
        }
        return state.authenticate(a.bytes(1).copy());
    }

    /** (object, name or number, length of the key or -1, of the vector or -1) → whether there is such a cipher; then the object has what is known. */
    private Object info(Args a) {
        CipherAlgorithm cipher = a.isNumber(1) ? CipherAlgorithm.find(a.integer(1)) : CipherAlgorithm.find(a.string(1));
        if (cipher == null) return false;
        int key = a.integer(2);
        int iv = a.integer(3);
        if (key >= 0 && key != cipher.keyLength() || iv >= 0 && !cipher.takesIv(iv)) return false;
        JsObject info = a.object(0);
        info.set("mode", cipher.mode());
        info.set("name", cipher.name());
        info.set("nid", cipher.nid());
        if (cipher.blockSize() > 0) info.set("blockSize", cipher.blockSize());
        if (cipher.ivLength() > 0) info.set("ivLength", iv >= 0 ? iv : cipher.ivLength());
        info.set("keyLength", cipher.keyLength());
        return true;
    }
}
