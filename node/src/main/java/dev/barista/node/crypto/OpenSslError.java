package dev.barista.node.crypto;

import java.util.Locale;

/**
 * The table of OpenSSL's errors that programs can see: library and reason, with their numbers and texts, from which the message
 * ({@code error:1C800064:Provider routines::bad decrypt}) and Node's code ({@code ERR_OSSL_BAD_DECRYPT}) follow. Any thread.
 */
enum OpenSslError {
    //                           library           number  text
    EVP_INITIALIZATION_ERROR(    Library.EVP,      134,    "initialization error"),
    EVP_NOT_XOF(                 Library.EVP,      178,    "not XOF or invalid length"),
    EVP_UNSUPPORTED(             Library.EVP,      0x8010C, "unsupported"),
    ;

    /** OpenSSL's parts, as messages name them, with the number that begins their errors' numbers. */
    private enum Library {
        EVP(6, "digital envelope routines", "EVP_"),
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
