package dev.barista.node.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of the URL Standard, section 1.3. Any thread. */
final class PercentEncoding {
    private static final int ASCII = 128;
    private static final String HEX = "0123456789ABCDEF";

    /** The code points that a part of a URL has encoded; those beyond ASCII always are. */
    enum Set {
        C0_CONTROL(null, ""),
        FRAGMENT(C0_CONTROL, " \"<>`"),
        QUERY(C0_CONTROL, " \"#<>"),
        SPECIAL_QUERY(QUERY, "'"),
        PATH(QUERY, "?^`{}"),
        USERINFO(PATH, "/:;=@[\\]|"),
        COMPONENT(USERINFO, "$%&+,"),
        /** What a file's path has encoded on its way to a URL. */
        FILE_PATH(PATH, "%[\\]|~"),
        /** What {@code application/x-www-form-urlencoded} encodes; it writes a space as {@code +}. */
        FORM(COMPONENT, "!'()~");

        private final boolean[] members = new boolean[ASCII];

        Set(Set base, String more) {
            for (int c = 0; c < ASCII; c++) members[c] = base == null ? c < 0x20 || c == 0x7F : base.members[c];
            for (int i = 0; i < more.length(); i++) members[more.charAt(i)] = true;
        }

        boolean contains(char c) {
            return c >= ASCII || members[c];
        }
    }

    private PercentEncoding() { }

    /** Appends the encoded text. */
    static void encode(String text, int start, int end, Set set, StringBuilder out) {
        int plain = start;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!set.contains(c)) continue;
            out.append(text, plain, i);
            if (c < ASCII) appendByte(c, out);
            else if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                appendUtf8(Character.toCodePoint(c, text.charAt(++i)), out);
            } else appendUtf8(Character.isSurrogate(c) ? 0xFFFD : c, out);
            plain = i + 1;
        }
        out.append(text, plain, end);
    }

    static String encode(String text, Set set) {
        for (int i = 0; i < text.length(); i++) {
            if (set.contains(text.charAt(i))) {
                StringBuilder out = new StringBuilder(text.length() + 16);
                encode(text, 0, text.length(), set, out);
                return out.toString();
            }
        }
        return text;
    }

    private static void appendUtf8(int point, StringBuilder out) {
        if (point < 0x800) {
            appendByte(0xC0 | point >> 6, out);
        } else if (point < 0x10000) {
            appendByte(0xE0 | point >> 12, out);
            appendByte(0x80 | point >> 6 & 0x3F, out);
        } else {
            appendByte(0xF0 | point >> 18, out);
            appendByte(0x80 | point >> 12 & 0x3F, out);
            appendByte(0x80 | point >> 6 & 0x3F, out);
        }
        appendByte(0x80 | point & 0x3F, out);
    }

    private static void appendByte(int b, StringBuilder out) {
        out.append('%').append(HEX.charAt(b >> 4)).append(HEX.charAt(b & 15));
    }

    /** The bytes of a percent-encoded text; what is not encoded goes through UTF-8. */
    static byte[] decode(String text) {
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] == '%' && i + 2 < in.length && Character.digit(in[i + 1], 16) >= 0 && Character.digit(in[i + 2], 16) >= 0) {
                out.write(Character.digit(in[i + 1], 16) << 4 | Character.digit(in[i + 2], 16));
                i += 2;
            } else {
                out.write(in[i]);
            }
        }
        return out.toByteArray();
    }
}
