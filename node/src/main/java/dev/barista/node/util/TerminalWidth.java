package dev.barista.node.util;

import java.text.Normalizer;

/** How many columns of a terminal a text takes: Unicode's East Asian Width (UAX 11) for wide ones, nothing for combining marks. Any thread. */
final class TerminalWidth {
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7F;
    private static final int LAST_CONTROL = 0x9F;
    private static final int FIRST_WIDE = 0x1100;

    /** Ranges of wide and full-width characters: first and last of each. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2329, 0x232A, 0x2E80, 0x3247, 0x3250, 0x4DBF, 0x4E00, 0xA4C6, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF,
        0xFE10, 0xFE19, 0xFE30, 0xFE6B, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x1B000, 0x1B001, 0x1F200, 0x1F251, 0x1F300, 0x1F64F, 0x1F900, 0x1F9FF,
        0x20000, 0x3FFFD,
    };

    private TerminalWidth() {}

    static int of(String text) {
        int width = 0;
        boolean ascii = true;
        for (int i = 0; i < text.length() && ascii; i++) {
            char c = text.charAt(i);
            if (c >= DELETE) ascii = false;
            else if (c >= FIRST_PRINTABLE) width++;
        }
        return ascii ? width : ofAny(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    private static int ofAny(String text) {
        return text.codePoints().map(TerminalWidth::columns).sum();
    }

    private static int columns(int c) {
        if (c < FIRST_PRINTABLE || c >= DELETE && c <= LAST_CONTROL) return 0;
        if (c >= FIRST_WIDE && isWide(c)) return 2;
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> 1;
        };
    }

    private static boolean isWide(int c) {
        for (int i = 0; i < WIDE.length; i += 2) if (c >= WIDE[i] && c <= WIDE[i + 1]) return c != 0x303F;
        return false;
    }
}
