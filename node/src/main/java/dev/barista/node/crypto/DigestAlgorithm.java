package dev.barista.node.crypto;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The table of hash algorithms: their sizes in bytes, the names that {@code getHashes} lists, its own first, and the further ones by which
 * OpenSSL 3 finds them, its object identifier last. Names are found in any case. Any thread.
 */
enum DigestAlgorithm {
    //      size block  listed                                                                              found too
    MD5(     16,  64, "md5 RSA-MD5 md5WithRSAEncryption ssl3-md5",                                          "1.2.840.113549.2.5"),
    MD5_SHA1(36,  64, "md5-sha1",                                                                           ""),
    SHA1(    20,  64, "sha1 RSA-SHA1 RSA-SHA1-2 sha1WithRSAEncryption ssl3-sha1",                           "SHA-1 dss1 1.3.14.3.2.26"),
    SHA224(  28,  64, "sha224 RSA-SHA224 sha224WithRSAEncryption",                         "SHA-224 SHA2-224 2.16.840.1.101.3.4.2.4"),
    SHA256(  32,  64, "sha256 RSA-SHA256 sha256WithRSAEncryption",                         "SHA-256 SHA2-256 2.16.840.1.101.3.4.2.1"),
    SHA384(  48, 128, "sha384 RSA-SHA384 sha384WithRSAEncryption",                         "SHA-384 SHA2-384 2.16.840.1.101.3.4.2.2"),
    SHA512(  64, 128, "sha512 RSA-SHA512 sha512WithRSAEncryption",                         "SHA-512 SHA2-512 2.16.840.1.101.3.4.2.3"),
    SHA512_224(28, 128, "sha512-224 RSA-SHA512/224 sha512-224WithRSAEncryption",  "SHA-512/224 SHA2-512/224 2.16.840.1.101.3.4.2.5"),
    SHA512_256(32, 128, "sha512-256 RSA-SHA512/256 sha512-256WithRSAEncryption",  "SHA-512/256 SHA2-512/256 2.16.840.1.101.3.4.2.6"),
    SHA3_224(28, 144, "sha3-224 RSA-SHA3-224 id-rsassa-pkcs1-v1_5-with-sha3-224",                           "2.16.840.1.101.3.4.2.7"),
    SHA3_256(32, 136, "sha3-256 RSA-SHA3-256 id-rsassa-pkcs1-v1_5-with-sha3-256",                           "2.16.840.1.101.3.4.2.8"),
    SHA3_384(48, 104, "sha3-384 RSA-SHA3-384 id-rsassa-pkcs1-v1_5-with-sha3-384",                           "2.16.840.1.101.3.4.2.9"),
    SHA3_512(64,  72, "sha3-512 RSA-SHA3-512 id-rsassa-pkcs1-v1_5-with-sha3-512",                           "2.16.840.1.101.3.4.2.10"),
    SHAKE128(16, 168, "shake128",                                                                 "SHAKE-128 2.16.840.1.101.3.4.2.11"),
    SHAKE256(32, 136, "shake256",                                                                 "SHAKE-256 2.16.840.1.101.3.4.2.12"),
    BLAKE2B( 64, 128, "blake2b512",                                                           "BLAKE2B-512 1.3.6.1.4.1.1722.12.2.1.16"),
    BLAKE2S( 32,  64, "blake2s256",                                                            "BLAKE2S-256 1.3.6.1.4.1.1722.12.2.2.8"),
    RIPEMD160(20, 64, "ripemd160 RSA-RIPEMD160 ripemd ripemd160WithRSA rmd160",                             "RIPEMD-160 1.3.36.3.2.1"),
    SM3(     32,  64, "sm3 RSA-SM3 sm3WithRSAEncryption",                                                   "1.2.156.10197.1.401"),
    ;

    private static final Map<String, DigestAlgorithm> BY_NAME = new HashMap<>();

    static {
        for (DigestAlgorithm algorithm : values()) {
            for (String name : algorithm.listed) BY_NAME.put(name.toLowerCase(Locale.ROOT), algorithm);
            for (String name : algorithm.found) BY_NAME.put(name.toLowerCase(Locale.ROOT), algorithm);
        }
    }

    private final int size;
    private final int blockSize;
    private final List<String> listed;
    private final List<String> found;

    DigestAlgorithm(int size, int blockSize, String listed, String found) {
        this.size = size;
        this.blockSize = blockSize;
        this.listed = List.of(listed.split(" "));
        this.found = found.isEmpty() ? List.of() : List.of(found.split(" "));
    }

    /** @return {@code null} where there is none of that name */
    static DigestAlgorithm find(String name) {
        DigestAlgorithm exact = BY_NAME.get(name);
        return exact != null ? exact : BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }

    /** The names that OpenSSL lists, sorted. */
    static List<String> names() {
        return Arrays.stream(values()).flatMap(a -> a.listed.stream()).sorted().toList();
    }

    /** Whether it is an old one that OpenSSL knows by name and no longer computes. */
    static boolean isRetired(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "md4", "md4withrsaencryption", "rsa-md4", "mdc2", "rsa-mdc2", "mdc2withrsa", "whirlpool" -> true;
            default -> false;
        };
    }

    /** The name that Node gives it. */
    String id() {
        return listed.getFirst();
    }

    /** Its object identifier. */
    String oid() {
        return found.getLast();
    }

    /** In bytes; of an extendable function what it gives unless it is asked for more. */
    int size() {
        return size;
    }

    /** What it takes in at a time, in bytes: HMAC's block. */
    int blockSize() {
        return blockSize;
    }

    boolean extendable() {
        return this == SHAKE128 || this == SHAKE256;
    }

    HashFunction create() {
        return switch (this) {
            case MD5 -> JdkHash.of("MD5");
            case SHA1 -> JdkHash.of("SHA-1");
            case SHA224 -> JdkHash.of("SHA-224");
            case SHA256 -> JdkHash.of("SHA-256");
            case SHA384 -> JdkHash.of("SHA-384");
            case SHA512 -> JdkHash.of("SHA-512");
            case SHA512_224 -> JdkHash.of("SHA-512/224");
            case SHA512_256 -> JdkHash.of("SHA-512/256");
            case SHA3_224 -> JdkHash.of("SHA3-224");
            case SHA3_256 -> JdkHash.of("SHA3-256");
            case SHA3_384 -> JdkHash.of("SHA3-384");
            case SHA3_512 -> JdkHash.of("SHA3-512");
            case MD5_SHA1 -> new TwoHashes(MD5.create(), SHA1.create());
            case SHAKE128 -> BouncyHash.of("SHAKE128");
            case SHAKE256 -> BouncyHash.of("SHAKE256");
            case BLAKE2B -> BouncyHash.of("BLAKE2b512");
            case BLAKE2S -> BouncyHash.of("BLAKE2s256");
            case RIPEMD160 -> BouncyHash.of("RIPEMD160");
            case SM3 -> BouncyHash.of("SM3");
        };
    }

    byte[] hash(byte[] bytes, int offset, int length) {
        HashFunction function = create();
        function.update(bytes, offset, length);
        return function.digest();
    }
}
