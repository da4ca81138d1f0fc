package dev.barista.node.posix;

import dev.barista.loop.Errno;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Terminals: whether a descriptor is one, its size, and its raw mode, in which every key is read at once and unchanged. The layout of
 * {@code termios} is the kernel's. Each call returns a result or a negative errno. Any thread.
 */
public final class Terminal {
    /** Bytes of {@code struct termios}, with room to spare. */
    private static final int TERMIOS = 128;
    private static final long TCGETS = Platform.LINUX ? 0x5401 : 0x40487413L;
    /** Sets the mode after what was written has been sent. */
    private static final long TCSETSW = Platform.LINUX ? 0x5403 : 0x80487415L;
    private static final long TIOCGWINSZ = Platform.LINUX ? 0x5413 : 0x40087468L;

    /** A flag word is four bytes on Linux, eight on macOS; the four stand in the order input, output, control, local. */
    private static final int WORD = Platform.LINUX ? 4 : 8;
    private static final int CONTROL_CHARACTERS = Platform.LINUX ? 17 : 32;
    private static final int VMIN = Platform.LINUX ? 6 : 16;
    private static final int VTIME = Platform.LINUX ? 5 : 17;

    /** BRKINT, INPCK, ISTRIP, ICRNL, IXON. */
    private static final int INPUT_OFF = 0x2 | 0x10 | 0x20 | 0x100 | (Platform.LINUX ? 0x400 : 0x200);
    private static final int ONLCR = Platform.LINUX ? 0x4 : 0x2;
    private static final int CS8 = Platform.LINUX ? 0x30 : 0x300;
    /** ECHO, ICANON, IEXTEN, ISIG. */
    private static final int LOCAL_OFF = Platform.LINUX ? 0x8 | 0x2 | 0x8000 | 0x1 : 0x8 | 0x100 | 0x400 | 0x80;

    private Terminal() { }

    public static boolean isTerminal(int fd) {
        return mode(fd) != null;
    }

    /** @return columns and rows, or {@code null} if the descriptor is no terminal */
    public static int[] size(int fd) {
        Scratch scratch = Scratch.current();
        ByteBuffer data = scratch.data(8);
        if (Libc.IOCTL.call(scratch, fd, TIOCGWINSZ, scratch.dataAddress(), 0) < 0) return null;
        return new int[] {Short.toUnsignedInt(data.getShort(2)), Short.toUnsignedInt(data.getShort(0))};
    }

    /** The terminal's mode, to be given back to {@link #restore}; {@code null} if the descriptor is no terminal. */
    public static byte[] mode(int fd) {
        Scratch scratch = Scratch.current();
        ByteBuffer data = scratch.data(TERMIOS);
        if (Libc.IOCTL.call(scratch, fd, TCGETS, scratch.dataAddress(), 0) < 0) return null;
        byte[] mode = new byte[TERMIOS];
        data.get(0, mode);
        return mode;
    }

    /** @return 0 or a negative errno */
    public static int restore(int fd, byte[] mode) {
        Scratch scratch = Scratch.current();
        scratch.data(TERMIOS).put(0, mode);
        return Libc.IOCTL.call(scratch, fd, TCSETSW, scratch.dataAddress(), 0);
    }

    /** @return 0 or a negative errno */
    public static int makeRaw(int fd) {
        byte[] mode = mode(fd);
        if (mode == null) return Errno.ENOTTY.code();
        ByteBuffer raw = ByteBuffer.wrap(Arrays.copyOf(mode, TERMIOS)).order(java.nio.ByteOrder.nativeOrder());
        raw.putInt(0, raw.getInt(0) & ~INPUT_OFF);
        raw.putInt(WORD, raw.getInt(WORD) | ONLCR);
        raw.putInt(2 * WORD, raw.getInt(2 * WORD) | CS8);
        raw.putInt(3 * WORD, raw.getInt(3 * WORD) & ~LOCAL_OFF);
        raw.put(CONTROL_CHARACTERS + VMIN, (byte) 1);
        raw.put(CONTROL_CHARACTERS + VTIME, (byte) 0);
        return restore(fd, raw.array());
    }
}
