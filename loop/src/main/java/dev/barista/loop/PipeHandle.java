package dev.barista.loop;

import io.netty.channel.unix.DomainSocketAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * A Unix domain socket, connected or listening, or the end of a pipe. Loop thread only. Source: libuv, {@code uv_pipe_t}.
 *
 * <p>A path that begins with a NUL character is in Linux's abstract namespace.
 */
public final class PipeHandle extends StreamHandle {
    /** The room for a path in Linux's {@code sockaddr_un}, without its end. */
    private static final int PATH_BYTES = 107;

    private static final int READABLE = 1;
    private static final int WRITABLE = 2;

    /** The file that {@link #bind} made, which closing removes. */
    private Path file;

    public PipeHandle(Loop loop) {
        super(loop);
    }

    @Override
    public String kind() {
        return "pipe";
    }

    @Override
    PipeHandle client() {
        return new PipeHandle(loop());
    }

    /** Binds to a path, where a file is made that closing removes. @return 0 or an errno */
    public int bind(String path) {
        if (socket() != null) return Errno.EINVAL.code();
        int errno = tooLong(path) ? Errno.EINVAL.code() : create();
        if (errno != 0) return errno;
        boolean isFile = !path.startsWith("\0");
        // Netty would remove a file that is in the way.
        if (isFile && Files.exists(Path.of(path), LinkOption.NOFOLLOW_LINKS)) return Errno.EADDRINUSE.code();
        errno = socket().bind(new DomainSocketAddress(path));
        if (errno == Errno.ENOENT.code()) return Errno.EACCES.code(); // libuv's, for the sake of Windows
        if (errno == 0 && isFile) file = Path.of(path);
        return errno;
    }

    /** Begins to listen. @return 0 or an errno */
    public int listen(int backlog, Acceptor<PipeHandle> acceptor) {
        return socket() == null ? Errno.EINVAL.code() : startListening(backlog, acceptor);
    }

    /**
     * Connects to a path.
     *
     * @param done gets 0 or an errno, later
     * @return 0; {@code EINVAL} for a path that is too long or a handle that is closing, {@code EALREADY} or {@code EISCONN} at the
     *     second call, and {@code done} is not called then
     */
    public int connect(String path, IntConsumer done) {
        int errno = tooLong(path) ? Errno.EINVAL.code() : mayConnect();
        if (errno == 0 && socket() == null) errno = create();
        return errno != 0 ? errno : connecting(socket().connect(new DomainSocketAddress(path)), done);
    }

    private int create() {
        try {
            socket(Sockets.create(poller, SocketKind.UNIX), false);
            return 0;
        } catch (ErrnoException e) {
            return e.errno();
        }
    }

    private static boolean tooLong(String path) {
        return path.isEmpty() || path.getBytes(StandardCharsets.UTF_8).length > PATH_BYTES;
    }

    /**
     * Lets others connect to the bound path.
     *
     * @param who 1 for whoever may read, 2 for whoever may write, 3 for both, as libuv's {@code UV_READABLE} and {@code UV_WRITABLE}
     * @return 0, {@code EBADF} where no path is bound, {@code EINVAL}, or another errno
     */
    public int permissions(int who) {
        if (file == null) return Errno.EBADF.code();
        if (who < 1 || who > READABLE + WRITABLE) return Errno.EINVAL.code();
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if ((who & READABLE) != 0) permissions.addAll(PosixFilePermissions.fromString("r--r--r--"));
            if ((who & WRITABLE) != 0) permissions.addAll(PosixFilePermissions.fromString("-w--w--w-"));
            Files.setPosixFilePermissions(file, permissions);
            return 0;
        } catch (IOException e) {
            return Errno.EPERM.code();
        }
    }

    /** The path bound to; empty when there is none. */
    public String localName() {
        return socket() == null || closing() ? "" : socket().localPath();
    }

    /** The path connected to; empty when there is none. */
    public String remoteName() {
        return socket() == null || closing() ? "" : socket().remotePath();
    }

    @Override
    protected void onClose() {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file = null; // As in libuv, a file that can't be removed stays.
            }
            file = null;
        }
        super.onClose();
    }
}
