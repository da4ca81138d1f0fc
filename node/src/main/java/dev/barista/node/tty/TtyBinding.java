package dev.barista.node.tty;

import dev.barista.engine.Args;
import dev.barista.loop.Errno;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.posix.Terminal;
import java.util.HashMap;
import java.util.Map;

/** Terminals for {@code tty.js}. A terminal in raw mode gets its mode back when the environment closes. Loop thread only. */
public final class TtyBinding implements Binding {
    private static final int STANDARD_ERROR = 2;

    private final Environment env;
    private final Map<Integer, byte[]> modesBefore = new HashMap<>();

    public TtyBinding(Environment env) {
        this.env = env;
        env.atClose(() -> modesBefore.forEach(Terminal::restore));
    }

    @Override
    public void define(Exports x) {
        x.fn("isTerminal", a -> isTerminal(a.integer(0)));
        x.fn("size",       this::size);
        x.fn("setRawMode", this::setRawMode);
    }

    /** Descriptors 0 to 2 of an embedded program are not the process's. */
    private boolean isTerminal(int fd) {
        return (fd > STANDARD_ERROR || env.options().stdio().ofProcess()) && Terminal.isTerminal(fd);
    }

    /** @return [columns, rows], or undefined for what is no terminal */
    private Object size(Args a) {
        int[] size = isTerminal(a.integer(0)) ? Terminal.size(a.integer(0)) : null;
        return size == null ? null : env.realm().array(size[0], size[1]);
    }

    /** @return 0 or a negative errno */
    private Object setRawMode(Args a) {
        int fd = a.integer(0);
        if (!isTerminal(fd)) return Errno.ENOTTY.code();
        if (a.bool(1)) {
            modesBefore.computeIfAbsent(fd, Terminal::mode);
            return Terminal.makeRaw(fd);
        }
        byte[] before = modesBefore.remove(fd);
        return before == null ? 0 : Terminal.restore(fd, before);
    }
}
