package dev.barista.node.crypto;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.CSHAKEDigest;
import org.bouncycastle.crypto.digests.XofUtils;
import org.bouncycastle.util.Arrays;

/**
 * KMAC128 and KMAC256 (NIST SP 800-185, section 4), on cSHAKE: OpenSSL's keys may have 512 bytes, those of Bouncy Castle's KMAC no more than
 * 255. Any thread.
 */
final class Kmac {
    private static final byte[] NAME = "KMAC".getBytes(StandardCharsets.US_ASCII);
    private static final int LEAST_KEY = 4;
    private static final int MOST_KEY = 512;
    private static final int MOST_CUSTOMIZATION = 512;

    private Kmac() {}

    /**
     * @param strength 128 or 256
     * @param length of the value in bytes
     */
    static byte[] of(int strength, byte[] key, byte[] customization, byte[] message, int length) {
        if (key.length < LEAST_KEY || key.length > MOST_KEY) throw CryptoException.plain(OpenSslError.PROV_INVALID_KEY_LENGTH.message());
        if (customization.length > MOST_CUSTOMIZATION) throw CryptoException.plain(OpenSslError.PROV_INVALID_CUSTOM_LENGTH.message());
        CSHAKEDigest digest = new CSHAKEDigest(strength, NAME, customization);
        int rate = digest.getByteLength();
        byte[] prefix = Arrays.concatenate(XofUtils.leftEncode(rate), XofUtils.leftEncode(8L * key.length), key);
        digest.update(prefix, 0, prefix.length);
        digest.update(new byte[rate], 0, (rate - prefix.length % rate) % rate);
        Arrays.fill(prefix, (byte) 0);
        digest.update(message, 0, message.length);
        byte[] bits = XofUtils.rightEncode(8L * length);
        digest.update(bits, 0, bits.length);
        byte[] value = new byte[length];
        digest.doFinal(value, 0, length);
        return value;
    }
}
