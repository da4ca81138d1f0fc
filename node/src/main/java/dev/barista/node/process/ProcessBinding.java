package dev.barista.node.process;

import dev.barista.engine.Args;
import dev.barista.engine.Clones;
import dev.barista.engine.Js;
import dev.barista.engine.JsException;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.engine.JsText;
import dev.barista.loop.Errno;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.Option;
import dev.barista.node.OptionValues;
import dev.barista.node.permission.Permission;
import dev.barista.node.permission.Permissions;
import dev.barista.node.posix.Execve;
import dev.barista.node.posix.Host;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What {@code process} and the start of a program need of Java. Loop thread only. */
public final class ProcessBinding implements Binding {
    private static final long NANOS = 1_000_000_000L;

    /** What {@code internal/process/start_options} applies. */
    private static final Set<Option> START_OPTIONS = EnumSet.of(Option.ALLOW_FS_READ, Option.ALLOW_FS_WRITE, Option.DEPRECATION, Option.DISABLE_PROTO,
            Option.ENABLE_SOURCE_MAPS, Option.PERMISSION, Option.REPORT_ON_SIGNAL,
            Option.REPORT_UNCAUGHT_EXCEPTION, Option.THROW_DEPRECATION,
            Option.TRACE_DEPRECATION, Option.TRACE_EVENT_CATEGORIES, Option.TRACE_EVENTS_ENABLED, Option.TRACE_SYNC_IO, Option.TRACE_WARNINGS,
            Option.USE_ENV_PROXY);

    private final Environment env;
    private final Identity identity;
    private final Usage usage;
    private final StandardInput input;
    private final Signals signals;

    public ProcessBinding(Environment env) {
        this.env = env;
        this.identity = new Identity(env);
        this.usage = new Usage(env);
        this.input = new StandardInput(env);
        this.signals = new Signals(env);
    }

    @Override
    public void define(Exports x) {
        x.fn("cwd",              a -> env.cwd().toString());
        x.fn("changeCwd",        this::changeCwd);
        x.fn("uptime",           a -> (System.nanoTime() - env.startedNanos()) / (double) NANOS);
        x.fn("hrtime",           a -> env.realm().array(System.nanoTime() / NANOS, System.nanoTime() % NANOS));
        x.fn("hrtimeBigInt",     a -> BigInteger.valueOf(System.nanoTime()));
        x.fn("defineLazy",       this::defineLazy);
        x.fn("nextTick",         this::nextTick);
        x.fn("uncaught",         this::uncaught);
        x.fn("errorLocation",    a -> env.locationOf(JsException.thrown(a.raw(0))));
        x.fn("collectGarbage",   a -> collectGarbage());
        x.fn("queueMicrotask",   this::queueMicrotask);
        x.fn("runMicrotasks",    this::runMicrotasks);
        x.fn("exit",             a -> { throw env.exit(a.integer(0)); });
        x.fn("abort",            a -> { throw env.abort(); });
        x.value("isMainThread",  env.thread().isMain());
        x.fn("ownsProcess",      a -> env.options().ownsProcess());
        x.fn("execve",           this::execve);
        x.fn("kill",             a -> identity.kill(a.integer(0), a.integer(1)));
        x.fn("startSignal",      signals::start);
        x.fn("activeResources",  a -> env.realm().array(Resources.active(env.loop()).toArray()));
        x.fn("activeHandles",    a -> env.realm().array(Resources.objects(env.loop()).toArray()));
        x.fn("activeRequests",   a -> env.realm().array(env.activeRequests().toArray()));
        x.fn("initialEnv",       this::initialEnv);
        x.fn("cloneAsPlain",     ProcessBinding::cloneAsPlain);
        x.fn("setTimeZone",      this::setTimeZone);
        x.fn("glibcVersion",     a -> Host.glibcVersion());
        x.fn("libraryVersions",  a -> ProcessObject.versions(env.realm()));
        x.fn("option",           this::option);
        x.value("hasStartOptions", env.permissions() != null || env.options().options().isAnyGiven(START_OPTIONS));
        x.value("isRestricted",  env.permissions() != null);
        x.value("tool",          tool(env.options().options()));
        x.fn("nodeOptionsFlags", a -> env.realm().array(Option.nodeOptionsFlags().toArray()));
        x.fn("script",           a -> env.options().script());
        x.fn("write",            this::write);
        x.fn("descriptorType",   a -> env.options().stdio().type(a.integer(0)));
        x.fn("openInput",        a -> input.open(env.callback(a.function(0))));
        x.fn("readAllInput",     a -> input.readAll());
        identity.define(x);
        usage.define(x);
    }

    /** The module that runs instead of the program, which it may run in processes of its own; {@code null} for none. */
    private static String tool(OptionValues options) {
        if (options.is(Option.TEST)) return "internal/test_runner/main";
        return options.is(Option.WATCH) ? "internal/watch_mode/main" : null;
    }

    /** @return 0 or a negative errno */
    private Object changeCwd(Args a) {
        if (env.permissions() != null) env.permissions().requireFile(Permission.FILE_SYSTEM_READ, a.string(0));
        Path directory = env.cwd().resolve(a.string(0)).normalize();
        if (!Files.exists(directory)) return Errno.ENOENT.code();
        if (!Files.isDirectory(directory)) return Errno.ENOTDIR.code();
        if (!Files.isExecutable(directory)) return Errno.EACCES.code();
        env.cwd(directory);
        return 0;
    }

    /** (path, argv, NAME=value pairs) → a negative errno; where it worked there is nobody to come back to. */
    private Object execve(Args a) {
        List<String> arguments = strings(a.object(1));
        List<String> variables = strings(a.object(2));
        Permissions permissions = env.permissions();
        if (permissions != null) {
            permissions.require(Permission.CHILD_PROCESS, a.string(0));
            variables = permissions.grants().inherited(arguments, variables);
        }
        return new Execve(env.cwd().resolve(a.string(0)), arguments, variables, env.cwd()).call();
    }

    private static List<String> strings(JsObject array) {
        return Arrays.stream(array.elements()).map(element -> Js.java(element).toString()).toList();
    }

    /** (object, name, function) makes a property whose value the function gives when it is first read. */
    private Object defineLazy(Args a) {
        JsFunction value = a.function(2);
        a.object(0).defineLazy(a.string(1), true, () -> value.call());
        return null;
    }

    private Object nextTick(Args a) {
        env.ticks().nextTick(a.function(0), a.rest(1));
        return null;
    }

    /** Routes a caught error to {@code uncaughtException}. */
    private Object uncaught(Args a) {
        env.ticks().uncaught(JsException.thrown(a.raw(0)));
        return null;
    }

    private Object collectGarbage() {
        System.gc();
        env.collected();
        return null;
    }

    private Object queueMicrotask(Args a) {
        env.ticks().queueMicrotask(a.function(0));
        return null;
    }

    private Object runMicrotasks(Args a) {
        env.ticks().microtasks();
        return null;
    }

    private Object initialEnv(Args a) {
        JsObject variables = env.realm().object();
        env.options().env().forEach(variables::set);
        return variables;
    }

    private static Object cloneAsPlain(Args a) {
        Clones.cloneAsPlain(a.object(0));
        return null;
    }

    /** @return whether there is such a zone */
    private Object setTimeZone(Args a) {
        return env.realm().timeZone(a.stringOrNull(0));
    }

    /** (fd, string or bytes) → 0 or a negative errno. */
    private Object write(Args a) {
        byte[] bytes = a.isString(1) ? JsText.utf8Bytes(a.raw(1)) : a.bytes(1).copy();
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
