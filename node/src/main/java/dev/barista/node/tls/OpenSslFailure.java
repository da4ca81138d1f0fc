package dev.barista.node.tls;

import dev.barista.node.posix.Memory;
import java.util.ArrayList;
import java.util.Locale;

/** What OpenSSL says of a call that failed: the errors of its queue, which is empty afterwards. The thread that made the call. */
final class OpenSslFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int SSL_LIBRARY = 20;
    private static final int LIBRARY_SHIFT = 23;
    private static final int LIBRARY_MASK = 0xff;
    private static final long REASON_MASK = (1 << LIBRARY_SHIFT) - 1;
    private static final long UNSUPPORTED = 0x8010c;
    private static final int PEM_LIBRARY = 9;
    private static final int NO_START_LINE = 108;

    private static final String OLD_ALERT = "sslv3 alert";
    private static final String ALERT = "ssl/tls alert";

    private final String library;
    private final String reason;
    private final String code;
    private final String[] stack;

    private OpenSslFailure(String message, String library, String reason, String code, String[] stack) {
        super(message, null, false, false);
        this.library = library;
        this.reason = reason;
        this.code = code;
        this.stack = stack;
    }

    /** The library at fault, as {@code SSL routines}; null where it is not known. */
    String library() {
        return library;
    }

    /** Such as {@code wrong version number}; null where it is not known. */
    String reason() {
        return reason;
    }

    /** Node's code for it, such as {@code ERR_SSL_WRONG_VERSION_NUMBER}; null where there is no reason. */
    String code() {
        return code;
    }

    /** The errors before it, latest first. */
    String[] stack() {
        return stack;
    }

    /** Of a connection: with the whole queue printed as its message. */
    static OpenSslFailure ofConnection() {
        long error = OpenSsl.ERR_PEEK.call();
        String library = Memory.text(OpenSsl.ERR_LIB.call(error));
        String reason = reason(error);
        long bio = OpenSsl.BIO_NEW.call(OpenSsl.BIO_S_MEM.call());
        OpenSsl.ERR_PRINT.call(bio);
        String message = new String(drain(bio), java.nio.charset.StandardCharsets.UTF_8);
        OpenSsl.BIO_FREE.call(bio);
        message = message.replace(OLD_ALERT, ALERT);
        return new OpenSslFailure(message, library, reason, reason == null ? null : "ERR_SSL_" + constant(reason), new String[0]);
    }

    /** Of a setting: the first error, with those after it as its stack. */
    static OpenSslFailure ofSetting(String otherwise) {
        long error = OpenSsl.ERR_GET.call();
        if (error == 0) return new OpenSslFailure(otherwise, null, null, null, new String[0]);
        ArrayList<String> stack = new ArrayList<>();
        for (long next; (next = OpenSsl.ERR_GET.call()) != 0; ) stack.addFirst(describe(next));
        return of(error, stack.toArray(String[]::new));
    }

    /** Of a text that can't be read: the last error, which says what was being read. */
    static OpenSslFailure ofText() {
        long error = OpenSsl.ERR_PEEK_LAST.call();
        OpenSsl.ERR_CLEAR.call();
        return of(error, new String[0]);
    }

    private static OpenSslFailure of(long error, String[] stack) {
        String library = Memory.text(OpenSsl.ERR_LIB.call(error));
        String reason = reason(error);
        int number = (int) (error >>> LIBRARY_SHIFT & LIBRARY_MASK);
        String code = reason == null ? null
            : number == SSL_LIBRARY ? "ERR_SSL_" + constant(reason) : "ERR_OSSL_" + prefix(number) + constant(reason);
        return new OpenSslFailure(describe(error), library, reason, code, stack);
    }

    /** Of a file that can't be read: the first error's reason is all that is told. */
    static OpenSslFailure ofFile() {
        String reason = reason(OpenSsl.ERR_PEEK.call());
        return of(null, reason == null ? "Unknown error" : reason);
    }

    /** Of this room's own, with a code of Node's. */
    static OpenSslFailure of(String code, String message) {
        OpenSsl.ERR_CLEAR.call();
        return new OpenSslFailure(message, null, null, code, new String[0]);
    }

    /** Whether the last error says that no more of what was looked for is in a PEM text. */
    static boolean isEndOfPem() {
        long error = OpenSsl.ERR_PEEK_LAST.call();
        return (error & REASON_MASK) == NO_START_LINE && (error >>> LIBRARY_SHIFT & LIBRARY_MASK) == PEM_LIBRARY;
    }

    /** Whether the first error says that an algorithm is not to be had. */
    static boolean isUnsupported() {
        return (OpenSsl.ERR_PEEK.call() & REASON_MASK) == UNSUPPORTED;
    }

    /** Such as {@code EVP_} of {@code digital envelope routines}: of the libraries whose names programs meet. */
    private static String prefix(int library) {
        return switch (library) {
            case 2 -> "SYS_";
            case 3 -> "BN_";
            case 4 -> "RSA_";
            case 5 -> "DH_";
            case 6 -> "EVP_";
            case 7 -> "BUF_";
            case 8 -> "OBJ_";
            case 9 -> "PEM_";
            case 10 -> "DSA_";
            case 11 -> "X509_";
            case 13 -> "ASN1_";
            case 14 -> "CONF_";
            case 15 -> "CRYPTO_";
            case 16 -> "EC_";
            case 32 -> "BIO_";
            case 33 -> "PKCS7_";
            case 34 -> "X509V3_";
            case 35 -> "PKCS12_";
            case 36 -> "RAND_";
            case 37 -> "DSO_";
            case 39 -> "OCSP_";
            default -> "";
        };
    }

    /** Alerts have their names from OpenSSL 3.2 on, the older ones too. */
    private static String reason(long error) {
        String reason = Memory.text(OpenSsl.ERR_REASON.call(error));
        return reason == null || !reason.startsWith(OLD_ALERT) ? reason : ALERT + reason.substring(OLD_ALERT.length());
    }

    private static String constant(String reason) {
        return reason.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    private static String describe(long error) {
        int room = 256;
        try (java.lang.foreign.Arena arena = java.lang.foreign.Arena.ofConfined()) {
            long text = arena.allocate(room).address();
            OpenSsl.ERR_STRING.call(error, text, room);
            return Memory.text(text);
        }
    }

    private static byte[] drain(long bio) {
        long length = OpenSsl.BIO_CTRL_PENDING.call(bio);
        try (java.lang.foreign.Arena arena = java.lang.foreign.Arena.ofConfined()) {
            long room = arena.allocate(Math.max(1, length)).address();
            OpenSsl.BIO_READ.call(bio, room, length);
            return Memory.bytes(room, length);
        }
    }
}
