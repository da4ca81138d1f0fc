package dev.barista.node.crypto;

import java.util.Arrays;

/** What is behind a Cipheriv or Decipheriv of JavaScript: the cipher, and how far it has come. Loop thread only. */
final class CipherState {
    private final CipherAlgorithm algorithm;
    private final CipherStream stream;
    private final boolean encrypt;
    private final int longest;
    private int tagLength;
    private byte[] tag;
    private boolean tagGiven;
    private boolean finished;
    private boolean started;
    private boolean failed;
    private byte[] whole;

    /**
     * @param tagLength in bytes, or -1 where it has not been said
     * @param longest the longest message in bytes: CCM's vector limits it
     */
    CipherState(CipherAlgorithm algorithm, CipherStream stream, boolean encrypt, int tagLength, int longest) {
        this.algorithm = algorithm;
        this.stream = stream;
        this.encrypt = encrypt;
        this.tagLength = tagLength;
        this.longest = longest;
    }

    static CryptoException unauthentic() {
        return CryptoException.plain("Unsupported state or unable to authenticate data");
    }

    private boolean ccm() {
        return algorithm.mode().equals("ccm");
    }

    byte[] update(byte[] bytes, int offset, int length) {
        if (ccm() && length > longest) throw CryptoException.coded("ERR_CRYPTO_INVALID_MESSAGELEN");
        if (finished || ccm() && started && length > 0) throw CryptoException.plain("Trying to add data in unsupported state");
        started = true;
        giveTag();
        return ccm() ? updateWhole(bytes, offset, length) : stream.update(bytes, offset, length);
    }

    /** CCM is computed at once on the whole message. */
    private byte[] updateWhole(byte[] bytes, int offset, int length) {
        if (!encrypt && tag == null) throw unauthentic();
        stream.update(bytes, offset, length);
        try {
            whole = stream.finish();
        } catch (CryptoException e) {
            failed = true;
            return new byte[0];
        }
        return whole;
    }

    private void giveTag() {
        if (encrypt || tag == null || tagGiven) return;
        stream.expect(tag);
        tagGiven = true;
    }

    byte[] finish() {
        if (finished) throw CryptoException.worded(CryptoException.Kind.ERROR, "ERR_CRYPTO_INVALID_STATE", "Invalid state");
        finished = true;
        if (algorithm.authenticated()) {
            if (!encrypt && tag == null || failed) throw unauthentic();
            if (ccm() && !started) throw OpenSslError.PROV_TAG_NOT_SET.exception();
            giveTag();
            byte[] rest = ccm() ? new byte[0] : stream.finish();
            if (encrypt) tag = Arrays.copyOf(stream.tag(), tagLength < 0 ? 16 : tagLength);
            return rest;
        }
        return stream.finish();
    }

    /** @return {@code null} while there is none */
    byte[] tag() {
        return finished && encrypt && algorithm.authenticated() ? tag : null;
    }

    /** @return 0, 1 for a wrong state, 2 for a wrong length, 3 where it is done and a shortened tag of GCM had not been announced */
    int expect(byte[] bytes) {
        if (!algorithm.authenticated() || encrypt || finished || tag != null) return 1;
        boolean fits = tagLength >= 0 ? bytes.length == tagLength : algorithm.mode().equals("gcm")
                ? bytes.length == 4 || bytes.length == 8 || bytes.length >= 12 && bytes.length <= 16 : bytes.length <= 16;
        if (!fits) return 2;
        boolean unannounced = tagLength < 0 && bytes.length < 16;
        tagLength = bytes.length;
        tag = bytes;
        return unannounced ? 3 : 0;
    }

    boolean padding(boolean on) {
        if (finished) return false;
        stream.padding(on);
        return true;
    }

    /** @return whether that was possible now */
    boolean authenticate(byte[] data) {
        if (finished || !algorithm.authenticated()) return false;
        stream.authenticate(data);
        return true;
    }

    int longest() {
        return longest;
    }

    CipherAlgorithm algorithm() {
        return algorithm;
    }
}
