package dev.barista.node.crypto;

import javax.crypto.Cipher;

/** What a stream cipher adds to its message, got by having it encrypt zeros. One thread at a time. */
final class Keystream implements AeadStream.Bytes {
    private static final byte[] ZEROS = new byte[4096];

    private final Cipher cipher;
    private byte[] ready = {};
    private int used;

    /** @param cipher gives at once as many bytes as a multiple of its block has that it is given */
    Keystream(Cipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public byte[] process(byte[] bytes, int offset, int length) {
        byte[] out = new byte[length];
        for (int i = 0; i < length; i++) {
            if (used == ready.length) more();
            out[i] = (byte) (bytes[offset + i] ^ ready[used++]);
        }
        return out;
    }

    private void more() {
        byte[] made = null;
        while (made == null || made.length == 0) made = cipher.update(ZEROS);
        ready = made;
        used = 0;
    }
}
