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

    Map<String, String> engineOptions() {
        Map<String, String> all = new HashMap<>(engine);
        if (!evalAllowed) all.put("js.disable-eval", "true");
        return all;
    }
}
