package dev.barista.node.crypto;

import java.util.Locale;

/**
 * The table of OpenSSL's errors that programs can see: library and reason, with their numbers and texts, from which the message
 * ({@code error:1C800064:Provider routines::bad decrypt}) and Node's code ({@code ERR_OSSL_BAD_DECRYPT}) follow. Any thread.
 */
enum OpenSslError {
    //                           library           number  text
    BN_BIGNUM_TOO_LONG(          Library.BN,       114,    "bignum too long"),
    CRYPTO_INTERRUPTED_OR_CANCELLED(Library.CRYPTO, 0x80109, "interrupted or cancelled"),
    DECODER_UNSUPPORTED(         Library.DECODER,  0x8010C, "unsupported"),
    DH_BAD_GENERATOR(            Library.DH,       101,    "bad generator"),
    DH_MODULUS_TOO_LARGE(        Library.DH,       103,    "modulus too large"),
    DH_MODULUS_TOO_SMALL(        Library.DH,       126,    "modulus too small"),
    DSA_BAD_Q_VALUE(             Library.DSA,      102,    "bad q value"),
    EVP_INITIALIZATION_ERROR(    Library.EVP,      134,    "initialization error"),
    EVP_INVALID_DIGEST(          Library.EVP,      152,    "invalid digest"),
    EVP_MEMORY_LIMIT_EXCEEDED(   Library.EVP,      172,    "memory limit exceeded"),
    EVP_NOT_XOF(                 Library.EVP,      178,    "not XOF or invalid length"),
    EVP_OPERATION_NOT_SUPPORTED_FOR_THIS_KEYTYPE(Library.EVP, 150, "operation not supported for this keytype"),
    EVP_UNSUPPORTED(             Library.EVP,      0x8010C, "unsupported"),
    PEM_NO_START_LINE(           Library.PEM,      108,    "no start line"),
    PEM_UNSUPPORTED_CIPHER(      Library.PEM,      113,    "unsupported cipher"),
    PROV_BAD_DECRYPT(            Library.PROV,     100,    "bad decrypt"),
    PROV_DIGEST_NOT_ALLOWED(     Library.PROV,     174,    "digest not allowed"),
    PROV_INVALID_CUSTOM_LENGTH(  Library.PROV,     111,    "invalid custom length"),
    PROV_INVALID_DIGEST(         Library.PROV,     122,    "invalid digest"),
    PROV_FAILED_DURING_DERIVATION(Library.PROV,    164,    "failed during derivation"),
    PROV_ILLEGAL_OR_UNSUPPORTED_PADDING_MODE(Library.PROV, 165, "illegal or unsupported padding mode"),
    PROV_INVALID_KEY(            Library.PROV,     158,    "invalid key"),
    PROV_INVALID_KEY_LENGTH(     Library.PROV,     105,    "invalid key length"),
    PROV_INVALID_SALT_LENGTH(    Library.PROV,     112,    "invalid salt length"),
    PROV_MISMATCHING_DOMAIN_PARAMETERS(Library.PROV, 203,  "mismatching domain parameters"),
    PROV_PSS_SALTLEN_TOO_SMALL(  Library.PROV,     172,    "pss saltlen too small"),
    PROV_TAG_NOT_SET(            Library.PROV,     119,    "tag not set"),
    PROV_WRONG_FINAL_BLOCK_LENGTH(Library.PROV,    107,    "wrong final block length"),
    RSA_DATA_GREATER_THAN_MOD_LEN(Library.RSA,     108,    "data greater than mod len"),
    RSA_DATA_TOO_LARGE_FOR_KEY_SIZE(Library.RSA,   110,    "data too large for key size"),
    RSA_DATA_TOO_LARGE_FOR_MODULUS(Library.RSA,    132,    "data too large for modulus"),
    RSA_DATA_TOO_SMALL_FOR_KEY_SIZE(Library.RSA,   122,    "data too small for key size"),
    RSA_DIGEST_TOO_BIG_FOR_KEY(  Library.RSA,      112,    "digest too big for rsa key"),
    RSA_INVALID_PADDING(         Library.RSA,      138,    "invalid padding"),
    RSA_KEY_SIZE_TOO_SMALL(      Library.RSA,      120,    "key size too small"),
    RSA_OAEP_DECODING_ERROR(     Library.RSA,      121,    "oaep decoding error"),
    RSA_PUB_EXPONENT_OUT_OF_RANGE(Library.RSA,     178,    "pub exponent out of range"),
    RSA_UNKNOWN_PADDING_TYPE(    Library.RSA,      118,    "unknown padding type"),
    ;

    /** OpenSSL's parts, as messages name them, with the number that begins their errors' numbers. */
    private enum Library {
        BN(3, "bignum routines", "BN_"),
        CRYPTO(15, "common libcrypto routines", "CRYPTO_"),
        DECODER(60, "DECODER routines", ""),
        DH(5, "Diffie-Hellman routines", "DH_"),
        DSA(10, "dsa routines", "DSA_"),
        EVP(6, "digital envelope routines", "EVP_"),
        PEM(9, "PEM routines", "PEM_"),
        PROV(57, "Provider routines", ""),
        RSA(4, "rsa routines", "RSA_"),
        ;

        private final int number;
        private final String text;
        private final String prefix;

        Library(int number, String text, String prefix) {
            this.number = number;
            this.text = text;
            this.prefix = prefix;
        }
    }

    private final Library library;
    private final int number;
    private final String reason;

    OpenSslError(Library library, int number, String reason) {
        this.library = library;
        this.number = number;
        this.reason = reason;
    }

    String library() {
        return library.text;
    }

    String reason() {
        return reason;
    }

    String code() {
        return "ERR_OSSL_" + library.prefix + reason.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    String message() {
        return String.format(Locale.ROOT, "error:%08X:%s::%s", (long) library.number << 23 | number, library.text, reason);
    }

    /** @param before what OpenSSL found wrong before it, the first first */
    CryptoException exception(OpenSslError... before) {
        return new CryptoException(this, before);
    }
}
