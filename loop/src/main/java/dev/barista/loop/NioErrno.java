package dev.barista.loop;

import java.io.UncheckedIOException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.nio.channels.AlreadyBoundException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.nio.file.InvalidPathException;
import java.util.Locale;
import java.util.Map;

/** The errnos in what the JDK's channels throw, most of which is told by texts alone: the C library's. Any thread. */
final class NioErrno {
    /** Texts of which libuv has others. */
    private static final Map<String, Errno> WORDS = Map.ofEntries(
            Map.entry("cannot assign requested address", Errno.EADDRNOTAVAIL),
            Map.entry("can't assign requested address", Errno.EADDRNOTAVAIL),
            Map.entry("connection reset", Errno.ECONNRESET),
            Map.entry("address family not supported", Errno.EAFNOSUPPORT),
            Map.entry("operation timed out", Errno.ETIMEDOUT),
            Map.entry("no route to host", Errno.EHOSTUNREACH),
            Map.entry("transport endpoint is not connected", Errno.ENOTCONN),
            Map.entry("operation not permitted", Errno.EPERM),
            Map.entry("invalid argument", Errno.EINVAL),
            Map.entry("socket is closed", Errno.EBADF),
            Map.entry("unix domain path too long", Errno.EINVAL),
            Map.entry("no such file or directory", Errno.ENOENT));

    private NioErrno() {}

    /** The negative errno that an exception stands for. */
    static int of(Throwable thrown) {
        return switch (thrown) {
            case UncheckedIOException e -> of(e.getCause());
            case ClosedChannelException e -> Errno.EBADF.code();
            case NotYetConnectedException e -> Errno.ENOTCONN.code();
            case AlreadyConnectedException e -> Errno.EISCONN.code();
            case ConnectionPendingException e -> Errno.EALREADY.code();
            case AlreadyBoundException e -> Errno.EINVAL.code();
            case UnsupportedAddressTypeException e -> Errno.EAFNOSUPPORT.code();
            case UnsupportedOperationException e -> Errno.ENOTSUP.code();
            case InvalidPathException e -> Errno.ENOTSUP.code(); // Linux's names outside the file system
            case IllegalArgumentException e -> Errno.EINVAL.code();
            case PortUnreachableException e -> Errno.ECONNREFUSED.code();
            case NoRouteToHostException e -> Errno.EHOSTUNREACH.code();
            case null -> Errno.UNKNOWN.code();
            default -> ofText(thrown.getMessage());
        };
    }

    private static int ofText(String message) {
        if (message == null) return Errno.UNKNOWN.code();
        String text = message.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, Errno> words : WORDS.entrySet()) {
            if (text.contains(words.getKey())) return words.getValue().code();
        }
        for (Errno errno : Errno.values()) {
            if (text.contains(errno.message())) return errno.code();
        }
        return Errno.UNKNOWN.code();
    }
}
