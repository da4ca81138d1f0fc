package dev.barista.node.fs;

import dev.barista.engine.Args;
import dev.barista.engine.BufferAllocator;
import dev.barista.engine.JsText;
import dev.barista.engine.Realm;
import dev.barista.node.Environment;
import dev.barista.node.permission.Permission;
import dev.barista.node.posix.FileStatus;
import dev.barista.node.posix.PathBytes;
import java.math.BigInteger;

/** Conversions between JavaScript's values and those of file operations. Loop thread only. */
final class Values {
    private static final int TIMES = 4;
    private static final double MILLIS = 1000;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Environment env;
    private BufferAllocator buffers;

    Values(Environment env) {
        this.env = env;
    }

    Realm realm() {
        return env.realm();
    }

    Object of(Object result) {
        return result instanceof Result r ? r.toJs(this) : result;
    }

    /** The error of what there is no permission for. */
    Object denied(Permission permission, byte[] path) {
        return env.permissions().denied(permission, PathBytes.decode(path)).value();
    }

    /** A permission mode without what the program's mask takes away; the kernel applies its own besides. */
    int mode(Args a, int i) {
        int mode = a.integer(i);
        return env.umask() < 0 ? mode : mode & ~env.umask();
    }

    /** A Buffer on the array itself. */
    Object buffer(byte[] bytes) {
        if (buffers == null) {
            buffers = new BufferAllocator(realm(), env.builtins().requireObject("buffer").object("Buffer").object("prototype"));
        }
        return buffers.of(bytes);
    }

    static Object text(byte[] utf8) {
        return utf8.length == 0 ? JsText.EMPTY : JsText.ofUtf8(utf8, 0, utf8.length);
    }

    /** A file's name or path: a Buffer where {@code raw}, else its text. */
    Object name(byte[] name, boolean raw) {
        return raw ? buffer(name) : text(name);
    }

    /** An array of the status's numbers: ten, then access, modification, status change and birth in milliseconds. */
    Object status(long[] s) {
        Object[] values = new Object[FileStatus.ATIME + TIMES];
        for (int i = 0; i < FileStatus.ATIME; i++) values[i] = s[i];
        for (int i = 0; i < TIMES; i++) {
            int at = FileStatus.ATIME + 2 * i;
            values[FileStatus.ATIME + i] = s[at] * MILLIS + s[at + 1] / NANOS_PER_MILLI;
        }
        return realm().array(values);
    }

    /** An array of the numbers as BigInts. */
    Object bigInts(long[] numbers) {
        Object[] values = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) values[i] = BigInteger.valueOf(numbers[i]);
        return realm().array(values);
    }

    Object numbers(long[] numbers) {
        Object[] values = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) values[i] = numbers[i];
        return realm().array(values);
    }
}
