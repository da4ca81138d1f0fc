package dev.barista.node.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;

/**
 * AES-GCM or ChaCha20-Poly1305 by the JDK's ciphers, giving each byte as soon as it is known: one cipher makes the stream, the other,
 * which always encrypts the plain text, the tag. One thread at a time.
 */
final class AeadStream implements CipherStream {
    private static final byte[] NOTHING = {};
    private static final int TAG = 16;
    private static final int SCRATCH = 64;

    /** The cipher that gives a byte for each byte. */
    interface Bytes {
        byte[] process(byte[] bytes, int offset, int length);
    }

    private final Bytes stream;
    private final Cipher tagger;
    private final boolean encrypt;
    private byte[] scratch = {};
    private byte[] tag;
    private byte[] expected;

    AeadStream(Bytes stream, Cipher tagger, boolean encrypt) {
        this.stream = stream;
        this.tagger = tagger;
        this.encrypt = encrypt;
    }

    @Override
    public void authenticate(byte[] data) {
        tagger.updateAAD(data);
    }

    @Override
    public byte[] update(byte[] bytes, int offset, int length) {
        if (length == 0) return NOTHING;
        try {
            byte[] out = stream.process(bytes, offset, length);
            if (out.length != length) throw new IllegalStateException("the stream stopped at " + out.length + " of " + length);
            if (scratch.length < length + SCRATCH) scratch = new byte[length + SCRATCH];
            if (encrypt) tagger.update(bytes, offset, length, scratch, 0);
            else tagger.update(out, 0, length, scratch, 0);
            return out;
        } catch (ShortBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] finish() {
        try {
            byte[] rest = tagger.doFinal();
            tag = Arrays.copyOfRange(rest, rest.length - TAG, rest.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        if (!encrypt && (expected == null || !Rsa.equal(Arrays.copyOf(tag, expected.length), expected))) throw CipherState.unauthentic();
        return NOTHING;
    }

    @Override
    public byte[] tag() {
        return tag;
    }

    @Override
    public void expect(byte[] tag) {
        expected = tag;
    }
}
