package dev.barista.engine;

import java.util.EnumSet;
import java.util.Set;
import java.util.StringJoiner;
import org.graalvm.shadowed.com.ibm.icu.text.IDNA;

/**
 * International domain names after UTS #46, not transitional, as the URL Standard wants them: labels may be empty, long, and have
 * hyphens anywhere. Any thread. Its tables load at the first use.
 */
public final class Idna {
    private static final Set<IDNA.Error> ACCEPTED = EnumSet.of(IDNA.Error.EMPTY_LABEL, IDNA.Error.LABEL_TOO_LONG,
            IDNA.Error.DOMAIN_NAME_TOO_LONG, IDNA.Error.LEADING_HYPHEN, IDNA.Error.TRAILING_HYPHEN, IDNA.Error.HYPHEN_3_4);

    private static final IDNA UTS46 = IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

    private Idna() {}

    /** @return the domain in ASCII, or {@code null} if it is none */
    public static String toAscii(String domain) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = new StringBuilder();
        UTS46.nameToASCII(domain, ascii, info);
        return ACCEPTED.containsAll(info.getErrors()) ? ascii.toString() : null;
    }

    /** The domain in Unicode; labels that are wrong stay as they are. */
    public static String toUnicode(String domain) {
        StringJoiner unicode = new StringJoiner(".");
        for (String label : domain.split("\\.", -1)) {
            IDNA.Info info = new IDNA.Info();
            StringBuilder converted = new StringBuilder();
            UTS46.labelToUnicode(label, converted, info);
            unicode.add(ACCEPTED.containsAll(info.getErrors()) ? converted : label);
        }
        return unicode.toString();
    }
}
