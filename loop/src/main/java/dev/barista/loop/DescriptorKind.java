package dev.barista.loop;

import io.netty.channel.ChannelException;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.LinuxSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an open descriptor is. Any thread. Source: libuv, {@code uv_guess_handle}; {@code proc_pid_fd(5)}. */
public enum DescriptorKind {
    /** A regular file, a directory or a device that is no terminal. */
    FILE,
    /** A pipe or a Unix domain socket. */
    PIPE,
    TCP,
    TTY,
    UDP,
    /** A socket of another kind, or something that is no stream. */
    UNKNOWN,
    /** No open descriptor. */
    INVALID;

    private static final int SOL_SOCKET = 1;
    private static final int SO_TYPE = 3;
    private static final int SO_DOMAIN = 39;
    private static final int AF_UNIX = 1;
    private static final int SOCK_STREAM = 1;

    /** What {@code fd} is. */
    public static DescriptorKind of(int fd) {
        String name;
        try {
            name = Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd)).toString();
        } catch (IOException e) {
            return INVALID;
        }
        if (name.startsWith("socket:")) return ofSocket(fd);
        if (name.startsWith("pipe:")) return PIPE;
        if (name.startsWith("/dev/pts/") || name.startsWith("/dev/tty") || name.equals("/dev/console")) return TTY;
        return name.startsWith("/") ? FILE : UNKNOWN;
    }

    private static DescriptorKind ofSocket(int fd) {
        if (!Epoll.isAvailable()) return UNKNOWN; // asking loads the native calls
        try {
            LinuxSocket socket = LinuxSocket.newSocket(fd);
            if (socket.getIntOpt(SOL_SOCKET, SO_DOMAIN) == AF_UNIX) return PIPE;
            return socket.getIntOpt(SOL_SOCKET, SO_TYPE) == SOCK_STREAM ? TCP : UDP;
        } catch (IOException | ChannelException e) {
            return UNKNOWN;
        }
    }
}
