package dev.barista.node.tls;

import dev.barista.node.posix.Memory;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.lang.foreign.Arena;

/** The ciphers that OpenSSL has, by its own names. Any thread. */
final class CipherNames {
    private CipherNames() {}

    /** In lower case, sorted. */
    static List<String> all() {
        OpenSsl.initialize();
        long context = OpenSsl.CTX_NEW.call(OpenSsl.TLS_METHOD.call());
        try (Arena arena = Arena.ofConfined()) {
            int everything = 0;
            OpenSsl.CTX_SET_SECURITY_LEVEL.call(context, everything);
            OpenSsl.CTX_SET_CIPHER_LIST.call(context, Memory.terminated(arena, "ALL:!aNULL:!eNULL"));
            OpenSsl.CTX_SET_CIPHERSUITES.call(context, Memory.terminated(arena, "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:"
                + "TLS_AES_128_GCM_SHA256:TLS_AES_128_CCM_8_SHA256:TLS_AES_128_CCM_SHA256"));
            long stack = OpenSsl.CTX_GET_CIPHERS.call(context);
            TreeSet<String> names = new TreeSet<>();
            int count = OpenSsl.SK_NUM.number(stack);
            for (int i = 0; i < count; i++) {
                names.add(Memory.text(OpenSsl.CIPHER_GET_NAME.call(OpenSsl.SK_VALUE.call(stack, i))).toLowerCase(Locale.ROOT));
            }
            return List.copyOf(names);
        } finally {
            OpenSsl.CTX_FREE.call(context);
            OpenSsl.ERR_CLEAR.call();
        }
    }
}
