package dev.barista.node.util;

import java.nio.charset.Charset;

/** The characters of bytes 128 to 255 in the encodings of one byte a character, as the Encoding Standard has them. Any thread. */
final class SingleByteTable {
    private static final int HALF = 128;
    private static final int CONTROLS = 32;
    private static final char UNDEFINED = '\uFFFD';

    /** From 0xA0 on; Java has no charset for these. */
    private static final String ISO_8859_10 = "\u00a0\u0104\u0112\u0122\u012a\u0128\u0136\u00a7\u013b\u0110\u0160\u0166\u017d\u00ad\u016a\u014a\u00b0\u0105"
        + "\u0113\u0123\u012b\u0129\u0137\u00b7\u013c\u0111\u0161\u0167\u017e\u2015\u016b\u014b\u0100\u00c1\u00c2\u00c3"
        + "\u00c4\u00c5\u00c6\u012e\u010c\u00c9\u0118\u00cb\u0116\u00cd\u00ce\u00cf\u00d0\u0145\u014c\u00d3\u00d4\u00d5"
        + "\u00d6\u0168\u00d8\u0172\u00da\u00db\u00dc\u00dd\u00de\u00df\u0101\u00e1\u00e2\u00e3\u00e4\u00e5\u00e6\u012f"
        + "\u010d\u00e9\u0119\u00eb\u0117\u00ed\u00ee\u00ef\u00f0\u0146\u014d\u00f3\u00f4\u00f5\u00f6\u0169\u00f8\u0173"
        + "\u00fa\u00fb\u00fc\u00fd\u00fe\u0138";
    private static final String ISO_8859_14 = "\u00a0\u1e02\u1e03\u00a3\u010a\u010b\u1e0a\u00a7\u1e80\u00a9\u1e82\u1e0b\u1ef2\u00ad\u00ae\u0178\u1e1e\u1e1f"
        + "\u0120\u0121\u1e40\u1e41\u00b6\u1e56\u1e81\u1e57\u1e83\u1e60\u1ef3\u1e84\u1e85\u1e61\u00c0\u00c1\u00c2\u00c3"
        + "\u00c4\u00c5\u00c6\u00c7\u00c8\u00c9\u00ca\u00cb\u00cc\u00cd\u00ce\u00cf\u0174\u00d1\u00d2\u00d3\u00d4\u00d5"
        + "\u00d6\u1e6a\u00d8\u00d9\u00da\u00db\u00dc\u00dd\u0176\u00df\u00e0\u00e1\u00e2\u00e3\u00e4\u00e5\u00e6\u00e7"
        + "\u00e8\u00e9\u00ea\u00eb\u00ec\u00ed\u00ee\u00ef\u0175\u00f1\u00f2\u00f3\u00f4\u00f5\u00f6\u1e6b\u00f8\u00f9"
        + "\u00fa\u00fb\u00fc\u00fd\u0177\u00ff";

    private SingleByteTable() {}

    /** @return 128 characters; U+FFFD for bytes that mean nothing */
    static char[] of(WebEncoding encoding) {
        return switch (encoding) {
            case ISO_8859_10 -> controlsAnd(ISO_8859_10);
            case ISO_8859_14 -> controlsAnd(ISO_8859_14);
            default -> fromCharset(encoding);
        };
    }

    private static char[] controlsAnd(String rest) {
        char[] table = new char[HALF];
        for (int i = 0; i < HALF; i++) table[i] = i < CONTROLS ? (char) (HALF + i) : rest.charAt(i - CONTROLS);
        return table;
    }

    private static char[] fromCharset(WebEncoding encoding) {
        byte[] bytes = new byte[HALF];
        for (int i = 0; i < HALF; i++) bytes[i] = (byte) (HALF + i);
        char[] table = new String(bytes, Charset.forName(encoding.charset())).toCharArray();
        // Where Windows' code pages have no character for a control byte, the standard keeps the control.
        for (int i = 0; i < CONTROLS; i++) if (table[i] == UNDEFINED) table[i] = (char) (HALF + i);
        if (encoding == WebEncoding.X_MAC_CYRILLIC) {
            table[0xA2 - HALF] = '\u0490';
            table[0xB6 - HALF] = '\u0491';
            table[0xFF - HALF] = '\u20AC';
        }
        return table;
    }

    /** The text of the bytes; {@code null} if one means nothing and {@code fatal}. */
    static String decode(char[] table, byte[] bytes, int offset, int length, boolean fatal) {
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            byte b = bytes[offset + i];
            text[i] = b >= 0 ? (char) b : table[b & (HALF - 1)];
            if (fatal && text[i] == UNDEFINED) return null;
        }
        return new String(text);
    }
}
