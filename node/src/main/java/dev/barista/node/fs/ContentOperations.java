package dev.barista.node.fs;

import dev.barista.engine.Args;
import dev.barista.engine.Js;
import dev.barista.engine.JsText;
import java.nio.ByteBuffer;

/** Opens, closes, reads and writes. Loop thread only; the operations that it makes are for any thread. */
final class ContentOperations {
    private final Values values;
    private final Paths paths;
    private final OpenFiles files;
    private final WholeFile whole;

    ContentOperations(Values values, Paths paths, OpenFiles files) {
        this.values = values;
        this.paths = paths;
        this.files = files;
        whole = new WholeFile(files);
    }

    /** {@code (path, flags, mode)} gives a descriptor. */
    Operation open(Args a) {
        int flags = a.integer(1);
        byte[] path = paths.opened(a, 0, flags);
        int mode = values.mode(a, 2);
        return () -> files.open(path, flags, mode);
    }

    Operation close(Args a) {
        int fd = a.integer(0);
        return () -> files.close(fd);
    }

    /** (fd) → what stands for it in a message to another thread, which takes it over. */
    Object sendDescriptor(Args a) {
        files.disown(a.integer(0));
        return a.realm().wrap(new SentDescriptor(a.integer(0)));
    }

    /** (what {@link #sendDescriptor} gave) → the descriptor. */
    Object receiveDescriptor(Args a) {
        int fd = a.host(0, SentDescriptor.class).fd();
        files.adopt(fd);
        return fd;
    }

    /** {@code (fd, view, offset, length, position)} gives a count; position −1 is where the descriptor stands. */
    Operation read(Args a) {
        int fd = a.integer(0);
        ByteBuffer into = slice(a);
        long position = a.longValue(4);
        return () -> files.read(fd, position, into);
    }

    Operation write(Args a) {
        int fd = a.integer(0);
        ByteBuffer from = slice(a);
        long position = a.longValue(4);
        return () -> files.write(fd, position, from);
    }

    /** {@code (fd, views, position)} gives a count. */
    Operation readv(Args a) {
        int fd = a.integer(0);
        ByteBuffer[] into = views(a);
        long position = a.longValue(2);
        return () -> files.read(fd, position, into);
    }

    Operation writev(Args a) {
        int fd = a.integer(0);
        ByteBuffer[] from = views(a);
        long position = a.longValue(2);
        return () -> files.write(fd, position, from);
    }

    /** {@code (path or descriptor, flags, as text)}. */
    Operation readFile(Args a) {
        boolean asText = a.bool(2);
        if (a.isNumber(0)) {
            int fd = a.integer(0);
            return () -> whole.read(fd, asText);
        }
        int flags = a.integer(1);
        byte[] path = paths.opened(a, 0, flags);
        return () -> whole.read(path, flags, asText);
    }

    /** {@code (path or descriptor, string or view, flags, mode)}. */
    Operation writeFile(Args a) {
        ByteBuffer data = a.isString(1) ? ByteBuffer.wrap(JsText.utf8Bytes(a.raw(1))) : a.bytes(1).buffer();
        if (a.isNumber(0)) {
            int fd = a.integer(0);
            return () -> whole.write(fd, data);
        }
        int flags = a.integer(2);
        byte[] path = paths.opened(a, 0, flags);
        int mode = values.mode(a, 3);
        return () -> whole.write(path, flags, mode, data);
    }

    private static ByteBuffer slice(Args a) {
        return a.bytes(1).buffer().slice(a.integer(2), a.integer(3));
    }

    private static ByteBuffer[] views(Args a) {
        Object[] elements = a.object(1).elements();
        ByteBuffer[] views = new ByteBuffer[elements.length];
        for (int i = 0; i < views.length; i++) views[i] = Js.bytes(elements[i]).buffer();
        return views;
    }
}
