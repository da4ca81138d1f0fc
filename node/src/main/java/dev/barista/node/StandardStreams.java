package dev.barista.node;

import dev.barista.loop.Errno;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program's standard input, output and error: those of the process, or streams that the embedding program gave. Writes are
 * synchronous, as Node's are for files, terminals and pipes on POSIX systems.
 *
 * @param ofProcess whether they are descriptors 0, 1 and 2 of the process
 * @param in read on a thread of its own, only when the program reads it
 */
public record StandardStreams(InputStream in, OutputStream out, OutputStream err, boolean ofProcess) {
    /**
     * Writes all bytes to descriptor 1 or 2.
     *
     * @return 0 or a negative errno
     */
    public int write(int fd, byte[] bytes, int offset, int length) {
        OutputStream stream = fd == 2 ? err : out;
        try {
            synchronized (stream) {   // a program's workers write to it too
                stream.write(bytes, offset, length);
                stream.flush();
            }
            return 0;
        } catch (IOException e) {
            return errno(e).code();
        }
    }

    /** What a descriptor is: {@code tty}, {@code file} or {@code pipe}. */
    public String type(int fd) {
        if (!ofProcess) return "pipe";
        Path target = target(fd);
        if (target == null || target.toString().contains(":")) return "pipe";
        if (target.startsWith("/dev/pts") || target.toString().matches("/dev/(tty.*|console)")) return "tty";
        return "file";
    }

    private static Path target(int fd) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd));
        } catch (IOException e) {
            return null;
        }
    }

    /** The JDK tells only the system's message; all that a broken descriptor gives here is told apart by it. */
    private static Errno errno(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("Broken pipe")) return Errno.EPIPE;
        if (message.contains("No space left")) return Errno.ENOSPC;
        return message.contains("Bad file descriptor") || message.contains("Stream Closed") ? Errno.EBADF : Errno.EIO;
    }
}
