package dev.barista.node.worker_threads;

import dev.barista.engine.Args;
import dev.barista.engine.Js;
import dev.barista.engine.JsObject;
import dev.barista.engine.StructuredClone;
import dev.barista.node.Binding;
import dev.barista.node.CommandLine;
import dev.barista.node.Environment;
import dev.barista.node.EnvironmentOptions;
import dev.barista.node.Exports;
import dev.barista.node.Option;
import dev.barista.node.OptionValues;
import dev.barista.node.ProgramThread;
import dev.barista.node.SharedVariables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Workers: further environments of the same program, and what one of them knows of itself. Loop thread only. */
public final class WorkerThreadsBinding implements Binding {
    private final Environment env;
    private final Set<WorkerThread> workers = new LinkedHashSet<>();
    private SharedVariables variables;

    public WorkerThreadsBinding(Environment env) {
        this.env = env;
        this.variables = env.thread().variables();
        env.atClose(this::stopAll);
    }

    @Override
    public void define(Exports x) {
        x.value("threadId",      env.thread().id());
        x.value("threadName",    env.thread().name());
        x.fn("control",          a -> env.realm().wrap(env.thread().control()));
        x.fn("create",           this::create);
        x.fn("workerId",         a -> worker(a).id());
        x.fn("start",            a -> { worker(a).start(); return null; });
        x.fn("discard",          a -> { worker(a).discard(); return null; });
        x.fn("stop",             a -> { worker(a).stop(); return null; });
        x.fn("ref",              a -> { worker(a).ref(a.bool(1)); return null; });
        x.fn("hasRef",           a -> worker(a).hasRef());
        x.fn("loopTimes",        this::loopTimes);
        x.fn("cpuTimes",         this::cpuTimes);
        x.fn("sharesVariables",  a -> variables != null);
        x.fn("shareVariables",   this::shareVariables);
        x.fn("variable",         a -> variables.get(a.string(0)));
        x.fn("setVariable",      a -> { variables.set(a.string(0), a.string(1)); return null; });
        x.fn("removeVariable",   a -> { variables.remove(a.string(0)); return null; });
        x.fn("variableNames",    a -> env.realm().array(variables.names().toArray()));
    }

    private static WorkerThread worker(Args a) {
        return a.host(0, WorkerThread.class);
    }

    /**
     * (name, variables or undefined to share them, options as they were written or undefined to inherit them, whether the variables
     * are the worker's own, megabytes of stack, the worker's end of its channel, whether
     * its files are closed with it, function for the exit code) → the worker, not yet
     * started; or what is wrong as {@code [words, words of NODE_OPTIONS]}.
     */
    private Object create(Args a) {
        Map<String, String> own = a.isUndefined(1) ? Map.of() : strings(a.object(1));
        EnvironmentOptions inherited = env.options();
        OptionValues options = inherited.options().without(Option.CHECK, Option.EVAL, Option.INTERACTIVE, Option.PRINT);
        List<String> execArguments = inherited.execArguments();
        if (a.isObject(2) || a.bool(3)) {
            List<String> badWords = new ArrayList<>();
            List<String> badNodeOptions = new ArrayList<>();
            List<String> words = a.isObject(2) ? Arrays.stream(a.object(2).elements()).map(word -> Js.java(word).toString()).toList() : List.of();
            CommandLine line = CommandLine.parseForThread(words, own, badWords, badNodeOptions);
            boolean sameNodeOptions = Objects.equals(own.get("NODE_OPTIONS"), inherited.env().get("NODE_OPTIONS"));
            if (sameNodeOptions) badNodeOptions.clear();   // the process was started with them all the same
            if (!badWords.isEmpty() || !badNodeOptions.isEmpty()) {
                return env.realm().array(env.realm().array(badWords.toArray()), env.realm().array(badNodeOptions.toArray()));
            }
            options = line.options();
            if (a.isObject(2)) execArguments = line.execArguments();
        }
        EnvironmentOptions forThread = new EnvironmentOptions(inherited.execPath(), options, null, execArguments, List.of(), env.cwd(), own,
                inherited.stdio(), false);
        ProgramThread role = new ProgramThread(env.thread().program(), env.thread().program().nextThreadId(), a.string(0),
                a.host(5, StructuredClone.Portable.class), a.isUndefined(1) ? variables : null, a.bool(6));
        role.program().openMailbox(role.id());
        return env.realm().wrap(new WorkerThread(env, workers, forThread, role, a.number(4), a.function(7)));
    }

    private static Map<String, String> strings(JsObject object) {
        Map<String, String> strings = new LinkedHashMap<>();
        for (String key : object.keys()) strings.put(key, object.string(key));
        return strings;
    }

    /** (plain object of strings) makes this environment's variables ones that workers can share. */
    private Object shareVariables(Args a) {
        if (variables == null) variables = new SharedVariables(strings(a.object(0)));
        return null;
    }

    /** (worker) → [milliseconds since its loop started, those of them that it has waited], or undefined. */
    private Object loopTimes(Args a) {
        double[] times = worker(a).loopTimes();
        return times == null ? null : env.realm().array(times[0], times[1]);
    }

    /** (worker) → [user, system] in microseconds. */
    private Object cpuTimes(Args a) {
        long[] times = worker(a).cpuTimes();
        return env.realm().array(times[0], times[1]);
    }

    /** A program's workers end with the thread that started them. */
    private void stopAll() {
        List<WorkerThread> left = List.copyOf(workers);
        left.forEach(WorkerThread::stop);
        try {
            for (WorkerThread worker : left) worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
