package dev.barista.node.tls;

import dev.barista.engine.Args;
import dev.barista.engine.BufferAllocator;
import dev.barista.engine.Js;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.net.IpAddress;
import dev.barista.node.net.StreamWrap;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * TLS for {@code tls.js}: contexts, connections, certificates. Loop thread only.
 *
 * <p>A setting that OpenSSL refuses gives back a description of why, which JavaScript throws; else undefined.
 */
public final class TlsBinding implements Binding {
    private final Environment env;
    private Engine engine;
    private BufferAllocator buffers;
    private JsFunction receiver;

    public TlsBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("present",    a -> OpenSsl.present());
        x.fn("receiver",   this::receiver);
        x.fn("defineTls",  a -> new TlsMethods(env, this).define(a.object(0)));
        x.fn("attach",     this::attach);

        x.fn("context",      a -> guarded(() -> env.realm().wrap(new SecureContext(engine(), a.integer(0), a.integer(1)))));
        x.fn("setKey",       a -> guarded(() -> context(a).key(a.bytes(1).copy(), a.stringOrNull(2))));
        x.fn("setCert",      a -> guarded(() -> context(a).certificate(a.bytes(1).copy())));
        x.fn("addCACert",    a -> guarded(() -> context(a).authorities(a.bytes(1).copy())));
        x.fn("addRootCerts", a -> guarded(() -> context(a).trustDefaults()));
        x.fn("addCRL",       a -> guarded(() -> context(a).revocations(a.bytes(1).copy())));
        x.fn("setAllowPartialTrustChain", a -> guarded(() -> context(a).allowPartialChains()));
        x.fn("loadPKCS12",   a -> guarded(() -> context(a).pkcs12(a.bytes(1).copy(), a.stringOrNull(2))));
        x.fn("setCiphers",   a -> accepted(context(a).ciphers(a.string(1))));
        x.fn("setCipherSuites", a -> accepted(context(a).cipherSuites(a.string(1))));
        x.fn("setGroups",    a -> context(a).groups(a.string(1)));
        x.fn("setSigalgs",   a -> accepted(context(a).signatureAlgorithms(a.string(1))));
        x.fn("setDhAuto",    a -> guarded(() -> context(a).automaticDh()));
        x.fn("setDhParameters", a -> guarded(() -> context(a).dhParameters(a.bytes(1).copy())));
        x.fn("setMinProto",  a -> guarded(() -> context(a).minVersion(a.integer(1))));
        x.fn("setMaxProto",  a -> guarded(() -> context(a).maxVersion(a.integer(1))));
        x.fn("getMinProto",  a -> context(a).minVersion());
        x.fn("getMaxProto",  a -> context(a).maxVersion());
        x.fn("setOptions",   a -> guarded(() -> context(a).options(a.longValue(1))));
        x.fn("setSessionIdContext", a -> guarded(() -> context(a).sessionIdContext(a.bytes(1).copy())));
        x.fn("setSessionTimeout", a -> guarded(() -> context(a).sessionTimeout(a.integer(1))));
        x.fn("setTicketKeys", a -> guarded(() -> context(a).ticketKeys(new TicketKeys(a.bytes(1).copy()))));
        x.fn("getTicketKeys", a -> buffer(context(a).ticketKeys().bytes()));
        x.fn("getCertificate", a -> bufferOrNull(context(a).certificate()));
        x.fn("getIssuer",    a -> bufferOrNull(context(a).issuer()));

        x.fn("ciphers",      a -> strings(CipherNames.all()));
        x.fn("bundled",      a -> pems(engine().trusted().bundled()));
        x.fn("system",       a -> pems(engine().trusted().system()));
        x.fn("extra",        a -> pems(engine().trusted().extra()));
        x.fn("extraFailure", a -> engine().trusted().extraFailure());
        x.fn("defaults",     a -> pems(engine().trusted().defaults()));
        x.fn("choose",       a -> guarded(() -> choose(a)));
        x.fn("describeCertificate", a -> description(new CertificateFacts(a.bytes(0).copy())));
        x.fn("canonical",    a -> canonical(a.string(0)));
        x.fn("nameOf",       a -> buffer(digest(a.bytes(0).copy(), "SHA-1")));
    }

    /** OpenSSL, which is prepared when it is first needed. */
    Engine engine() {
        if (engine == null) engine = new Engine(env);
        return engine;
    }

    private Object receiver(Args a) {
        receiver = a.function(0);
        return null;
    }

    JsFunction receiver() {
        return receiver;
    }

    private static SecureContext context(Args a) {
        return a.host(0, SecureContext.class);
    }

    /** (handle, the handle below, context, whether it is a server's) @return undefined, or why not */
    private Object attach(Args a) {
        StreamWrap below = a.object(1).host(StreamWrap.class);
        SecureContext context = a.host(2, SecureContext.class);
        return guarded(() -> {
            TlsStream stream = new TlsStream(engine(), below.stream(), context, a.bool(3));
            StreamWrap wrap = below.over(stream);
            wrap.attach(a.object(0), env.realm().scope());
            stream.listen(new TlsEvents(this, env, wrap), stream);
            stream.takeOver();
        });
    }

    // Results

    interface Setting<T> {
        T get();
    }

    /** What it gives, or the description of an OpenSSL failure. */
    <T> Object guarded(Setting<T> setting) {
        try {
            return setting.get();
        } catch (OpenSslFailure e) {
            return describe(e);
        }
    }

    Object guarded(Runnable setting) {
        return guarded(() -> {
            setting.run();
            return null;
        });
    }

    private Object accepted(boolean ok) {
        return ok ? null : describe(OpenSslFailure.ofSetting("refused"));
    }

    /** {@code {message, library, reason, code, stack}} */
    JsObject describe(OpenSslFailure failure) {
        JsObject description = env.realm().object();
        description.set("message", failure.getMessage());
        description.set("library", failure.library());
        description.set("reason", failure.reason());
        description.set("code", failure.code());
        description.set("stack", strings(List.of(failure.stack())));
        return description;
    }

    Object strings(List<String> texts) {
        return env.realm().array(texts.toArray());
    }

    private Object pems(List<byte[]> certificates) {
        return env.realm().array(certificates.stream().map(Pem::certificate).toArray());
    }

    /** A Buffer on the array itself. */
    Object buffer(byte[] bytes) {
        if (buffers == null) {
            buffers = new BufferAllocator(env.realm(), env.builtins().requireObject("buffer").object("Buffer").object("prototype"));
        }
        return buffers.of(bytes);
    }

    Object bufferOrNull(byte[] bytes) {
        return bytes == null ? env.realm().nullValue() : buffer(bytes);
    }

    private void choose(Args a) {
        List<byte[]> certificates = new ArrayList<>();
        Object[] texts = a.object(0).elements();
        for (Object each : texts) certificates.addAll(engine().trusted().readStrictly(Js.bytes(each).copy()));
        if (certificates.isEmpty() && texts.length > 0) {
            throw OpenSslFailure.of("ERR_CRYPTO_OPERATION_FAILED", "No valid certificates found in the provided array");
        }
        engine().trusted().choose(certificates);
        engine().forgetStores();
    }

    /** What a certificate says; absent things are undefined, names are pairs by turns. */
    JsObject description(CertificateFacts facts) {
        JsObject d = env.realm().object();
        d.set("subject", strings(facts.subject()));
        d.set("issuer", strings(facts.issuer()));
        d.set("subjectaltname", facts.alternativeNames());
        d.set("infoAccess", facts.informationAccess() == null ? null : strings(facts.informationAccess()));
        d.set("ca", facts.authority());
        d.set("modulus", facts.modulus());
        d.set("exponent", facts.exponent());
        d.set("pubkey", buffer(facts.point() != null ? facts.point() : facts.publicKeyInfo()));
        d.set("bits", facts.bits() == 0 ? null : facts.bits());
        d.set("valid_from", facts.validFrom());
        d.set("valid_to", facts.validTo());
        d.set("fingerprint", fingerprint(facts.raw(), "SHA-1"));
        d.set("fingerprint256", fingerprint(facts.raw(), "SHA-256"));
        d.set("fingerprint512", fingerprint(facts.raw(), "SHA-512"));
        d.set("ext_key_usage", facts.keyPurposes() == null ? null : strings(facts.keyPurposes()));
        d.set("serialNumber", facts.serialNumber());
        d.set("raw", buffer(facts.raw()));
        d.set("asn1Curve", facts.curve());
        d.set("nistCurve", facts.nistCurve());
        return d;
    }

    /** The canonical text of an address; undefined for what is none. */
    private static String canonical(String text) {
        InetAddress address = IpAddress.parse(text);
        return address == null ? null : IpAddress.format(address.getAddress(), address instanceof Inet6Address);
    }

    private static byte[] digest(byte[] bytes, String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);   // every JDK has these
        }
    }

    private static String fingerprint(byte[] bytes, String algorithm) {
        return java.util.HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest(bytes, algorithm));
    }
}
