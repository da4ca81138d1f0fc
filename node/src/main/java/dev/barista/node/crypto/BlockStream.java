package dev.barista.node.crypto;

import java.util.Arrays;

/** A mode that takes whole blocks, ECB or CBC, with PKCS #7's padding as OpenSSL applies it. One thread at a time. */
final class BlockStream implements CipherStream {
    private static final byte[] NOTHING = {};

    /** The cipher on whole blocks. */
    interface Blocks {
        byte[] process(byte[] bytes, int length);
    }

    private final Blocks blocks;
    private final int blockSize;
    private final boolean encrypt;
    private boolean padding = true;
    private byte[] pending = NOTHING;

    BlockStream(Blocks blocks, int blockSize, boolean encrypt) {
        this.blocks = blocks;
        this.blockSize = blockSize;
        this.encrypt = encrypt;
    }

    @Override
    public void padding(boolean on) {
        padding = on;
    }

    @Override
    public byte[] update(byte[] bytes, int offset, int length) {
        byte[] all = Arrays.copyOf(pending, pending.length + length);
        System.arraycopy(bytes, offset, all, pending.length, length);
        int ready = all.length / blockSize * blockSize;
        if (!encrypt && padding && ready == all.length && ready > 0) ready -= blockSize;   // it may be the last one, with the padding
        pending = Arrays.copyOfRange(all, ready, all.length);
        return ready == 0 ? NOTHING : blocks.process(all, ready);
    }

    @Override
    public byte[] finish() {
        if (encrypt) return finishEncryption();
        if (!padding) {
            if (pending.length > 0) throw OpenSslError.PROV_WRONG_FINAL_BLOCK_LENGTH.exception();
            return NOTHING;
        }
        if (pending.length != blockSize) throw OpenSslError.PROV_WRONG_FINAL_BLOCK_LENGTH.exception();
        byte[] last = blocks.process(pending, blockSize);
        int pad = last[blockSize - 1] & 0xff;
        if (pad == 0 || pad > blockSize) throw OpenSslError.PROV_BAD_DECRYPT.exception();
        for (int i = blockSize - pad; i < blockSize; i++) if (last[i] != pad) throw OpenSslError.PROV_BAD_DECRYPT.exception();
        return Arrays.copyOf(last, blockSize - pad);
    }

    private byte[] finishEncryption() {
        if (!padding) {
            if (pending.length > 0) throw OpenSslError.PROV_WRONG_FINAL_BLOCK_LENGTH.exception();
            return NOTHING;
        }
        byte[] last = Arrays.copyOf(pending, blockSize);
        Arrays.fill(last, pending.length, blockSize, (byte) (blockSize - pending.length));
        return blocks.process(last, blockSize);
    }
}
