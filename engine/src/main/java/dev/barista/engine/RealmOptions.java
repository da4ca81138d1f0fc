package dev.barista.engine;

import java.util.HashMap;
import java.util.Map;

/** How a {@link Realm} is made. */
public final class RealmOptions {
    private static final String PROPERTY_CACHE_LIMIT = "10";
    /** What V8 has of WebAssembly and the library has off by itself. Only memory outside the heap can be seen from Java and shared by threads. */
    private static final String[] WEBASSEMBLY = {
        "UseUnsafeMemory", "DirectByteBufferMemoryAccess", "Threads", "Memory64", "MultiMemory", "ExtendedConstExpressions", "RelaxedSIMD",
    };

    private static final String LAST_TIER_THRESHOLD = "engine.LastTierCompilationThreshold";
    /** Calls of a function before it is compiled for the second time, where the compiler has the program's only processor; 10,000 elsewhere. */
    private static final String LAST_TIER_CALLS_ON_ONE_PROCESSOR = "50000";

    private final Map<String, String> engine = new HashMap<>();
    private boolean evalAllowed = true;

    public RealmOptions() {
        engine.put("js.ecmascript-version", "staging");
        engine.put("js.v8-compat", "true");
        engine.put("js.lazy-translation", "true");
        engine.put("js.source-phase-imports", "true");
        // Frameworks look up more names and shapes in one place than the five that the engine keeps by itself.
        engine.put("js.property-cache-limit", PROPERTY_CACHE_LIMIT);
        engine.put("js.frequency-based-property-cache-limit", PROPERTY_CACHE_LIMIT);
        engine.put("js.string-length-limit", Integer.toString(JsText.MAX_LENGTH));
        engine.put("engine.WarnInterpreterOnly", "false");
        for (String on : WEBASSEMBLY) engine.put("wasm." + on, "true");
        for (String off : new String[] {"print", "load", "console", "graal-builtin", "polyglot-builtin", "java-package-globals", "global-arguments", "performance"}) {
            engine.put("js." + off, "false");
        }
    }

    /** Frames kept in {@code Error.stack}. */
    public RealmOptions stackTraceLimit(int frames) {
        engine.put("js.stack-trace-limit", Integer.toString(frames));
        return this;
    }

    /** Whether {@code eval} and {@code new Function} work. */
    public RealmOptions evalAllowed(boolean allowed) {
        evalAllowed = allowed;
        return this;
    }

    /** An option of the engine itself, such as {@code js.temporal}. */
    public RealmOptions engineOption(String name, String value) {
        engine.put(name, value);
        return this;
    }

    /**
     * @param processors that the JVM has
     * @param compiles   whether the engine has a compiler here, and so the compiler's options
     */
    Map<String, String> engineOptions(int processors, boolean compiles) {
        Map<String, String> all = new HashMap<>(engine);
        if (!evalAllowed) all.put("js.disable-eval", "true");
        // The engine divides its thresholds by ten while its compiler has nothing to do, which is right where the compiler has a processor
        // of its own. On the program's it takes half of that for a minute, for functions that a server calls once a connection.
        if (compiles && processors == 1) all.putIfAbsent(LAST_TIER_THRESHOLD, LAST_TIER_CALLS_ON_ONE_PROCESSOR);
        return all;
    }
}
