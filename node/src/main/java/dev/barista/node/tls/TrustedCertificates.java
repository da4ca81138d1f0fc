package dev.barista.node.tls;

import dev.barista.node.Environment;
import dev.barista.node.Option;
import dev.barista.node.permission.Permission;
import dev.barista.node.posix.Memory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The certificates that a program trusts which names none, in DER: those that the Java run-time brings (Mozilla's, mostly), the system's
 * where asked for, and those of {@code NODE_EXTRA_CA_CERTS}. Read at first use. Loop thread only.
 */
final class TrustedCertificates {
    private static final List<String> SYSTEM_FILES = List.of(
        "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem");

    private final Environment env;
    private List<byte[]> bundled;
    private List<byte[]> system;
    private List<byte[]> extra;
    private List<byte[]> chosen;
    private String extraFailure;

    TrustedCertificates(Environment env) {
        this.env = env;
    }

    /** What the Java run-time brings. */
    List<byte[]> bundled() {
        if (bundled != null) return bundled;
        Path file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        List<byte[]> found = new ArrayList<>();
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(new ByteArrayInputStream(Files.readAllBytes(file)), null);
            List<String> aliases = Collections.list(store.aliases());
            Collections.sort(aliases);
            for (String alias : aliases) {
                Certificate certificate = store.getCertificate(alias);
                if (certificate != null) found.add(certificate.getEncoded());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return bundled = unique(found);
    }

    /** What the system's administrators trust; {@code SSL_CERT_FILE} names another file. */
    List<byte[]> system() {
        if (system != null) return system;
        String named = env.env("SSL_CERT_FILE");
        Path file = named != null ? readable(named)
            : SYSTEM_FILES.stream().map(Path::of).filter(Files::isReadable).findFirst().orElse(null);
        try {
            return system = file == null || !Files.isReadable(file) ? List.of() : unique(read(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code NODE_EXTRA_CA_CERTS} names; empty if it can't be read, and then {@link #extraFailure} says why. */
    List<byte[]> extra() {
        if (extra != null) return extra;
        String named = env.env("NODE_EXTRA_CA_CERTS");
        if (named == null || named.isEmpty()) return extra = List.of();
        try {
            extra = unique(read(Files.readAllBytes(readable(named))));
            if (extra.isEmpty()) extraFailure = "no certificate in it";
        } catch (NoSuchFileException e) {
            extra = List.of();
            extraFailure = "error:80000002:system library::No such file or directory";   // OpenSSL's words
        } catch (IOException e) {
            extra = List.of();
            extraFailure = e.toString();
        }
        return extra;
    }

    /** The file that a variable names: the program may have set it itself. */
    private Path readable(String named) {
        if (env.permissions() == null) return env.cwd().resolve(named);
        return env.permissions().requireFile(Permission.FILE_SYSTEM_READ, named);
    }

    /** Why the extra certificates could not be read; null if they could. */
    String extraFailure() {
        extra();
        return extraFailure;
    }

    /** All that is trusted by default. */
    List<byte[]> defaults() {
        if (chosen != null) return chosen;
        List<byte[]> all = new ArrayList<>();
        if (env.options().options().is(Option.USE_OPENSSL_CA)) all.addAll(system());
        else all.addAll(bundled());
        if (env.options().options().is(Option.USE_SYSTEM_CA)) all.addAll(system());
        all.addAll(extra());
        return unique(all);
    }

    /** Has these be trusted by default from now on. */
    void choose(List<byte[]> certificates) {
        chosen = unique(certificates);
    }

    /** Puts what is trusted by default into an X509_STORE. */
    void fill(long store) {
        try (Arena arena = Arena.ofConfined()) {
            long cursor = arena.allocate(8).address();
            for (byte[] der : defaults()) {
                Memory.pointer(cursor, Memory.copy(arena, der));
                long x509 = OpenSsl.D2I_X509.call(0, cursor, der.length);
                if (x509 == 0) continue;   // one that OpenSSL can't read is trusted by nobody
                OpenSsl.STORE_ADD_CERT.call(store, x509);
                OpenSsl.X509_FREE.call(x509);
            }
        }
        OpenSsl.ERR_CLEAR.call();
    }

    /** The certificates of a PEM text. */
    private List<byte[]> read(byte[] pem) {
        try (Arena arena = Arena.ofConfined(); Bio bio = new Bio(arena, pem); Certificates found = Certificates.readAll(bio)) {
            return found.encoded();
        }
    }

    /** As {@link #read}, but a certificate that can't be read is a failure. */
    List<byte[]> readStrictly(byte[] pem) {
        try (Arena arena = Arena.ofConfined(); Bio bio = new Bio(arena, pem); Certificates found = Certificates.readAllOf(bio)) {
            return found.encoded();
        }
    }

    private static List<byte[]> unique(List<byte[]> certificates) {
        Map<java.nio.ByteBuffer, byte[]> seen = new LinkedHashMap<>();
        for (byte[] each : certificates) seen.putIfAbsent(java.nio.ByteBuffer.wrap(each), each);
        return List.copyOf(seen.values());
    }
}
