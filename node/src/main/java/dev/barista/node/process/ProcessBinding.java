package dev.barista.node.process;

import dev.barista.engine.Args;
import dev.barista.loop.Errno;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.Option;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code process} and the start of a program need of Java. Loop thread only. */
public final class ProcessBinding implements Binding {
    private final Environment env;

    public ProcessBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("cwd",           a -> env.cwd().toString());
        x.fn("changeCwd",     this::changeCwd);
        x.fn("uptime",        a -> (System.currentTimeMillis() - ProcessObject.startMillis()) / 1000.0);
        x.fn("hrtime",        a -> env.realm().array(System.nanoTime() / 1_000_000_000L, System.nanoTime() % 1_000_000_000L));
        x.fn("hrtimeBigInt",  a -> BigInteger.valueOf(System.nanoTime()));
        x.fn("nextTick",      this::nextTick);
        x.fn("queueMicrotask", this::queueMicrotask);
        x.fn("runMicrotasks", this::runMicrotasks);
        x.fn("exit",          a -> { throw env.exit(a.integer(0)); });
        x.fn("write",         this::write);
        x.fn("option",        this::option);
        x.fn("script",        a -> env.options().script());
    }

    /** @return 0 or a negative errno */
    private Object changeCwd(Args a) {
        Path directory = env.cwd().resolve(a.string(0)).normalize();
        if (!Files.exists(directory)) return Errno.ENOENT.code();
        if (!Files.isDirectory(directory)) return Errno.ENOTDIR.code();
        if (!Files.isExecutable(directory)) return Errno.EACCES.code();
        env.cwd(directory);
        return 0;
    }

    private Object nextTick(Args a) {
        env.ticks().nextTick(a.function(0), a.rest(1));
        return null;
    }

    /** Argument 0 is a function that never throws. */
    private Object queueMicrotask(Args a) {
        env.realm().enqueueMicrotask(a.function(0));
        return null;
    }

    private Object runMicrotasks(Args a) {
        env.ticks().microtasks();
        return null;
    }

    /** (fd, string or bytes) → 0 or a negative errno. */
    private Object write(Args a) {
        if (a.isString(1)) {
            byte[] bytes = a.string(1).getBytes(StandardCharsets.UTF_8);
            return env.options().stdio().write(a.integer(0), bytes, 0, bytes.length);
        }
        byte[] bytes = a.bytes(1).copy();
        return env.options().stdio().write(a.integer(0), bytes, 0, bytes.length);
    }

    /** The value of an option by its flag: boolean, string, number or array of strings. */
    private Object option(Args a) {
        Option option = Option.of(a.string(0));
        return switch (option.kind()) {
            case FLAG -> env.options().options().is(option);
            case INTEGER -> env.options().options().integer(option);
            case STRING -> env.options().options().string(option);
            case LIST -> env.realm().array(env.options().options().list(option).toArray());
        };
    }
}
