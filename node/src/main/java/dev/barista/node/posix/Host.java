package dev.barista.node.posix;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What the system says of itself and of its users. Any thread. */
public final class Host {
    private static final int NAME_FIELD = Platform.MACOS ? 256 : 65;   // of struct utsname
    private static final int NAME_FIELDS = 5;
    private static final int USER_STRUCT = 128;
    private static final int USER_DATA = 16 << 10;

    /** The names of the system: {@code uname(2)}. */
    public record Name(String system, String host, String release, String version, String machine) { }

    /** A row of the user database; its texts as they are, in bytes. */
    public record User(int uid, int gid, byte[] name, byte[] home, byte[] shell) { }

    private Host() { }

    public static Name name() {
        Scratch scratch = Scratch.current();
        ByteBuffer data = scratch.data((NAME_FIELDS + 1) * NAME_FIELD);
        Libc.UNAME.call(scratch, scratch.dataAddress());
        String[] fields = new String[NAME_FIELDS];
        for (int i = 0; i < fields.length; i++) fields[i] = new String(text(data, i * NAME_FIELD), StandardCharsets.UTF_8);
        return new Name(fields[0], fields[1], fields[2], fields[3], fields[4]);
    }

    /** The version of glibc; {@code null} where the C library is another one. */
    public static String glibcVersion() {
        return Libc.GNU_GET_LIBC_VERSION.present() ? Memory.text(Libc.GNU_GET_LIBC_VERSION.raw(Scratch.current(), 0, 0, 0, 0, 0, 0)) : null;
    }

    /** The load averages of 1, 5 and 15 minutes. */
    public static double[] loadAverages() {
        Scratch scratch = Scratch.current();
        ByteBuffer data = scratch.data(3 * Double.BYTES);
        double[] loads = new double[3];
        int count = Libc.GETLOADAVG.call(scratch, scratch.dataAddress(), loads.length);
        for (int i = 0; i < count; i++) loads[i] = data.getDouble(i * Double.BYTES);
        return loads;
    }

    /** @return the {@link User}, or an {@link Integer}: a negative errno, 0 if there is no such user */
    public static Object user(int uid) {
        Scratch scratch = Scratch.current();
        int size = USER_STRUCT + USER_DATA;
        ByteBuffer data = scratch.data(size);
        long at = scratch.dataAddress();
        int failure = (int) Libc.GETPWUID_R.raw(scratch, uid, at, at + USER_STRUCT, USER_DATA - Long.BYTES, at + size - Long.BYTES, 0);
        if (failure != 0) return -failure;
        if (data.getLong(size - Long.BYTES) == 0) return 0;
        int home = Platform.MACOS ? 48 : 32;
        return new User(data.getInt(16), data.getInt(20), pointed(data, at, 0), pointed(data, at, home), pointed(data, at, home + 8));
    }

    /** The text to which a pointer at {@code position} points; the C library puts all of them into the data area. */
    private static byte[] pointed(ByteBuffer data, long base, int position) {
        long pointer = data.getLong(position) - base;
        return pointer >= 0 && pointer < data.capacity() ? text(data, (int) pointer) : new byte[0];
    }

    private static byte[] text(ByteBuffer data, int start) {
        int end = start;
        while (data.get(end) != 0) end++;
        byte[] text = new byte[end - start];
        data.get(start, text);
        return text;
    }
}
