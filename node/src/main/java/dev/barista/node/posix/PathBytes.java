package dev.barista.node.posix;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Paths as the kernel has them: bytes without a NUL. Any thread. */
public final class PathBytes {
    private PathBytes() { }

    /** The path's UTF-8; lone surrogates become U+FFFD, as V8 writes them. */
    public static byte[] encode(String path) {
        return wellFormed(path).getBytes(StandardCharsets.UTF_8);
    }

    /** The name's text; bytes that are not UTF-8 become U+FFFD. */
    public static String decode(byte[] path) {
        return new String(path, StandardCharsets.UTF_8);
    }

    /**
     * The path from the root. Relative paths begin at {@code cwd} and keep their dots and trailing slashes, which are the kernel's to
     * judge; the empty path stays empty, for it names nothing.
     */
    public static byte[] absolute(byte[] path, String cwd) {
        if (path.length == 0 || path[0] == '/') return path;
        return join(encode(cwd), path);
    }

    /** The absolute path without dots and doubled slashes, by its text alone; a slash at its end stays. The empty path stays empty. */
    public static byte[] normal(byte[] path) {
        if (path.length == 0) return path;
        byte[] normal = new byte[path.length];
        int length = 0;
        for (int from = 1, to; from < path.length; from = to + 1) {
            to = from;
            while (to < path.length && path[to] != '/') to++;
            if (isDots(path, from, to, 2)) {
                while (length > 0 && normal[--length] != '/') { }
            } else if (to > from && !isDots(path, from, to, 1)) {
                normal[length++] = '/';
                System.arraycopy(path, from, normal, length, to - from);
                length += to - from;
            }
        }
        if (length == 0 || path[path.length - 1] == '/') normal[length++] = '/';
        return Arrays.copyOf(normal, length);
    }

    private static boolean isDots(byte[] path, int from, int to, int count) {
        if (to - from != count) return false;
        for (int i = from; i < to; i++) {
            if (path[i] != '.') return false;
        }
        return true;
    }

    /** {@code directory/name}. */
    public static byte[] join(byte[] directory, byte[] name) {
        int slash = directory.length > 0 && directory[directory.length - 1] == '/' ? 0 : 1;
        byte[] result = new byte[directory.length + slash + name.length];
        System.arraycopy(directory, 0, result, 0, directory.length);
        if (slash == 1) result[directory.length] = '/';
        System.arraycopy(name, 0, result, directory.length + slash, name.length);
        return result;
    }

    private static String wellFormed(String s) {
        StringBuilder mended = null;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (!Character.isSurrogate(c)) continue;
            if (Character.isHighSurrogate(c) && i + 1 < s.length() && Character.isLowSurrogate(s.charAt(i + 1))) {
                i++;
                continue;
            }
            if (mended == null) mended = new StringBuilder(s);
            mended.setCharAt(i, '\ufffd');
        }
        return mended == null ? s : mended.toString();
    }
}
