package dev.barista.node.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * Private keys under a passphrase: PBES2 (RFC 8018) around PKCS #8, and the headers of the old PEM. Any thread.
 *
 * <p>How much work a stranger's key may ask for is limited, see {@link #MAX_ITERATIONS}.
 */
final class KeyEncryption {
    private static final int SALT_BYTES = 16;
    private static final int ITERATIONS = 2048;
    private static final int MAX_PASSPHRASE = 1024;
    private static final int MAX_ITERATIONS = 10_000_000;
    private static final long MAX_SCRYPT_BYTES = 64 << 20;

    /** A block cipher by which keys are encrypted: in CBC, or without an initialization vector in ECB. */
    private enum Scheme {
        AES_128(NISTObjectIdentifiers.id_aes128_CBC, "AES-128-CBC", "AES", 16, 16),
        AES_192(NISTObjectIdentifiers.id_aes192_CBC, "AES-192-CBC", "AES", 24, 16),
        AES_256(NISTObjectIdentifiers.id_aes256_CBC, "AES-256-CBC", "AES", 32, 16),
        AES_128_ECB(NISTObjectIdentifiers.id_aes128_ECB, "AES-128-ECB", "AES", 16, 0),
        AES_192_ECB(NISTObjectIdentifiers.id_aes192_ECB, "AES-192-ECB", "AES", 24, 0),
        AES_256_ECB(NISTObjectIdentifiers.id_aes256_ECB, "AES-256-ECB", "AES", 32, 0),
        DES_EDE3(PKCSObjectIdentifiers.des_EDE3_CBC, "DES-EDE3-CBC", "DESede", 24, 8);

        private final ASN1ObjectIdentifier oid;
        private final String name;
        private final String algorithm;
        private final int keyBytes;
        private final int ivBytes;

        Scheme(ASN1ObjectIdentifier oid, String name, String algorithm, int keyBytes, int ivBytes) {
            this.oid = oid;
            this.name = name;
            this.algorithm = algorithm;
            this.keyBytes = keyBytes;
            this.ivBytes = ivBytes;
        }

        static Scheme of(ASN1ObjectIdentifier oid) {
            for (Scheme scheme : values()) if (scheme.oid.equals(oid)) return scheme;
            throw OpenSslError.DECODER_UNSUPPORTED.exception();
        }

        /** By OpenSSL's names, in any case; {@code null} where there is none. */
        static Scheme of(String name) {
            String upper = switch (name.toUpperCase(Locale.ROOT)) {
                case "AES128" -> "AES-128-CBC";
                case "AES192" -> "AES-192-CBC";
                case "AES256" -> "AES-256-CBC";
                case "DES3" -> "DES-EDE3-CBC";
                case String other -> other;
            };
            for (Scheme scheme : values()) if (scheme.name.equals(upper)) return scheme;
            return null;
        }

        byte[] run(int mode, byte[] key, byte[] iv, byte[] data) {
            try {
                Cipher cipher = Cipher.getInstance(algorithm + (ivBytes == 0 ? "/ECB" : "/CBC") + "/PKCS5Padding");
                if (ivBytes == 0) cipher.init(mode, new SecretKeySpec(key, algorithm));
                else cipher.init(mode, new SecretKeySpec(key, algorithm), new IvParameterSpec(iv));
                return cipher.doFinal(data);
            } catch (GeneralSecurityException e) {
                throw OpenSslError.PROV_BAD_DECRYPT.exception();
            } finally {
                Arrays.fill(key, (byte) 0);
            }
        }
    }

    private KeyEncryption() {}

    /** Whether keys can be encrypted by the cipher of that name. */
    static boolean knows(String cipher) {
        return Scheme.of(cipher) != null;
    }

    static byte[] decryptPkcs8(EncryptedPrivateKeyInfo info, byte[] passphrase) {
        if (passphrase == null) throw CryptoException.coded("ERR_MISSING_PASSPHRASE");
        AlgorithmIdentifier algorithm = info.getEncryptionAlgorithm();
        if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) throw OpenSslError.DECODER_UNSUPPORTED.exception();
        PBES2Parameters parameters = PBES2Parameters.getInstance(algorithm.getParameters());
        EncryptionScheme encryption = parameters.getEncryptionScheme();
        Scheme scheme = Scheme.of(encryption.getAlgorithm());
        byte[] iv = ASN1OctetString.getInstance(encryption.getParameters()).getOctets();
        return scheme.run(Cipher.DECRYPT_MODE, derive(parameters.getKeyDerivationFunc(), passphrase, scheme.keyBytes), iv, info.getEncryptedData());
    }

    private static byte[] derive(KeyDerivationFunc function, byte[] passphrase, int length) {
        if (function.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            PBKDF2Params p = PBKDF2Params.getInstance(function.getParameters());
            DigestAlgorithm digest = prf(p.getPrf().getAlgorithm());
            if (p.getIterationCount().bitLength() > 31 || p.getIterationCount().intValue() > MAX_ITERATIONS) throw OpenSslError.DECODER_UNSUPPORTED.exception();
            return KeyDerivation.pbkdf2(digest, passphrase, p.getSalt(), p.getIterationCount().intValue(), length);
        }
        if (!function.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)) throw OpenSslError.DECODER_UNSUPPORTED.exception();
        ScryptParams p = ScryptParams.getInstance(function.getParameters());
        long n = p.getCostParameter().longValueExact();
        long r = p.getBlockSize().longValueExact();
        long parallel = p.getParallelizationParameter().longValueExact();
        CryptoException fault = KeyDerivation.scryptFault(n, r, parallel, MAX_SCRYPT_BYTES);
        if (fault != null) throw fault;
        return KeyDerivation.scrypt(passphrase, p.getSalt(), (int) n, (int) r, (int) parallel, length);
    }

    private static DigestAlgorithm prf(ASN1ObjectIdentifier oid) {
        if (oid.equals(PKCSObjectIdentifiers.id_hmacWithSHA1)) return DigestAlgorithm.SHA1;
        if (oid.equals(PKCSObjectIdentifiers.id_hmacWithSHA224)) return DigestAlgorithm.SHA224;
        if (oid.equals(PKCSObjectIdentifiers.id_hmacWithSHA256)) return DigestAlgorithm.SHA256;
        if (oid.equals(PKCSObjectIdentifiers.id_hmacWithSHA384)) return DigestAlgorithm.SHA384;
        if (oid.equals(PKCSObjectIdentifiers.id_hmacWithSHA512)) return DigestAlgorithm.SHA512;
        throw OpenSslError.DECODER_UNSUPPORTED.exception();
    }

    /** Encrypts PKCS #8, with what OpenSSL uses unless it is told otherwise. */
    static byte[] encryptPkcs8(byte[] der, String cipher, byte[] passphrase) throws IOException {
        Scheme scheme = Scheme.of(cipher);
        byte[] salt = Randomness.bytes(SALT_BYTES);
        byte[] iv = Randomness.bytes(scheme.ivBytes);
        byte[] key = KeyDerivation.pbkdf2(DigestAlgorithm.SHA256, passphrase, salt, ITERATIONS, scheme.keyBytes);
        AlgorithmIdentifier prf = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
        PBES2Parameters parameters = new PBES2Parameters(
                new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(salt, ITERATIONS, prf)),
                new EncryptionScheme(scheme.oid, new DEROctetString(iv)));
        byte[] data = scheme.run(Cipher.ENCRYPT_MODE, key, iv, der);
        return new EncryptedPrivateKeyInfo(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, parameters), data).getEncoded("DER");
    }

    /** That of a PEM block is there, and no longer than OpenSSL reads one. */
    static void checkPassphrase(byte[] passphrase) {
        if (passphrase == null || passphrase.length > MAX_PASSPHRASE) throw OpenSslError.CRYPTO_INTERRUPTED_OR_CANCELLED.exception();
    }

    /** The content of a block that may have been encrypted on its own. */
    static byte[] decryptPem(PemText pem, byte[] passphrase) {
        String info = pem.headers().get("DEK-Info");
        if (info == null) return pem.content();
        checkPassphrase(passphrase);
        int comma = info.indexOf(',');
        Scheme scheme = comma < 0 ? null : Scheme.of(info.substring(0, comma).trim());
        if (scheme == null || scheme.ivBytes == 0) throw OpenSslError.DECODER_UNSUPPORTED.exception();
        byte[] iv = HexFormat.of().parseHex(info.substring(comma + 1).trim());
        return scheme.run(Cipher.DECRYPT_MODE, bytesToKey(passphrase, iv, scheme.keyBytes), iv, pem.content());
    }

    static String encryptPem(String label, byte[] der, String cipher, byte[] passphrase) {
        Scheme scheme = Scheme.of(cipher);
        if (scheme.ivBytes == 0) throw OpenSslError.PEM_UNSUPPORTED_CIPHER.exception();   // the key is made with it
        byte[] iv = Randomness.bytes(scheme.ivBytes);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Proc-Type", "4,ENCRYPTED");
        headers.put("DEK-Info", scheme.name + "," + HexFormat.of().withUpperCase().formatHex(iv));
        return PemText.format(label, headers, scheme.run(Cipher.ENCRYPT_MODE, bytesToKey(passphrase, iv, scheme.keyBytes), iv, der));
    }

    /** OpenSSL's EVP_BytesToKey, with MD5 once and the first eight bytes of the initialization vector. */
    private static byte[] bytesToKey(byte[] passphrase, byte[] iv, int length) {
        byte[] key = new byte[length];
        byte[] block = {};
        for (int at = 0; at < length; at += block.length) {
            HashFunction md5 = DigestAlgorithm.MD5.create();
            md5.update(block);
            md5.update(passphrase);
            md5.update(iv, 0, 8);
            block = md5.digest();
            System.arraycopy(block, 0, key, at, Math.min(block.length, length - at));
        }
        return key;
    }
}
