package dev.barista.node;

import dev.barista.engine.AsyncScope;
import dev.barista.engine.CompilerHold;
import dev.barista.engine.JsException;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.engine.Js;
import dev.barista.engine.NativeFailure;
import dev.barista.engine.Realm;
import dev.barista.engine.RealmOptions;
import dev.barista.engine.Scripts;
import dev.barista.loop.Loop;
import dev.barista.loop.RunMode;
import dev.barista.loop.Transport;
import dev.barista.node.permission.Grants;
import dev.barista.node.permission.Permissions;
import dev.barista.node.posix.Processes;
import dev.barista.node.posix.Signals;
import dev.barista.node.process.ProcessObject;
import dev.barista.node.process.Rejections;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * One running Node program: everything that a Node process would own. Nothing of it is static, so that many run in one JVM.
 *
 * <p>It belongs to the thread that makes it, its loop thread. {@link #run()} runs the program to its end and returns the exit code.
 */
public final class Environment implements AutoCloseable {
    /** The exit code of a program that {@link #terminate} ended: what a shell says of a process that SIGTERM ended. */
    public static final int TERMINATED = 143;

    private static final int INTERNAL_ERROR = 70;
    private static final int ABORTED = 134;
    private static final long COMPILER_HOLD_MILLIS = 1500;
    private static final long MOST_COMPILER_HOLD_MILLIS = 20_000;

    private final EnvironmentOptions options;
    private final ProgramThread thread;
    /** {@code null} where other programs of this JVM may need the compiler. */
    private final CompilerHold compilerHold;
    private final Realm realm;
    private final Loop loop;
    private final Ticks ticks;
    private final Builtins builtins;
    private final Trace trace = Trace.fromSystemProperty();
    private final Deque<Runnable> atClose = new ArrayDeque<>();
    private final Deque<Runnable> atEnd = new ArrayDeque<>(1);
    private final List<Runnable> atCollection = new ArrayList<>(0);
    private final Requests requests = new Requests();
    private final JsObject process;
    /** {@code null} where the program may do everything. */
    private final Permissions permissions;
    private final Map<Object, JsException.Location> syntaxErrors = new WeakHashMap<>();
    private final long[] milestones = new long[Milestone.values().length];
    private JsFunction requestTracker;
    private boolean mainRunning;
    private boolean exiting;

    /** The main thread of a program of its own. */
    public Environment(EnvironmentOptions options) {
        this(options, ProgramThread.main(options));
    }

    public Environment(EnvironmentOptions options, ProgramThread thread) {
        this.options = options;
        this.thread = thread;
        this.permissions = permissionsOf(options, thread.grants());
        Transport transport = Transport.valueOf(System.getProperty("barista.transport", "auto").toUpperCase(Locale.ROOT));
        this.loop = Loop.builder().poolSize(poolSize(options.env().get("UV_THREADPOOL_SIZE"))).transport(transport).create();
        reach(Milestone.V8_START);
        this.compilerHold = options.ownsProcess() ? CompilerHold.begin(compilerHoldMillis(), MOST_COMPILER_HOLD_MILLIS) : null;
        this.realm = new Realm(realmOptions(options));
        String zone = options.env().get("TZ");
        // The JVM has that of the process's own variables already.
        if (zone != null && !(options.ownsProcess() && options.options().envFiles().isEmpty())) realm.timeZone(zone);
        reach(Milestone.ENVIRONMENT);
        trace.mark("realm");
        this.ticks = new Ticks(realm);
        String directory = System.getProperty("barista.js");
        this.process = realm.object();
        this.builtins = new Builtins(this, directory == null ? null : Path.of(directory));
        new ProcessObject(this).define();
        Globals.define(this);
        Rejections rejections = new Rejections(this);
        realm.onRejection(rejections);
        realm.onAsyncWaits(new AtomicsWaits(this));
        realm.newerSyntax().translator((text, goal, capability) ->
                (String) Js.java(builtins.function("internal/language/using", "translate").call(null, text, goal.name(), capability)));
        ticks.rejections(rejections);
        ticks.onUncaught(this::uncaught);
        trace.mark("bootstrap");
        reach(Milestone.BOOTSTRAP_COMPLETE);
    }

    /** A thread has what both its own options and those of the thread that started it grant. */
    private Permissions permissionsOf(EnvironmentOptions options, Grants outer) {
        if (!options.options().is(Option.PERMISSION)) return outer == null ? null : new Permissions(this, outer);
        Grants own = Grants.of(options);
        return new Permissions(this, outer == null ? own : own.within(outer));
    }

    private void reach(Milestone milestone) {
        milestones[milestone.ordinal()] = System.nanoTime();
    }

    /** When it was reached, on {@link System#nanoTime}'s clock; 0 if it has not been yet. */
    public long milestoneNanos(Milestone milestone) {
        return milestones[milestone.ordinal()];
    }

    private static RealmOptions realmOptions(EnvironmentOptions options) {
        RealmOptions realm = new RealmOptions();
        realm.stackTraceLimit(options.options().integer(Option.STACK_TRACE_LIMIT));
        // Where the system names no country, ICU's default is the United States.
        if (Locale.getDefault().equals(Locale.ENGLISH)) realm.engineOption("js.locale", "en-US");
        realm.evalAllowed(!options.options().is(Option.DISALLOW_CODE_GENERATION_FROM_STRINGS));
        return realm;
    }

    /** libuv's rule: 4 threads unless the variable names 1 to 1024. */
    private static int poolSize(String variable) {
        if (variable == null) return 4;
        try {
            return Math.clamp(Integer.parseInt(variable.trim()), 1, 1024);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    public EnvironmentOptions options() {
        return options;
    }

    /** Which thread of its program it runs. */
    public ProgramThread thread() {
        return thread;
    }

    /**
     * What the program may do; {@code null} where it may do everything. Whoever reaches files, processes or threads for it asks here
     * before anything is done.
     */
    public Permissions permissions() {
        return permissions;
    }

    public Realm realm() {
        return realm;
    }

    public Loop loop() {
        return loop;
    }

    public Ticks ticks() {
        return ticks;
    }

    public Builtins builtins() {
        return builtins;
    }

    /** A program that has one core shares it with the JVM's two compilers, so it comes on a third as fast. */
    private static long compilerHoldMillis() {
        return Runtime.getRuntime().availableProcessors() == 1 ? 3 * COMPILER_HOLD_MILLIS : COMPILER_HOLD_MILLIS;
    }

    /** The program has come to another of its modules, so it is still starting. */
    public void loadingModule() {
        if (compilerHold != null) compilerHold.loading();
    }

    /** When the program began, on {@link System#nanoTime}'s clock. */
    public long startedNanos() {
        return thread.program().startedNanos();
    }

    /** The global {@code process}. */
    public JsObject process() {
        return process;
    }

    public Trace trace() {
        return trace;
    }

    /** The absolute working directory of the program; relative paths are resolved against it, never against the JVM's. */
    public Path cwd() {
        return thread.program().cwd();
    }

    public void cwd(Path directory) {
        thread.program().cwd(directory);
    }

    /** The file mode creation mask, or -1 while the program has not set one and the process's own counts. */
    public int umask() {
        return thread.program().umask();
    }

    public void umask(int mask) {
        thread.program().umask(mask);
    }

    /** An environment variable as the program sees it now, or {@code null}. */
    public String env(String name) {
        return Js.java(process.object("env").get(name)) instanceof String s ? s : null;
    }

    /** Captures the async context for a function that the loop will call later. */
    public Callback callback(JsFunction function) {
        return new Callback(ticks, function, realm.scope());
    }

    /**
     * As {@link #callback}, for an operation that calls back once: async hooks hear of it while any is enabled.
     *
     * @param type its type as hooks see it: {@code FSREQCALLBACK}, {@code GETADDRINFOREQWRAP} …
     */
    public Callback request(String type, JsFunction function) {
        JsFunction tracked = requestTracker == null ? function : Js.function(requestTracker.call(null, type, function));
        return new Callback(ticks, tracked, realm.scope(), requests, type);
    }

    /** The types of the requests that are under way. */
    public List<String> activeRequests() {
        return requests.types();
    }

    /** Has requests pass through {@code (type, function) → function} from now on; {@code null} ends it. */
    public void trackRequests(JsFunction tracker) {
        requestTracker = tracker;
    }

    /** Runs {@code action} when this environment closes, last registered first. */
    public void atClose(Runnable action) {
        atClose.push(action);
    }

    /** Runs {@code action} when the program has ended, before its exit code is known, or when this environment closes; last registered first. */
    public void atEnd(Runnable action) {
        atEnd.push(action);
    }

    /** Runs {@code action} whenever the program has asked for a collection of garbage, after it. */
    public void atCollection(Runnable action) {
        atCollection.add(action);
    }

    /** The program has had garbage collected. */
    public void collected() {
        atCollection.forEach(Runnable::run);
    }

    private void end() {
        for (Runnable action; (action = atEnd.poll()) != null; ) action.run();
    }

    /**
     * Runs the program until nothing is left to wait for, or it exits.
     *
     * @return the exit code
     */
    public int run() {
        try {
            return runToEnd();
        } finally {
            end();
        }
    }

    private int runToEnd() {
        try {
            ticks.run(this::main);
            trace.mark("main");
            reach(Milestone.LOOP_START);
            if (compilerHold != null && loop.alive()) compilerHold.release();
            do {
                loop.run(RunMode.DEFAULT);
                emit("beforeExit");
            } while (loop.alive());
            reach(Milestone.LOOP_EXIT);
            return exitNormally();
        } catch (Exit e) {
            return e.code();
        } catch (NativeFailure e) {
            return failed(e.getMessage() + "\n" + String.join("\n", e.frames()));
        } catch (JsException e) {
            return failed(e.trace());   // thrown by our own JavaScript where no program's handler can be asked
        } catch (Error e) {
            if (realm.terminated()) return TERMINATED;
            throw e;
        }
    }

    private int failed(String what) {
        String text = "Barista has a bug: " + what + "\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        options.stdio().write(2, bytes, 0, bytes.length);
        return INTERNAL_ERROR;
    }

    private void main() {
        mainRunning = true;
        try {
            builtins.function("internal/process/main", "run").call(null);
        } finally {
            mainRunning = false;
        }
    }

    /** Whether the main program is on the stack: nothing has come from the loop yet. */
    public boolean mainRunning() {
        return mainRunning;
    }

    private void emit(String event) {
        ticks.run(() -> process.function("emit").call(process, event, exitCode()));
    }

    private int exitNormally() {
        exiting = true;
        process.set("_exiting", true);
        emit("exit");
        return exitCode();
    }

    /** What {@code process.exitCode} holds, 0 if it is not set. */
    public int exitCode() {
        Object code = Js.java(process.get("exitCode"));
        if (code instanceof Integer i) return i & 0xff;
        return code instanceof String s ? Integer.parseInt(s.trim()) & 0xff : 0;
    }

    /** Ends the program at once: nothing more of its JavaScript runs. */
    public RuntimeException exit(int code) {
        exiting = true;
        ticks.stop();
        throw new Exit(code);
    }

    /** Ends the program as {@code abort(3)} does: without exit handlers, by SIGABRT; with its code where other programs share the JVM. */
    public RuntimeException abort() {
        if (options.ownsProcess()) Processes.kill(Processes.getpid(), Signals.SIGABRT.number());
        return exit(ABORTED);
    }

    /** Whether the program is ending, so that errors can no longer be handled. */
    public boolean exiting() {
        return exiting;
    }

    private boolean uncaught(JsException e) {
        return uncaught(e, false);
    }

    /**
     * Offers something thrown to {@code uncaughtException}, in the async context it was thrown in; where nobody handles it, prints it and
     * ends the program.
     *
     * @param rejection whether it comes from a promise
     * @return true: it was handled
     */
    public boolean uncaught(JsException e, boolean rejection) {
        AsyncScope before = realm.scope();
        try {
            builtins.function("internal/process/fatal", "onUncaught")
                    .call(null, e.value(), rejection, locationOf(e));
            return true;
        } finally {
            realm.swap(before);
        }
    }

    /** Where an error was made or another value thrown, as far as is known, with the text of the line; {@code null} where it is not. */
    public JsObject locationOf(JsException e) {
        JsException.Location syntax = syntaxErrors.get(e.value());
        return syntax != null ? location(syntax) : e.location().map(this::location).orElse(null);
    }

    /** Where in its text a SyntaxError is that {@link #syntaxError} gave, with the text of the line; {@code null} for any other value. */
    public JsObject syntaxLocationOf(Object error) {
        JsException.Location at = syntaxErrors.get(error);
        return at == null ? null : location(at);
    }

    /** The SyntaxError to throw for text that does not parse; when it stays uncaught, the text's line is printed, not the compiler's. */
    public JsException syntaxError(Scripts.SyntaxException e) {
        e.location().ifPresent(at -> syntaxErrorAt(e.error().value(), at));
        return e.error();
    }

    /** Says where in its text a SyntaxError is. */
    public void syntaxErrorAt(Object error, JsException.Location at) {
        syntaxErrors.put(error, at);
    }

    private JsObject location(JsException.Location at) {
        JsObject location = realm.object();
        location.set("file", at.file());
        location.set("line", at.line());
        location.set("column", at.column());
        location.set("text", at.text());
        location.set("length", at.length());
        return location;
    }

    /** Ends the program as {@code process.exit(code)} does, as soon as it comes back to its loop. Any thread. */
    public void requestExit(int code) {
        loop.execute(() -> ticks.run(() -> process.function("exit").call(process, code)));
    }

    /** Whether {@link #terminate} stopped the program. Any thread. */
    public boolean terminated() {
        return realm.terminated();
    }

    /** Stops the program wherever it is; nothing more of its JavaScript runs. Any thread; waits until it has stopped. */
    public void terminate() {
        realm.terminate(() -> loop.execute(() -> { throw new Terminated(); }));
    }

    /** Ends a loop that waits while its program is terminated. */
    private static final class Terminated extends Error {
        private static final long serialVersionUID = 1;

        Terminated() {
            super("terminated", null, false, false);
        }
    }

    /** Ends what the program left open: handles, descriptors, the realm. */
    @Override
    public void close() {
        try {
            end();
            for (Runnable action; (action = atClose.poll()) != null; ) action.run();
        } finally {
            try {
                loop.close();
            } finally {
                realm.close();   // whoever terminated it waits for this
            }
        }
    }
}
