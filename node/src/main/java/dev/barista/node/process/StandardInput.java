package dev.barista.node.process;

import dev.barista.engine.JsObject;
import dev.barista.loop.AsyncHandle;
import dev.barista.loop.Errno;
import dev.barista.node.Callback;
import dev.barista.node.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.SynchronousQueue;

/**
 * Standard input, read by a thread of its own: a read from a terminal or pipe can last for ever, which would take one of the pool's
 * few threads. Made on the loop thread; the thread starts with the first read and reads only what was asked for.
 */
final class StandardInput {
    private static final int CHUNK = 65536;
    private static final byte[] END = {};

    private final Environment env;

    StandardInput(Environment env) {
        this.env = env;
    }

    /** All of it as text, at once: the program itself may come this way. */
    String readAll() {
        try {
            return new String(env.options().stdio().in().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** An object with {@code read}, {@code ref}, {@code unref}, {@code close}; {@code onRead} gets bytes, undefined at the end, or an errno. */
    JsObject open(Callback onRead) {
        Reader reader = new Reader(onRead);
        JsObject object = env.realm().object();
        object.set("read", env.realm().function("read", a -> reader.read()));
        object.set("ref", env.realm().function("ref", a -> reader.ref(true)));
        object.set("unref", env.realm().function("unref", a -> reader.ref(false)));
        object.set("close", env.realm().function("close", a -> reader.close()));
        return object;
    }

    private final class Reader {
        private final Callback onRead;
        private final AsyncHandle arrived = new AsyncHandle(env.loop(), this::deliver);
        private final SynchronousQueue<Boolean> asked = new SynchronousQueue<>();
        private final InputStream in = env.options().stdio().in();
        private volatile byte[] bytes;
        private volatile IOException failure;
        private Thread thread;
        private boolean reading;
        private boolean wanted = true;

        Reader(Callback onRead) {
            this.onRead = onRead;
            arrived.unref();
        }

        Object read() {
            if (reading || arrived.closing()) return null;
            reading = true;
            if (wanted) arrived.ref();
            if (thread == null) {
                thread = Thread.ofPlatform().daemon().name("barista-stdin").start(this::pump);
            }
            try {
                asked.put(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        }

        private void pump() {
            byte[] buffer = new byte[CHUNK];
            try {
                while (asked.take()) {
                    try {
                        int n = in.read(buffer);
                        bytes = n < 0 ? END : Arrays.copyOf(buffer, n);
                    } catch (IOException e) {
                        failure = e;
                    }
                    arrived.send();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();   // closed while nothing was asked for
            }
        }

        private void deliver() {
            reading = false;
            arrived.unref();
            if (failure != null) onRead.call(Errno.EIO.code());
            else if (bytes == END) onRead.call();
            else onRead.call(env.realm().bytes(bytes));
        }

        Object ref(boolean on) {
            wanted = on;
            if (on && reading) arrived.ref();
            else arrived.unref();
            return null;
        }

        Object close() {
            if (arrived.closing()) return null;
            arrived.close(() -> { });
            if (thread != null) thread.interrupt();
            return null;
        }
    }
}
