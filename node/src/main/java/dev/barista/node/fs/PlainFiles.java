package dev.barista.node.fs;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The commonest operations by the JDK's own means, which cost nothing at first use where a call of the C library costs tens of
 * milliseconds (see {@code docs/rooms/fs.md}). They only ever succeed; what they cannot do or say exactly is left to the C library.
 * Any thread; they block.
 */
final class PlainFiles {
    private PlainFiles() { }

    /** Whether a file is surely there. */
    static boolean exists(byte[] path) {
        return isPlain(path) && new File(text(path)).exists();
    }

    /** All of a file's bytes, or {@code null} where they cannot be had this way. */
    static byte[] read(byte[] path) {
        if (!isPlain(path)) return null;
        try (FileInputStream in = new FileInputStream(text(path))) {
            return in.readAllBytes();
        } catch (IOException | OutOfMemoryError e) {   // its reason is found by doing it again through the C library
            return null;
        }
    }

    /** Whether the JDK takes the path as the kernel would: other characters depend on the locale, and it drops a slash at the end. */
    private static boolean isPlain(byte[] path) {
        if (path.length == 0 || path[path.length - 1] == '/') return false;
        for (byte b : path) {
            if (b < 0) return false;
        }
        return true;
    }

    private static String text(byte[] path) {
        return new String(path, StandardCharsets.ISO_8859_1);
    }
}
