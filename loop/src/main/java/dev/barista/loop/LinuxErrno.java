package dev.barista.loop;

import io.netty.channel.unix.Errors.NativeIoException;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NotYetConnectedException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The errnos in what Netty's native calls throw. Any thread. */
final class LinuxErrno {
    /** Some exceptions carry the number in their text only. */
    private static final Pattern NUMBER = Pattern.compile("failed with error\\((-\\d+)\\)");

    private LinuxErrno() {}

    /** The negative errno that an exception stands for. */
    static int of(Throwable thrown) {
        return switch (thrown) {
            case NativeIoException e -> e.expectedErr();
            case UncheckedIOException e -> of(e.getCause());
            case ClosedChannelException e -> Errno.EBADF.code();
            case NotYetConnectedException e -> Errno.ENOTCONN.code();
            case AlreadyConnectedException e -> Errno.EISCONN.code();
            case PortUnreachableException e -> Errno.ECONNREFUSED.code();
            case FileNotFoundException e -> Errno.ENOENT.code();
            case NoRouteToHostException e -> Errno.ENETUNREACH.code();
            case null -> Errno.UNKNOWN.code();
            default -> ofText(thrown.getMessage());
        };
    }

    private static int ofText(String message) {
        if (message == null) return Errno.UNKNOWN.code();
        Matcher matcher = NUMBER.matcher(message);
        if (matcher.find()) return Integer.parseInt(matcher.group(1));
        int colon = message.lastIndexOf(": ");
        return Texts.TABLE.getOrDefault(message.substring(colon < 0 ? 0 : colon + 2), Errno.UNKNOWN.code());
    }

    /** The C library's texts, which is all that errors of socket options carry. Made when the first such error is met. */
    private static final class Texts {
        private static final int LARGEST = 133;
        static final Map<String, Integer> TABLE = new HashMap<>();

        static {
            for (int number = 1; number <= LARGEST; number++) {
                String message = new NativeIoException("", -number, false).getMessage();
                TABLE.put(message.substring(message.lastIndexOf("): ") + 3), -number);
            }
        }
    }
}
