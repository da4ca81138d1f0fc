package dev.barista.node.tls;

import dev.barista.node.posix.Memory;
import java.lang.foreign.Arena;
import java.util.List;

/**
 * What connections have in common: key, certificates, whom to trust, which versions and ciphers. Loop thread only.
 *
 * <p>A setting that OpenSSL refuses is an {@link OpenSslFailure}. The trusted certificates that everybody has are put in only when a
 * connection is about to verify its peer: reading them takes longer than a handshake.
 */
final class SecureContext {
    private static final int CTRL_MODE = 33;
    private static final int CTRL_SESSION_CACHE_MODE = 44;
    private static final int CTRL_TICKET_KEY_CALLBACK = 72;
    private static final int CTRL_CHAIN = 88;
    private static final int CTRL_CHAIN_CERT = 89;
    private static final int CTRL_GROUPS = 92;
    private static final int CTRL_SIGNATURE_ALGORITHMS = 98;
    private static final int CTRL_DH_AUTO = 118;
    private static final int CTRL_MIN_VERSION = 123;
    private static final int CTRL_MAX_VERSION = 124;
    private static final int CTRL_GET_MIN_VERSION = 130;
    private static final int CTRL_GET_MAX_VERSION = 131;

    private static final int CACHE_BOTH_OUTSIDE = 0x1 | 0x2 | 0x80 | 0x300;
    private static final int MODES = 0x2 | 0x10;   // a write goes on from another address; idle connections keep no buffers
    private static final long NO_SSL_3 = 0x02000000L;
    private static final long ALLOW_CLIENT_RENEGOTIATION = 0x100L;
    private static final int SECURITY_LEVEL = 2;
    private static final int CRL_FLAGS = 0x4 | 0x8;
    private static final int PARTIAL_CHAIN = 0x80000;
    private static final int LEAST_DH_BITS = 1024;
    private static final int SAFE_DH_BITS = 2048;

    private final Engine engine;
    private final long pointer;
    private long store;
    private boolean trustsDefaults;
    private int storeFlags;
    private byte[] certificate;
    private byte[] issuer;
    private TicketKeys ticketKeys;

    SecureContext(Engine engine, int minVersion, int maxVersion) {
        this.engine = engine;
        OpenSsl.ERR_CLEAR.call();
        pointer = OpenSsl.CTX_NEW.call(OpenSsl.TLS_METHOD.call());
        if (pointer == 0) throw OpenSslFailure.ofSetting("SSL_CTX_new");
        engine.keep(this);
        OpenSsl.CTX_SET_SECURITY_LEVEL.call(pointer, SECURITY_LEVEL);
        OpenSsl.CTX_SET_OPTIONS.call(pointer, NO_SSL_3 | ALLOW_CLIENT_RENEGOTIATION);
        control(CTRL_SESSION_CACHE_MODE, CACHE_BOTH_OUTSIDE, 0);
        control(CTRL_MODE, MODES, 0);
        control(CTRL_MIN_VERSION, minVersion, 0);
        control(CTRL_MAX_VERSION, maxVersion, 0);
        OpenSsl.CTX_SESS_SET_NEW_CB.call(pointer, engine.callbacks().address(Callbacks.Function.NEW_SESSION));
        OpenSsl.CTX_SESS_SET_GET_CB.call(pointer, engine.callbacks().address(Callbacks.Function.GET_SESSION));
    }

    /** The SSL_CTX. */
    long pointer() {
        return pointer;
    }

    private long control(int command, long number, long address) {
        return OpenSsl.CTX_CTRL.call(pointer, command, number, address);
    }

    private static void require(boolean ok, String what) {
        if (!ok) throw OpenSslFailure.ofSetting(what);
    }

    private static void found(boolean isThere, String otherwise) {
        if (!isThere) throw OpenSslFailure.of("ERR_CRYPTO_OPERATION_FAILED", otherwise);
    }

    void minVersion(int version) {
        require((int) control(CTRL_MIN_VERSION, version, 0) == 1, "minimum version");
    }

    void maxVersion(int version) {
        require((int) control(CTRL_MAX_VERSION, version, 0) == 1, "maximum version");
    }

    int minVersion() {
        return (int) control(CTRL_GET_MIN_VERSION, 0, 0);
    }

    int maxVersion() {
        return (int) control(CTRL_GET_MAX_VERSION, 0, 0);
    }

    void options(long bits) {
        OpenSsl.CTX_SET_OPTIONS.call(pointer, bits);
    }

    /** @param passphrase null for none, which is tried as an empty one */
    void key(byte[] pem, String passphrase) {
        OpenSsl.ERR_CLEAR.call();
        try (Arena arena = Arena.ofConfined(); Bio bio = new Bio(arena, pem)) {
            long secret = Memory.terminated(arena, passphrase == null ? "" : passphrase);
            long key = OpenSsl.PEM_READ_PRIVATE_KEY.call(bio.pointer(), 0, 0, secret);
            require(key != 0, "PEM_read_bio_PrivateKey");
            int ok = OpenSsl.CTX_USE_PRIVATE_KEY.number(pointer, key);
            OpenSsl.PKEY_FREE.call(key);
            require(ok == 1, "SSL_CTX_use_PrivateKey");
        }
    }

    /** A certificate in PEM, followed by those that lead to its root. */
    void certificate(byte[] pem) {
        OpenSsl.ERR_CLEAR.call();
        try (Arena arena = Arena.ofConfined(); Bio bio = new Bio(arena, pem); Certificates chain = Certificates.readChain(bio)) {
            useChain(chain.first(), chain.rest());
        }
    }

    private void useChain(long leaf, List<Long> rest) {
        require(OpenSsl.CTX_USE_CERTIFICATE.number(pointer, leaf) == 1, "SSL_CTX_use_certificate");
        control(CTRL_CHAIN, 0, 0);
        for (long above : rest) require((int) control(CTRL_CHAIN_CERT, 1, above) == 1, "SSL_CTX_add1_chain_cert");
        certificate = Certificates.encoded(leaf);
        issuer = null;
        for (long above : rest) {
            if (issuer == null && OpenSsl.X509_CHECK_ISSUED.number(above, leaf) == 0) issuer = Certificates.encoded(above);
        }
        if (issuer == null) issuer = Certificates.issuer(store(), leaf);
    }

    /** A key, its certificate and those above it from one PKCS #12 file. The ones above are trusted. */
    void pkcs12(byte[] der, String passphrase) {
        OpenSsl.ERR_CLEAR.call();
        try (Arena arena = Arena.ofConfined(); Bio bio = new Bio(arena, der)) {
            long file = OpenSsl.D2I_PKCS12.call(bio.pointer(), 0);
            if (file == 0) throw OpenSslFailure.ofFile();
            long out = arena.allocate(24).address();
            int ok = OpenSsl.PKCS12_PARSE.number(file, Memory.terminated(arena, passphrase == null ? "" : passphrase), out, out + 8, out + 16);
            OpenSsl.PKCS12_FREE.call(file);
            if (ok != 1) {
                throw OpenSslFailure.isUnsupported() ? OpenSslFailure.of("ERR_CRYPTO_UNSUPPORTED_OPERATION", "Unsupported PKCS12 PFX data")
                    : OpenSslFailure.ofFile();
            }
            long key = Memory.pointer(out);
            try (Certificates chain = Certificates.ofStack(Memory.pointer(out + 8), Memory.pointer(out + 16))) {
                found(key != 0, "Unable to load private key from PFX data");
                found(chain.first() != 0, "Unable to load certificate from PFX data");
                useChain(chain.first(), chain.rest());
                require(OpenSsl.CTX_USE_PRIVATE_KEY.number(pointer, key) == 1, "SSL_CTX_use_PrivateKey");
                for (long above : chain.rest()) trust(above);
            } finally {
                OpenSsl.PKEY_FREE.call(key);
            }
        }
    }

    // Whom to trust

    /** Trusts what programs trust that say nothing else. */
    void trustDefaults() {
        trustsDefaults = true;
    }

    /** Trusts the certificates of a PEM text. */
    void authorities(byte[] pem) {
        try (Arena arena = Arena.ofConfined(); Bio bio = new Bio(arena, pem); Certificates found = Certificates.readAuthorities(bio)) {
            for (long each : found.all()) trust(each);
        }
    }

    private void trust(long x509) {
        OpenSsl.STORE_ADD_CERT.call(ownStore(), x509);
        OpenSsl.CTX_ADD_CLIENT_CA.call(pointer, x509);
        OpenSsl.ERR_CLEAR.call();
    }

    void revocations(byte[] pem) {
        OpenSsl.ERR_CLEAR.call();
        try (Arena arena = Arena.ofConfined(); Bio bio = new Bio(arena, pem)) {
            long list = OpenSsl.PEM_READ_CRL.call(bio.pointer(), 0, 0, 0);
            found(list != 0, "Failed to parse CRL");
            OpenSsl.STORE_ADD_CRL.call(ownStore(), list);
            OpenSsl.X509_CRL_FREE.call(list);
            flagStore(CRL_FLAGS);
        }
    }

    /** Lets a chain end at any trusted certificate, not only at a root. */
    void allowPartialChains() {
        flagStore(PARTIAL_CHAIN);
    }

    private void flagStore(int flags) {
        storeFlags |= flags;
        OpenSsl.STORE_SET_FLAGS.call(ownStore(), storeFlags);
    }

    private long store() {
        return store != 0 ? store : OpenSsl.CTX_GET_CERT_STORE.call(pointer);
    }

    /** A store that no other context has. */
    private long ownStore() {
        if (store != 0) return store;
        long fresh = OpenSsl.STORE_NEW.call();
        if (trustsDefaults) engine.trusted().fill(fresh);
        OpenSsl.CTX_SET_CERT_STORE.call(pointer, fresh);
        store = fresh;
        return fresh;
    }

    /** To be called before a peer is verified. */
    void prepareToVerify() {
        if (!trustsDefaults || store != 0) return;
        store = engine.store("default", () -> {
            long shared = OpenSsl.STORE_NEW.call();
            engine.trusted().fill(shared);
            return shared;
        });
        OpenSsl.STORE_UP_REF.call(store);
        OpenSsl.CTX_SET_CERT_STORE.call(pointer, store);
    }

    // What may be spoken

    /** @return whether any cipher of the list, in OpenSSL's language, is known */
    boolean ciphers(String list) {
        return withText(list, text -> OpenSsl.CTX_SET_CIPHER_LIST.number(pointer, text));
    }

    /** TLS 1.3's, by their names. */
    boolean cipherSuites(String list) {
        return withText(list, text -> OpenSsl.CTX_SET_CIPHERSUITES.number(pointer, text));
    }

    boolean groups(String list) {
        return withText(list, text -> (int) control(CTRL_GROUPS, 0, text));
    }

    boolean signatureAlgorithms(String list) {
        return withText(list, text -> (int) control(CTRL_SIGNATURE_ALGORITHMS, 0, text));
    }

    private interface Setting {
        int apply(long text);
    }

    /** Leaves the errors in the queue, for the caller to tell. */
    private static boolean withText(String text, Setting setting) {
        OpenSsl.ERR_CLEAR.call();
        try (Arena arena = Arena.ofConfined()) {
            return setting.apply(Memory.terminated(arena, text)) == 1;
        }
    }

    void automaticDh() {
        require((int) control(CTRL_DH_AUTO, 1, 0) == 1, "DH auto");
    }

    /** @return 0, or the size in bits of parameters that are no longer safe: below 1024 they are not taken, below 2048 they are */
    int dhParameters(byte[] pem) {
        OpenSsl.ERR_CLEAR.call();
        try (Arena arena = Arena.ofConfined(); Bio bio = new Bio(arena, pem)) {
            long parameters = OpenSsl.PEM_READ_PARAMETERS.call(bio.pointer(), 0);
            if (parameters == 0) return 0;
            int bits = OpenSsl.PKEY_GET_BITS.number(parameters);
            if (bits < LEAST_DH_BITS) {
                OpenSsl.PKEY_FREE.call(parameters);
                return bits;
            }
            if (OpenSsl.CTX_SET0_TMP_DH_PKEY.number(pointer, parameters) != 1) {
                OpenSsl.PKEY_FREE.call(parameters);
                throw OpenSslFailure.ofSetting("Error setting temp DH parameter");
            }
            return bits < SAFE_DH_BITS ? bits : 0;
        }
    }

    // Sessions

    void sessionIdContext(byte[] id) {
        try (Arena arena = Arena.ofConfined()) {
            int ok = OpenSsl.CTX_SET_SESSION_ID_CONTEXT.number(pointer, Memory.copy(arena, id), id.length);
            require(ok == 1, "SSL_CTX_set_session_id_context error");
        }
    }

    void sessionTimeout(int seconds) {
        OpenSsl.CTX_SET_TIMEOUT.call(pointer, seconds);
    }

    /** To be called before a connection is served. OpenSSL's own tickets would be renewed at every use. */
    void prepareToServe() {
        OpenSsl.CTX_CALLBACK_CTRL.call(pointer, CTRL_TICKET_KEY_CALLBACK, engine.callbacks().address(Callbacks.Function.TICKET_KEY));
    }

    /** What tickets are sealed with; made when they are first asked for. */
    TicketKeys ticketKeys() {
        if (ticketKeys == null) ticketKeys = TicketKeys.random();
        return ticketKeys;
    }

    void ticketKeys(TicketKeys keys) {
        ticketKeys = keys;
    }

    /** In DER; null for none. */
    byte[] certificate() {
        return certificate;
    }

    byte[] issuer() {
        return issuer;
    }
}
