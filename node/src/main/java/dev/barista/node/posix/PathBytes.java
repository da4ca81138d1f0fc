package dev.barista.node.posix;

import java.nio.charset.StandardCharsets;

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
