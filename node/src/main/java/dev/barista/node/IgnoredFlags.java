package dev.barista.node;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Flags that programs are started with and that have no meaning here: they are accepted and do nothing. */
final class IgnoredFlags {
    /** V8's. */
    private static final Set<String> ENGINE = Set.of("--allow-natives-syntax", "--always-opt", "--always-turbofan", "--concurrent-array-buffer-sweeping", "--concurrent-recompilation",
            "--enable-etw-stack-walking", "--gc-global", "--gc-interval",
            "--harmony", "--huge-max-old-generation-size", "--interpreted-frames-native-stack", "--jitless", "--js-source-phase-imports", "--lite-mode",
            "--max-heap-size", "--max-lazy", "--max-old-space-size", "--max-semi-space-size", "--min-semi-space-size",
            "--opt", "--optimize-for-size", "--perf-basic-prof",
            "--perf-basic-prof-only-functions", "--perf-basic-prof-path", "--perf-prof", "--perf-prof-unwinding-info", "--predictable", "--rehash-builtin-constants", "--single-threaded",
            "--sparkplug", "--stack-size", "--stress-compaction", "--trace-deopt", "--trace-gc", "--trace-opt", "--turbo", "--turbo-filter", "--use-strict");

    /** Those of Node that once switched on what is always there now. */
    private static final List<String> RETIRED = List.of("--es-module-specifier-resolution", "--experimental-abortcontroller", "--experimental-fetch",
            "--experimental-global-customevent", "--experimental-global-webcrypto", "--experimental-json-modules", "--experimental-modules",
            "--experimental-report", "--experimental-specifier-resolution", "--experimental-top-level-await", "--experimental-wasi-unstable-preview1",
            "--experimental-wasm-modules", "--experimental-worker", "--http-parser", "--napi-modules");

    private static final List<String> ENGINE_IN_NODE_OPTIONS = List.of("--disallow-code-generation-from-strings", "--enable-etw-stack-walking", "--expose-gc",
            "--interpreted-frames-native-stack", "--jitless", "--max-old-space-size", "--max-semi-space-size", "--perf-basic-prof",
            "--perf-basic-prof-only-functions", "--perf-prof", "--perf-prof-unwinding-info", "--stack-trace-limit");

    private IgnoredFlags() {}

    /** Those of V8 that Node documents for {@code NODE_OPTIONS}, and Node's own. */
    static List<String> inNodeOptions() {
        return Stream.concat(ENGINE_IN_NODE_OPTIONS.stream(), RETIRED.stream()).toList();
    }

    /** Whether a worker may be given it: V8's flags are the whole process's, but for these. */
    static boolean acceptsInThread(String word) {
        String name = Option.flagOf(word);
        return ENGINE_IN_NODE_OPTIONS.contains(name) || RETIRED.contains(name);
    }

    static boolean accepts(String word) {
        String name = Option.flagOf(word);
        if (RETIRED.contains(name)) return true;
        if (name.startsWith("--no-")) name = "--" + name.substring(5);
        else if (name.startsWith("--no")) name = "--" + name.substring(4);
        return ENGINE.contains(name) || name.startsWith("--harmony-");
    }

    /** Whether it is the negative form of one that has none. */
    static boolean isInvalidNegation(String word) {
        String name = Option.flagOf(word);
        return name.startsWith("--no-") && RETIRED.contains("--" + name.substring(5));
    }
}
