package dev.barista.node.crypto;

import org.bouncycastle.crypto.macs.KMAC;
import org.bouncycastle.crypto.params.KeyParameter;

/** KMAC128 and KMAC256 (NIST SP 800-185, section 4), within the lengths that OpenSSL takes. Any thread. */
final class Kmac {
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
        KMAC mac = new KMAC(strength, customization);
        mac.init(new KeyParameter(key));
        mac.update(message, 0, message.length);
        byte[] value = new byte[length];
        mac.doFinal(value, 0, length);
        return value;
    }
}
