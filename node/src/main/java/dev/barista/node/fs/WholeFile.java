package dev.barista.node.fs;

import dev.barista.engine.JsText;
import dev.barista.loop.Errno;
import dev.barista.node.posix.Descriptors;
import dev.barista.node.posix.FileStatus;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Reading and writing of all of a file in one operation. Any thread; it blocks. */
final class WholeFile {
    /** Node's limit for one file in memory. */
    static final long MAX_BYTES = Integer.MAX_VALUE;

    private static final int CHUNK = 64 << 10;

    private final OpenFiles files;

    WholeFile(OpenFiles files) {
        this.files = files;
    }

    /** A file that is too large to be one value: JavaScript gets {@code { tooLarge }}. */
    record TooLarge(long size) implements Result {
        @Override
        public Object toJs(Values values) {
            var object = values.realm().object();
            object.set("tooLarge", size);
            return object;
        }
    }

    /** What was read: a Buffer, or a string where it is not too long for one. */
    record Contents(byte[] bytes, boolean asText) implements Result {
        @Override
        public Object toJs(Values values) {
            return asText && bytes.length <= JsText.MAX_LENGTH ? Values.text(bytes) : values.buffer(bytes);
        }
    }

    /** @return {@link Contents}, {@link TooLarge}, {@link Failure}, or a negative errno of opening it */
    Object read(byte[] path, int flags, boolean asText) {
        byte[] plain = flags == 0 ? PlainFiles.read(path) : null;
        if (plain != null) return new Contents(plain, asText);
        int fd = files.open(path, flags, 0666);
        if (fd < 0) return fd;
        try {
            return read(fd, asText);
        } finally {
            files.close(fd);
        }
    }

    /** From where the descriptor stands. */
    Object read(int fd, boolean asText) {
        long[] status = new long[FileStatus.LENGTH];
        int result = files.isStream(fd) ? 0 : FileStatus.fstat(fd, status);
        if (result < 0) return new Failure(result, "fstat");
        long size = FileStatus.type(status) == FileStatus.S_IFREG ? status[FileStatus.SIZE] : 0;
        if (size > MAX_BYTES) return new TooLarge(size);
        Object bytes = size == 0 ? readToEnd(fd) : readSized(fd, (int) Math.min(size, MAX_BYTES - 8));
        return bytes instanceof byte[] b ? new Contents(b, asText) : bytes;
    }

    private Object readSized(int fd, int size) {
        byte[] bytes;
        try {
            bytes = new byte[size];
        } catch (OutOfMemoryError e) {   // the array was refused as a whole: nothing else is harmed
            return new Failure(Errno.ENOMEM.code(), "read");
        }
        int done = 0;
        while (done < size) {
            long n = files.read(fd, Descriptors.CURRENT, ByteBuffer.wrap(bytes, done, size - done));
            if (n < 0) return new Failure((int) n, "read");
            if (n == 0) break;
            done += (int) n;
        }
        return done == size ? bytes : java.util.Arrays.copyOf(bytes, done);
    }

    private Object readToEnd(int fd) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        while (true) {
            long n = files.read(fd, Descriptors.CURRENT, ByteBuffer.wrap(chunk));
            if (n < 0) return new Failure((int) n, "read");
            if (n == 0) return all.toByteArray();
            all.write(chunk, 0, (int) n);
            if (all.size() > MAX_BYTES - CHUNK) return new TooLarge(all.size());
        }
    }

    /** @return 0, {@link Failure}, or a negative errno of opening it */
    Object write(byte[] path, int flags, int mode, ByteBuffer data) {
        int fd = files.open(path, flags, mode);
        if (fd < 0) return fd;
        Object result = write(fd, data);
        int closed = files.close(fd);
        return closed < 0 && result.equals(0) ? new Failure(closed, "close") : result;
    }

    /** Where the descriptor stands. */
    Object write(int fd, ByteBuffer data) {
        while (data.hasRemaining()) {
            long n = files.write(fd, Descriptors.CURRENT, data);
            if (n < 0) return new Failure((int) n, "write");
        }
        return 0;
    }
}
