package dev.barista.node.fs;

import dev.barista.loop.Errno;
import dev.barista.node.Environment;
import dev.barista.node.StandardStreams;
import dev.barista.node.posix.Descriptors;
import dev.barista.node.posix.Posix;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * The descriptors of one program. Those it opened are closed with it. Descriptors 0, 1 and 2 are the program's standard streams, which
 * an embedding program may have replaced by streams without a descriptor. Any thread; its calls block.
 */
final class OpenFiles {
    private static final int LAST_STANDARD = 2;
    private static final int CHUNK = 64 << 10;

    private final Environment env;
    private final StandardStreams streams;
    private final boolean warns;
    private final BitSet open = new BitSet();   // guarded by itself
    private boolean closed;                     // guarded by open

    OpenFiles(Environment env) {
        this.env = env;
        streams = env.options().stdio();
        warns = !env.thread().isMain() && env.thread().closesFiles();
        env.atClose(this::closeAll);
    }

    /** @return a descriptor, or a negative errno */
    int open(byte[] path, int flags, int mode) {
        int fd = Posix.open(path, flags, mode);
        if (fd < 0) return fd;
        synchronized (open) {
            if (!closed) {
                if (warns && open.get(fd)) warn("File descriptor " + fd + " opened in unmanaged mode twice");
                open.set(fd);
                return fd;
            }
        }
        Descriptors.close(fd);
        return Errno.ECANCELED.code();
    }

    /** What another thread opened or closed meanwhile was not its own, by Node's rules. */
    private void warn(String message) {
        Runnable emit = () -> env.ticks().run(() -> env.process().function("emitWarning").call(env.process(), message));
        if (env.loop().inLoop()) env.loop().defer(emit);
        else env.loop().execute(emit);
    }

    /** Gives up a descriptor: it is no longer closed with the program's thread. */
    void disown(int fd) {
        synchronized (open) {
            open.clear(fd);
        }
    }

    /** Takes over a descriptor that another thread gave up. */
    void adopt(int fd) {
        synchronized (open) {
            open.set(fd);
        }
    }

    /** @return 0, or a negative errno */
    int close(int fd) {
        if (isStream(fd)) return 0;
        synchronized (open) {
            if (warns && !open.get(fd)) warn("File descriptor " + fd + " closed but not opened in unmanaged mode");
            open.clear(fd);
        }
        return Descriptors.close(fd);
    }

    /** Whether the descriptor is a standard stream that is no descriptor of the process. */
    boolean isStream(int fd) {
        return fd <= LAST_STANDARD && fd >= 0 && !streams.ofProcess();
    }

    /** @return how many bytes were read, 0 at the end, or a negative errno */
    long read(int fd, long position, ByteBuffer... into) {
        if (!isStream(fd)) return Descriptors.read(fd, position, into);
        if (fd != 0) return Errno.EBADF.code();
        if (position >= 0) return Errno.ESPIPE.code();
        try {
            for (ByteBuffer b : into) {
                if (!b.hasRemaining()) continue;
                byte[] chunk = new byte[Math.min(CHUNK, b.remaining())];
                int n = streams.in().read(chunk);
                if (n > 0) b.put(chunk, 0, n);
                return Math.max(n, 0);
            }
            return 0;
        } catch (IOException e) {
            return Errno.EIO.code();
        }
    }

    /** @return how many bytes were written, or a negative errno */
    long write(int fd, long position, ByteBuffer... from) {
        if (!isStream(fd)) return Descriptors.write(fd, position, from);
        if (fd == 0) return Errno.EBADF.code();
        if (position >= 0) return Errno.ESPIPE.code();
        long done = 0;
        for (ByteBuffer b : from) {
            byte[] bytes = new byte[b.remaining()];
            b.get(bytes);
            int result = streams.write(fd, bytes, 0, bytes.length);
            if (result < 0) return result;
            done += bytes.length;
        }
        return done;
    }

    private void closeAll() {
        synchronized (open) {
            closed = true;
            if (env.thread().closesFiles()) open.stream().forEach(Descriptors::close);
            open.clear();
        }
    }
}
