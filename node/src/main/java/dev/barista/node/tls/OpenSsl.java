package dev.barista.node.tls;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The functions of OpenSSL 3 that Barista calls, all through one downcall handle. Any thread, as far as OpenSSL's objects allow it.
 *
 * <p>The handle's shape is six 64-bit integers to a 64-bit integer; why one shape serves every function is said in {@code Libc}.
 * The libraries are the system's; they are opened at the first call. Source: OpenSSL 3's manual, section 3.
 */
enum OpenSsl {
    OPENSSL_INIT_SSL("OPENSSL_init_ssl"), OPENSSL_VERSION_NUM("OpenSSL_version_num"),
    TLS_METHOD("TLS_method"), TLS_CLIENT_METHOD("TLS_client_method"), TLS_SERVER_METHOD("TLS_server_method"),

    CTX_NEW("SSL_CTX_new"), CTX_FREE("SSL_CTX_free"), CTX_CTRL("SSL_CTX_ctrl"), CTX_CALLBACK_CTRL("SSL_CTX_callback_ctrl"),
    CTX_SET_OPTIONS("SSL_CTX_set_options"), CTX_CLEAR_OPTIONS("SSL_CTX_clear_options"),
    CTX_USE_CERTIFICATE("SSL_CTX_use_certificate"), CTX_USE_PRIVATE_KEY("SSL_CTX_use_PrivateKey"),
    CTX_GET0_CERTIFICATE("SSL_CTX_get0_certificate"), CTX_SET_CIPHER_LIST("SSL_CTX_set_cipher_list"),
    CTX_SET_CIPHERSUITES("SSL_CTX_set_ciphersuites"), CTX_GET_CIPHERS("SSL_CTX_get_ciphers"),
    CTX_SET_SECURITY_LEVEL("SSL_CTX_set_security_level"), CTX_SET0_TMP_DH_PKEY("SSL_CTX_set0_tmp_dh_pkey"),
    CTX_SESS_SET_NEW_CB("SSL_CTX_sess_set_new_cb"), CTX_SESS_SET_GET_CB("SSL_CTX_sess_set_get_cb"),
    CTX_SET_SESSION_ID_CONTEXT("SSL_CTX_set_session_id_context"), CTX_SET_TIMEOUT("SSL_CTX_set_timeout"),
    CTX_SET_KEYLOG_CALLBACK("SSL_CTX_set_keylog_callback"), CTX_SET_ALPN_SELECT_CB("SSL_CTX_set_alpn_select_cb"),
    CTX_SET_CLIENT_HELLO_CB("SSL_CTX_set_client_hello_cb"), CTX_GET_CERT_STORE("SSL_CTX_get_cert_store"),
    CTX_SET_CERT_STORE("SSL_CTX_set_cert_store"), CTX_ADD_CLIENT_CA("SSL_CTX_add_client_CA"),
    CTX_GET_CLIENT_CA_LIST("SSL_CTX_get_client_CA_list"),

    NEW("SSL_new"), FREE("SSL_free"), CTRL("SSL_ctrl"), SET_BIO("SSL_set_bio"), SET_ACCEPT_STATE("SSL_set_accept_state"),
    SET_CONNECT_STATE("SSL_set_connect_state"), READ("SSL_read"), DO_HANDSHAKE("SSL_do_handshake"), WRITE("SSL_write"), PENDING("SSL_pending"),
    GET_ERROR("SSL_get_error"), SHUTDOWN("SSL_shutdown"), SET_VERIFY("SSL_set_verify"), GET_VERIFY_RESULT("SSL_get_verify_result"),
    SET_CONTEXT("SSL_set_SSL_CTX"), SET_CERT_CB("SSL_set_cert_cb"), GET_SERVERNAME("SSL_get_servername"),
    SET_INFO_CALLBACK("SSL_set_info_callback"), IS_INIT_FINISHED("SSL_is_init_finished"), IS_SERVER("SSL_is_server"),
    SET_ALPN_PROTOS("SSL_set_alpn_protos"), GET0_ALPN_SELECTED("SSL_get0_alpn_selected"), SET_CLIENT_CA_LIST("SSL_set_client_CA_list"),
    DUP_CA_LIST("SSL_dup_CA_list"), GET_VERSION("SSL_get_version"), GET_CURRENT_CIPHER("SSL_get_current_cipher"),
    GET_CIPHERS("SSL_get_ciphers"),
    CIPHER_GET_NAME("SSL_CIPHER_get_name"), CIPHER_STANDARD_NAME("SSL_CIPHER_standard_name"), CIPHER_GET_VERSION("SSL_CIPHER_get_version"),
    GET1_PEER_CERTIFICATE("SSL_get1_peer_certificate"), GET_PEER_CERT_CHAIN("SSL_get_peer_cert_chain"),
    GET_CERTIFICATE("SSL_get_certificate"), GET1_SESSION("SSL_get1_session"), GET_SESSION("SSL_get_session"),
    SET_SESSION("SSL_set_session"), SESSION_FREE("SSL_SESSION_free"), I2D_SESSION("i2d_SSL_SESSION"), D2I_SESSION("d2i_SSL_SESSION"),
    SESSION_GET_ID("SSL_SESSION_get_id"), SESSION_GET0_TICKET("SSL_SESSION_get0_ticket"), SESSION_REUSED("SSL_session_reused"),
    SESSION_IS_RESUMABLE("SSL_SESSION_is_resumable"),
    GET_FINISHED("SSL_get_finished"), GET_PEER_FINISHED("SSL_get_peer_finished"),
    EXPORT_KEYING_MATERIAL("SSL_export_keying_material"), GET_SHARED_SIGALGS("SSL_get_shared_sigalgs"),
    RENEGOTIATE("SSL_renegotiate"), RENEGOTIATE_PENDING("SSL_renegotiate_pending"),
    SET_PSK_CLIENT_CALLBACK("SSL_set_psk_client_callback"), SET_PSK_SERVER_CALLBACK("SSL_set_psk_server_callback"),
    USE_PSK_IDENTITY_HINT("SSL_use_psk_identity_hint"),
    CLIENT_HELLO_GET0_SESSION_ID("SSL_client_hello_get0_session_id"), CLIENT_HELLO_GET0_EXT("SSL_client_hello_get0_ext"),

    ERR_CLEAR("ERR_clear_error"), ERR_PEEK("ERR_peek_error"), ERR_PEEK_LAST("ERR_peek_last_error"), ERR_GET("ERR_get_error"),
    ERR_REASON("ERR_reason_error_string"), ERR_LIB("ERR_lib_error_string"), ERR_STRING("ERR_error_string_n"), ERR_PRINT("ERR_print_errors"),

    BIO_NEW("BIO_new"), BIO_S_MEM("BIO_s_mem"), BIO_NEW_MEM_BUF("BIO_new_mem_buf"), BIO_READ("BIO_read"), BIO_WRITE("BIO_write"),
    BIO_CTRL_PENDING("BIO_ctrl_pending"), BIO_CTRL("BIO_ctrl"), BIO_FREE("BIO_free"),

    PEM_READ_X509("PEM_read_bio_X509"), PEM_READ_X509_AUX("PEM_read_bio_X509_AUX"), PEM_READ_PRIVATE_KEY("PEM_read_bio_PrivateKey"),
    PEM_READ_CRL("PEM_read_bio_X509_CRL"), PEM_READ_PARAMETERS("PEM_read_bio_Parameters"),
    D2I_PKCS12("d2i_PKCS12_bio"), PKCS12_PARSE("PKCS12_parse"), PKCS12_FREE("PKCS12_free"),
    D2I_X509("d2i_X509"), I2D_X509("i2d_X509"), X509_FREE("X509_free"), X509_UP_REF("X509_up_ref"), X509_CHECK_ISSUED("X509_check_issued"),
    X509_CRL_FREE("X509_CRL_free"), X509_NEW("X509_new"),
    X509_VERIFY_CERT_ERROR("X509_verify_cert_error_string"),
    STORE_NEW("X509_STORE_new"), STORE_FREE("X509_STORE_free"), STORE_UP_REF("X509_STORE_up_ref"), STORE_ADD_CERT("X509_STORE_add_cert"),
    STORE_ADD_CRL("X509_STORE_add_crl"), STORE_SET_FLAGS("X509_STORE_set_flags"),
    STORE_CTX_NEW("X509_STORE_CTX_new"), STORE_CTX_INIT("X509_STORE_CTX_init"), STORE_CTX_FREE("X509_STORE_CTX_free"),
    STORE_CTX_GET1_ISSUER("X509_STORE_CTX_get1_issuer"),
    PKEY_FREE("EVP_PKEY_free"), PKEY_GET_BITS("EVP_PKEY_get_bits"), PKEY_GET_BASE_ID("EVP_PKEY_get_base_id"),
    PKEY_GET_GROUP_NAME("EVP_PKEY_get_group_name"), OBJ_NID2SN("OBJ_nid2sn"),
    AES_128_CBC("EVP_aes_128_cbc"), SHA256("EVP_sha256"), ENCRYPT_INIT("EVP_EncryptInit_ex"), DECRYPT_INIT("EVP_DecryptInit_ex"),
    HMAC_INIT("HMAC_Init_ex"),
    SK_NUM("OPENSSL_sk_num"), SK_VALUE("OPENSSL_sk_value"), SK_FREE("OPENSSL_sk_free"), CRYPTO_MALLOC("CRYPTO_malloc");

    /** The libraries, by the name they have on this system. */
    private static final class Libraries {
        static final Optional<SymbolLookup> LOOKUP = open();

        private static Optional<SymbolLookup> open() {
            try {
                SymbolLookup ssl = SymbolLookup.libraryLookup("libssl.so.3", Arena.global());
                return Optional.of(ssl.or(SymbolLookup.libraryLookup("libcrypto.so.3", Arena.global())));
            } catch (IllegalArgumentException e) {
                return Optional.empty();   // this system has none
            }
        }
    }

    private static final class Handle {
        static final MethodHandle CALL = make();

        private static MethodHandle make() {
            ValueLayout.OfLong l = ValueLayout.JAVA_LONG;
            return Linker.nativeLinker().downcallHandle(FunctionDescriptor.of(l, l, l, l, l, l, l));
        }
    }

    /** For the few functions with more arguments than six. */
    private static final class WideHandle {
        static final MethodHandle CALL = make();

        private static MethodHandle make() {
            ValueLayout.OfLong l = ValueLayout.JAVA_LONG;
            return Linker.nativeLinker().downcallHandle(FunctionDescriptor.of(l, l, l, l, l, l, l, l, l));
        }
    }

    private final String symbol;
    private volatile MemorySegment address;

    OpenSsl(String symbol) {
        this.symbol = symbol;
    }

    long call(long a, long b, long c, long d, long e, long f) {
        MemorySegment found = address;
        if (found == null) found = find();
        try {
            return (long) Handle.CALL.invokeExact(found, a, b, c, d, e, f);
        } catch (Throwable t) {
            throw new AssertionError(t);   // a downcall throws nothing
        }
    }

    long call(long a, long b, long c, long d, long e, long f, long g, long h) {
        MemorySegment found = address;
        if (found == null) found = find();
        try {
            return (long) WideHandle.CALL.invokeExact(found, a, b, c, d, e, f, g, h);
        } catch (Throwable t) {
            throw new AssertionError(t);   // as above
        }
    }

    long call(long a, long b, long c, long d) {
        return call(a, b, c, d, 0, 0);
    }

    long call(long a, long b, long c) {
        return call(a, b, c, 0, 0, 0);
    }

    long call(long a, long b) {
        return call(a, b, 0, 0, 0, 0);
    }

    long call(long a) {
        return call(a, 0, 0, 0, 0, 0);
    }

    long call() {
        return call(0, 0, 0, 0, 0, 0);
    }

    /** As {@link #call}, of a function whose result is a C {@code int}. */
    int number(long a, long b, long c, long d) {
        return (int) call(a, b, c, d, 0, 0);
    }

    int number(long a, long b, long c) {
        return (int) call(a, b, c, 0, 0, 0);
    }

    int number(long a, long b) {
        return (int) call(a, b, 0, 0, 0, 0);
    }

    int number(long a) {
        return (int) call(a, 0, 0, 0, 0, 0);
    }

    int number(long a, long b, long c, long d, long e) {
        return (int) call(a, b, c, d, e, 0);
    }

    /** Where the function is, to hand it to another. */
    long address() {
        MemorySegment found = address;
        return (found == null ? find() : found).address();
    }

    private MemorySegment find() {
        MemorySegment found = Libraries.LOOKUP.flatMap(libraries -> libraries.find(symbol))
            .orElseThrow(() -> new UnsupportedOperationException("OpenSSL has no function " + symbol));
        address = found;
        return found;
    }

    /** Whether this system has the libraries. */
    static boolean present() {
        return Libraries.LOOKUP.isPresent();
    }

    /** Prepares the library; without the system's configuration file, for a program's TLS is its own affair. */
    static void initialize() {
        long noConfiguration = 0x80;
        OPENSSL_INIT_SSL.call(noConfiguration, 0);
    }
}
