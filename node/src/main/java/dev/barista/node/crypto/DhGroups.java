package dev.barista.node.crypto;

import java.math.BigInteger;
import org.bouncycastle.crypto.agreement.DHStandardGroups;
import org.bouncycastle.crypto.params.DHParameters;

/** The well-known groups of Diffie and Hellman's exchange (RFC 2409, RFC 3526). Any thread. */
final class DhGroups {
    private DhGroups() {}

    /** By Node's names, in any case; {@code null} where there is none. */
    static DHParameters find(String name) {
        DHParameters group = switch (name.toLowerCase(java.util.Locale.ROOT)) {
            case "modp1" -> DHStandardGroups.rfc2409_768;
            case "modp2" -> DHStandardGroups.rfc2409_1024;
            case "modp5" -> DHStandardGroups.rfc3526_1536;
            case "modp14" -> DHStandardGroups.rfc3526_2048;
            case "modp15" -> DHStandardGroups.rfc3526_3072;
            case "modp16" -> DHStandardGroups.rfc3526_4096;
            case "modp17" -> DHStandardGroups.rfc3526_6144;
            case "modp18" -> DHStandardGroups.rfc3526_8192;
            default -> null;
        };
        return group == null ? null : new DHParameters(group.getP(), BigInteger.TWO);
    }
}
