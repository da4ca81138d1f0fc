package dev.barista.node.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.SkippingStreamCipher;
import org.bouncycastle.crypto.StreamCipher;
import org.bouncycastle.crypto.Wrapper;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.ARIAEngine;
import org.bouncycastle.crypto.engines.CamelliaEngine;
import org.bouncycastle.crypto.engines.ChaCha7539Engine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.RFC3394WrapEngine;
import org.bouncycastle.crypto.engines.RFC5649WrapEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.AEADCipher;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.CCMBlockCipher;
import org.bouncycastle.crypto.modes.CFBBlockCipher;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.OCBBlockCipher;
import org.bouncycastle.crypto.modes.OFBBlockCipher;
import org.bouncycastle.crypto.modes.SICBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** Makes ciphers: AES's common modes, triple DES in CBC and ChaCha20-Poly1305 by the JDK, the others by Bouncy Castle. Any thread. */
final class Ciphers {
    private static final int TAG_BITS = 128;
    private static final int GCM_IV = 12;

    private Ciphers() {}

    /** @param tagLength of CCM and OCB, in bytes */
    static CipherStream create(CipherAlgorithm algorithm, boolean encrypt, byte[] key, byte[] iv, int tagLength) {
        String name = algorithm.name();
        try {
            return switch (algorithm.mode()) {
                case "ecb", "cbc" -> new BlockStream(blocks(algorithm, encrypt, key, iv), algorithm.blockSize(), encrypt);
                case "ctr" -> name.startsWith("aes") ? jdkStream("AES/CTR/NoPadding", "AES", encrypt, key, iv) : stream(SICBlockCipher.newInstance(engine(name)), encrypt, key, iv);
                case "cfb" -> stream(CFBBlockCipher.newInstance(engine(name), name.endsWith("cfb8") ? 8 : 8 * engine(name).getBlockSize()), encrypt, key, iv);
                case "ofb" -> stream(new OFBBlockCipher(engine(name), 8 * engine(name).getBlockSize()), encrypt, key, iv);
                case "gcm" -> name.startsWith("id-aes") ? aesGcm(encrypt, key, iv) : aead(GCMBlockCipher.newInstance(engine(name)), encrypt, key, iv, 16);
                case "ccm" -> aead(CCMBlockCipher.newInstance(engine(name)), encrypt, key, iv, tagLength);
                case "ocb" -> aead(new OCBBlockCipher(engine(name), engine(name)), encrypt, key, iv, tagLength);
                case "wrap" -> wrap(name.endsWith("-pad") ? new RFC5649WrapEngine(AESEngine.newInstance()) : new RFC3394WrapEngine(AESEngine.newInstance()), encrypt, key, iv);
                default -> name.equals("chacha20") ? chacha(key, iv) : chachaPoly(encrypt, key, iv);
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BlockCipher engine(String name) {
        if (name.startsWith("aria")) return new ARIAEngine();
        if (name.startsWith("camellia")) return new CamelliaEngine();
        if (name.startsWith("sm4")) return new SM4Engine();
        return name.startsWith("des") ? new DESedeEngine() : AESEngine.newInstance();
    }

    private static BlockStream.Blocks blocks(CipherAlgorithm algorithm, boolean encrypt, byte[] key, byte[] iv) throws GeneralSecurityException {
        String name = algorithm.name();
        boolean cbc = algorithm.mode().equals("cbc");
        if (name.startsWith("aes") || name.startsWith("des-ede3")) {
            String family = name.startsWith("aes") ? "AES" : "DESede";
            Cipher cipher = Cipher.getInstance(family + (cbc ? "/CBC/NoPadding" : "/ECB/NoPadding"));
            cipher.init(encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, new SecretKeySpec(key, family), cbc ? new IvParameterSpec(iv) : null);
            return (bytes, length) -> cipher.update(bytes, 0, length);
        }
        BlockCipher cipher = cbc ? CBCBlockCipher.newInstance(engine(name)) : engine(name);
        cipher.init(encrypt, cbc ? new ParametersWithIV(new KeyParameter(key), iv) : new KeyParameter(key));
        return (bytes, length) -> {
            byte[] out = new byte[length];
            for (int at = 0; at < length; at += cipher.getBlockSize()) cipher.processBlock(bytes, at, out, at);
            return out;
        };
    }

    /** A cipher that gives a byte for each byte. */
    private static CipherStream jdkStream(String transformation, String family, boolean encrypt, byte[] key, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(transformation);
        cipher.init(encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, new SecretKeySpec(key, family), new IvParameterSpec(iv));
        return stream((bytes, offset, length) -> cipher.update(bytes, offset, length));
    }

    private interface Bytes {
        byte[] process(byte[] bytes, int offset, int length);
    }

    private static CipherStream stream(Bytes cipher) {
        return new CipherStream() {
            @Override
            public byte[] update(byte[] bytes, int offset, int length) {
                return length == 0 ? new byte[0] : cipher.process(bytes, offset, length);
            }

            @Override
            public byte[] finish() {
                return new byte[0];
            }
        };
    }

    private static CipherStream stream(BlockCipher cipher, boolean encrypt, byte[] key, byte[] iv) {
        cipher.init(encrypt, new ParametersWithIV(new KeyParameter(key), iv));
        return stream(processor((StreamCipher) cipher));
    }

    private static Bytes processor(StreamCipher cipher) {
        return (bytes, offset, length) -> {
            byte[] out = new byte[length];
            cipher.processBytes(bytes, offset, length, out, 0);
            return out;
        };
    }

    /** OpenSSL's vector begins with the block counter. */
    private static CipherStream chacha(byte[] key, byte[] iv) {
        SkippingStreamCipher cipher = new ChaCha7539Engine();
        cipher.init(true, new ParametersWithIV(new KeyParameter(key), Arrays.copyOfRange(iv, 4, 16)));
        long counter = iv[0] & 0xff | (iv[1] & 0xff) << 8 | (iv[2] & 0xff) << 16 | (iv[3] & 0xffL) << 24;
        cipher.seekTo(counter * 64);
        return stream(processor(cipher));
    }

    private static CipherStream aesGcm(boolean encrypt, byte[] key, byte[] iv) throws GeneralSecurityException {
        SecretKeySpec secret = new SecretKeySpec(key, "AES");
        Cipher tagger = gcm(secret, iv);
        if (iv.length != GCM_IV) return new AeadStream(new Keystream(gcm(secret, iv)), tagger, encrypt);   // the counter begins anywhere
        byte[] counter = Arrays.copyOf(iv, 16);
        counter[15] = 2;   // the first block's; 1 is the tag's
        Cipher stream = Cipher.getInstance("AES/CTR/NoPadding");
        stream.init(Cipher.ENCRYPT_MODE, secret, new IvParameterSpec(counter));
        return new AeadStream(stream::update, tagger, encrypt);
    }

    private static Cipher gcm(SecretKeySpec key, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, iv));
        return cipher;
    }

    private static CipherStream chachaPoly(boolean encrypt, byte[] key, byte[] iv) throws GeneralSecurityException {
        SecretKeySpec secret = new SecretKeySpec(key, "ChaCha20");
        Cipher stream = Cipher.getInstance("ChaCha20");
        stream.init(Cipher.ENCRYPT_MODE, secret, new ChaCha20ParameterSpec(iv, 1));
        Cipher tagger = Cipher.getInstance("ChaCha20-Poly1305");
        tagger.init(Cipher.ENCRYPT_MODE, secret, new IvParameterSpec(iv));
        return new AeadStream(stream::update, tagger, encrypt);
    }

    private static CipherStream aead(AEADCipher cipher, boolean encrypt, byte[] key, byte[] iv, int tagLength) {
        cipher.init(encrypt, new AEADParameters(new KeyParameter(key), 8 * tagLength, iv));
        return new BouncyAead(cipher, encrypt, tagLength);
    }

    private static CipherStream wrap(Wrapper wrapper, boolean encrypt, byte[] key, byte[] iv) {
        CipherParameters parameters = new ParametersWithIV(new KeyParameter(key), iv);
        wrapper.init(encrypt, parameters);
        return stream((bytes, offset, length) -> {
            try {
                return encrypt ? wrapper.wrap(bytes, offset, length) : wrapper.unwrap(bytes, offset, length);
            } catch (InvalidCipherTextException e) {
                throw OpenSslError.PROV_BAD_DECRYPT.exception();
            }
        });
    }
}
