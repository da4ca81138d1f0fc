package dev.barista.node.buffer;

import dev.barista.engine.BufferAllocator;
import dev.barista.engine.ByteSlice;
import dev.barista.engine.Js;
import dev.barista.engine.JsText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * {@code buffer.transcode}: from one character encoding to another, as Node's ICU does. Any thread.
 *
 * <p>Ill-formed input becomes U+FFFD, and what the target can't hold {@code ?}, or nothing where it is
 * invisible (Unicode's Default_Ignorable_Code_Point). Between UTF-8 and UTF-16 ill-formed input is an error.
 */
final class Transcoder {
    private static final int ILLEGAL_ARGUMENT = 1;   // ICU's U_ILLEGAL_ARGUMENT_ERROR
    private static final int INVALID_CHARACTER = 10; // ICU's U_INVALID_CHAR_FOUND
    private static final char REPLACEMENT = '\uFFFD';
    private static final int ASCII_END = 0x80;
    private static final int LATIN1_END = 0x100;

    /** First and last code points of the ranges of Default_Ignorable_Code_Point. */
    private static final int[] IGNORABLE = {
        0xAD, 0xAD, 0x34F, 0x34F, 0x61C, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F, 0x202A, 0x202E, 0x2060, 0x206F,
        0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFF8, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF,
    };

    private Transcoder() {}

    /** @return a new Buffer, or ICU's number of the error */
    static Object transcode(ByteSlice source, Encoding from, Encoding to, BufferAllocator allocator) {
        if (!isOfCharacters(from) || !isOfCharacters(to)) return ILLEGAL_ARGUMENT;
        if (from == Encoding.UTF8 && to == Encoding.UCS2 && !JsText.isUtf8(source)) return INVALID_CHARACTER;
        String text = decode(source, from, to);
        if (from == Encoding.UCS2 && to == Encoding.UTF8 && (text.isEmpty() || !text.equals(repaired(text)))) return INVALID_CHARACTER;
        return allocator.of(encode(repaired(text), to));
    }

    private static boolean isOfCharacters(Encoding encoding) {
        return encoding.compareTo(Encoding.ASCII) <= 0;
    }

    private static String decode(ByteSlice source, Encoding from, Encoding to) {
        if (from == Encoding.UCS2 && to == Encoding.UCS2 && source.length() % 2 != 0) {
            return java(Encoding.UCS2, source) + REPLACEMENT;
        }
        if (from != Encoding.ASCII) return java(from, source);
        String text = java(Encoding.LATIN1, source);
        return to == Encoding.UCS2 ? text : text.replaceAll("[^\\x00-\\x7F]", String.valueOf(REPLACEMENT));
    }

    private static String java(Encoding encoding, ByteSlice source) {
        return (String) Js.java(encoding.decode(source));
    }

    /** The text with U+FFFD for each lone surrogate. */
    private static String repaired(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        text.codePoints().forEach(c -> repaired.appendCodePoint(Character.isBmpCodePoint(c) && Character.isSurrogate((char) c) ? REPLACEMENT : c));
        return repaired.toString();
    }

    private static byte[] encode(String text, Encoding to) {
        return switch (to) {
            case UTF8 -> text.getBytes(StandardCharsets.UTF_8);
            case UCS2 -> text.getBytes(StandardCharsets.UTF_16LE);
            default -> singleBytes(text, to == Encoding.ASCII ? ASCII_END : LATIN1_END);
        };
    }

    private static byte[] singleBytes(String text, int end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        text.codePoints().filter(c -> c < end || !isIgnorable(c)).forEach(c -> bytes.write(c < end ? c : '?'));
        return bytes.toByteArray();
    }

    private static boolean isIgnorable(int c) {
        for (int i = 0; i < IGNORABLE.length; i += 2) {
            if (c >= IGNORABLE[i] && c <= IGNORABLE[i + 1]) return true;
        }
        return false;
    }
}
