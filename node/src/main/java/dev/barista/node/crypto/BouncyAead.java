package dev.barista.node.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.AEADCipher;

/** CCM, OCB and the GCM of rarer ciphers. What is decrypted comes out a tag's length late. One thread at a time. */
final class BouncyAead implements CipherStream {
    private final AEADCipher cipher;
    private final boolean encrypt;
    private final int tagLength;
    private byte[] tag;
    private byte[] expected;

    BouncyAead(AEADCipher cipher, boolean encrypt, int tagLength) {
        this.cipher = cipher;
        this.encrypt = encrypt;
        this.tagLength = tagLength;
    }

    @Override
    public void authenticate(byte[] data) {
        cipher.processAADBytes(data, 0, data.length);
    }

    @Override
    public byte[] update(byte[] bytes, int offset, int length) {
        byte[] out = new byte[cipher.getUpdateOutputSize(length)];
        int made = cipher.processBytes(bytes, offset, length, out, 0);
        return made == out.length ? out : Arrays.copyOf(out, made);
    }

    @Override
    public byte[] finish() {
        try {
            byte[] before = encrypt || expected == null ? new byte[0] : update(expected, 0, expected.length);
            byte[] out = new byte[cipher.getOutputSize(0)];
            int made = cipher.doFinal(out, 0);
            int rest = encrypt ? made - tagLength : made;
            if (encrypt) tag = Arrays.copyOfRange(out, rest, made);
            byte[] all = Arrays.copyOf(before, before.length + rest);
            System.arraycopy(out, 0, all, before.length, rest);
            return all;
        } catch (InvalidCipherTextException | IllegalStateException e) {
            throw CipherState.unauthentic();
        }
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
