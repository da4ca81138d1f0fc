package dev.barista.node.tls;

import dev.barista.node.posix.Memory;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/** Some of OpenSSL's certificates (X509), which are given back when it is closed. Loop thread only. */
final class Certificates implements AutoCloseable {
    private final List<Long> all;

    private Certificates(List<Long> all) {
        this.all = all;
    }

    /** A certificate, which must be there, and those after it. */
    static Certificates readChain(Bio bio) {
        long leaf = OpenSsl.PEM_READ_X509_AUX.call(bio.pointer(), 0, 0, 0);
        if (leaf == 0) throw OpenSslFailure.ofSetting("PEM_read_bio_X509_AUX");
        Certificates chain = readAll(bio);
        chain.all.addFirst(leaf);
        return chain;
    }

    /** All that are there; what is none ends it. */
    static Certificates readAll(Bio bio) {
        Certificates found = read(bio, OpenSsl.PEM_READ_X509);
        OpenSsl.ERR_CLEAR.call();
        return found;
    }

    /** As {@link #readAll}, and those that are labelled as trusted too. */
    static Certificates readAuthorities(Bio bio) {
        Certificates found = read(bio, OpenSsl.PEM_READ_X509_AUX);
        OpenSsl.ERR_CLEAR.call();
        return found;
    }

    /** All that are there; what claims to be one has to be one. */
    static Certificates readAllOf(Bio bio) {
        OpenSsl.ERR_CLEAR.call();
        Certificates found = read(bio, OpenSsl.PEM_READ_X509);
        if (!OpenSslFailure.isEndOfPem()) {
            found.close();
            throw OpenSslFailure.ofText();
        }
        OpenSsl.ERR_CLEAR.call();
        return found;
    }

    private static Certificates read(Bio bio, OpenSsl reader) {
        List<Long> all = new ArrayList<>();
        for (long each; (each = reader.call(bio.pointer(), 0, 0, 0)) != 0; ) all.add(each);
        return new Certificates(all);
    }

    /** Takes over a leaf and a stack of others, either of which may be null pointers. */
    static Certificates ofStack(long leaf, long stack) {
        List<Long> all = new ArrayList<>();
        all.add(leaf);
        int count = stack == 0 ? 0 : OpenSsl.SK_NUM.number(stack);
        for (int i = 0; i < count; i++) all.add(OpenSsl.SK_VALUE.call(stack, i));
        if (stack != 0) OpenSsl.SK_FREE.call(stack);
        return new Certificates(all);
    }

    long first() {
        return all.getFirst();
    }

    List<Long> rest() {
        return all.subList(1, all.size());
    }

    List<Long> all() {
        return all;
    }

    /** In DER. */
    List<byte[]> encoded() {
        return all.stream().map(Certificates::encoded).toList();
    }

    /** One that is not ours in DER; null for the null pointer. */
    static byte[] encoded(long x509) {
        if (x509 == 0) return null;
        int length = OpenSsl.I2D_X509.number(x509, 0);
        try (Arena arena = Arena.ofConfined()) {
            long room = arena.allocate(length).address();
            long cursor = arena.allocate(8).address();
            Memory.pointer(cursor, room);
            OpenSsl.I2D_X509.call(x509, cursor);
            return Memory.bytes(room, length);
        }
    }

    /** The certificate of a store that has issued another, in DER; null for none. */
    static byte[] issuer(long store, long x509) {
        long search = OpenSsl.STORE_CTX_NEW.call();
        try (Arena arena = Arena.ofConfined()) {
            OpenSsl.STORE_CTX_INIT.call(search, store, 0, 0);
            long found = arena.allocate(8).address();
            if (OpenSsl.STORE_CTX_GET1_ISSUER.number(found, search, x509) != 1) return null;
            byte[] der = encoded(Memory.pointer(found));
            OpenSsl.X509_FREE.call(Memory.pointer(found));
            return der;
        } finally {
            OpenSsl.STORE_CTX_FREE.call(search);
            OpenSsl.ERR_CLEAR.call();
        }
    }

    @Override
    public void close() {
        for (long each : all) {
            if (each != 0) OpenSsl.X509_FREE.call(each);
        }
    }
}
