package dev.barista.node;

import java.util.List;
import java.util.Set;

/** Flags of V8 that programs are started with and that have no meaning here: they are accepted and do nothing. */
final class V8Flags {
    private static final Set<String> NAMES = Set.of("--allow-natives-syntax", "--always-opt", "--always-turbofan", "--concurrent-array-buffer-sweeping", "--concurrent-recompilation",
            "--experimental-worker", "--gc-global", "--gc-interval",
            "--harmony", "--huge-max-old-generation-size", "--interpreted-frames-native-stack", "--jitless", "--js-source-phase-imports", "--lite-mode",
            "--max-heap-size", "--max-lazy", "--max-old-space-size", "--max-semi-space-size", "--min-semi-space-size",
            "--opt", "--optimize-for-size", "--perf-basic-prof",
            "--perf-basic-prof-only-functions", "--perf-prof", "--perf-prof-unwinding-info", "--predictable", "--rehash-builtin-constants", "--single-threaded", "--sparkplug", "--stack-size",
            "--stress-compaction", "--trace-deopt", "--trace-gc", "--trace-opt", "--turbo", "--turbo-filter", "--use-strict", "--v8-pool-size");

    private V8Flags() {}

    /** Those that Node documents for {@code NODE_OPTIONS}. */
    static List<String> inNodeOptions() {
        return List.of("--disallow-code-generation-from-strings", "--enable-etw-stack-walking", "--expose-gc", "--interpreted-frames-native-stack",
                "--jitless", "--js-source-phase-imports", "--max-old-space-size", "--max-semi-space-size", "--perf-basic-prof",
                "--perf-basic-prof-only-functions", "--perf-prof", "--perf-prof-unwinding-info", "--stack-trace-limit");
    }

    /** Whether a worker may be given it: V8's flags are the whole process's, but for these. */
    static boolean acceptsInThread(String word) {
        return inNodeOptions().contains(Option.flagOf(word));
    }

    static boolean accepts(String word) {
        String name = Option.flagOf(word);
        if (name.startsWith("--no-")) name = "--" + name.substring(5);
        else if (name.startsWith("--no")) name = "--" + name.substring(4);
        return NAMES.contains(name) || name.startsWith("--harmony-");
    }
}
