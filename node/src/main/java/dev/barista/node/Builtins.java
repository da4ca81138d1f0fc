package dev.barista.node;

import dev.barista.engine.Args;
import dev.barista.engine.Js;
import dev.barista.engine.JsException;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsModule;
import dev.barista.engine.JsObject;
import dev.barista.engine.OwnedModules;
import dev.barista.engine.Realm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The loader of built-in modules: the JavaScript halves of the rooms and their internals. Loop thread only.
 *
 * <p>A file {@code fs.js} is the module {@code fs}, and the body of {@code function (exports, require, module, process, binding)}.
 * Each is loaded once per environment, on its first {@code require}; a module that is still loading gives what it has exported so far.
 */
public final class Builtins {
    private static final String RESOURCES = "/dev/barista/js/";
    private static final String[] PARAMETERS = {"exports", "require", "module", "process", "binding"};

    private final Environment env;
    private final Realm realm;
    private final Path directory;
    private final Map<String, JsObject> modules = new HashMap<>();
    private final Set<String> loading = new HashSet<>();
    /** What loaded modules export, by their names as JavaScript has them: modules are required in the middle of hot code too. */
    private final Map<Object, Object> exports = new HashMap<>();
    private final Map<String, JsObject> bindings = new HashMap<>();
    private final List<String> loaded = new ArrayList<>();
    private final JsFunction require;
    private final JsFunction binding;

    /** @param directory where the files are read from while developing, or {@code null} for the packaged ones */
    Builtins(Environment env, Path directory) {
        this.env = env;
        this.realm = env.realm();
        this.directory = directory;
        this.require = realm.function("require", this::required);
        require.set("isLoaded", realm.function("isLoaded", a -> modules.containsKey(a.string(0))));
        this.binding = realm.function("binding", a -> binding(a.string(0)));
    }

    private Object required(Args a) {
        Object known = exports.get(a.raw(0));
        if (known != null) return known;
        String id = a.string(0);
        Object exported = require(id);
        if (!loading.contains(id)) exports.put(a.raw(0), exported);
        return exported;
    }

    /**
     * The exports of a built-in module, public or internal, as an opaque engine value.
     *
     * @throws JsException an Error if there is no such module
     * @throws JsException what its file throws
     */
    public Object require(String id) {
        JsObject module = modules.get(id);
        return (module == null ? load(id) : module).get("exports");
    }

    /** As {@link #require}, for a module that exports an object. */
    public JsObject requireObject(String id) {
        return (JsObject) Js.java(require(id));
    }

    /** A function that a built-in module exports. */
    public JsFunction function(String id, String name) {
        return requireObject(id).function(name);
    }

    /**
     * A library in JavaScript that the build took from its jar, as a function.
     *
     * @param file without {@code .js}, below the folder of such libraries
     * @param parameters the function's parameters, which the library's text takes for globals
     */
    public JsFunction vendor(String file, String... parameters) {
        String id = "vendor/" + file;
        loaded.add(id);
        return realm.scripts().function(text(id), "node:" + id, parameters);
    }

    /**
     * A library in JavaScript that is an ECMAScript module; it may import other libraries and nothing else.
     *
     * @param file as for {@link #vendor}
     * @param imports what the module imports, by specifier: objects whose properties are the exports
     * @return its namespace
     */
    public JsObject vendorModule(String file, Map<String, JsObject> imports) {
        String id = "vendor/" + file;
        loaded.add(id);
        OwnedModules modules = new OwnedModules(realm);
        JsModule module = modules.source(text(id), "node:" + id, null, realm.object());
        module.links(module.requests().stream().map(request -> exporting(modules, request.specifier(), imports.get(request.specifier()))).toList());
        module.link();
        module.evaluateNow();
        return module.namespace();
    }

    private static JsModule exporting(OwnedModules modules, String name, JsObject exports) {
        JsModule[] module = {null};
        module[0] = modules.synthetic(name, exports.keys(), null, () -> exports.keys().forEach(key -> module[0].export(key, exports.get(key))));
        return module[0];
    }

    /** The modules loaded so far, in order: what start-up pays for. */
    public List<String> loaded() {
        return List.copyOf(loaded);
    }

    private JsObject load(String id) {
        String text = text(id);
        JsFunction body = realm.scripts().function(text, "node:" + id, PARAMETERS);
        JsObject module = realm.object();
        JsObject exports = realm.object();
        module.set("exports", exports);
        module.set("id", id);
        modules.put(id, module);
        loaded.add(id);
        loading.add(id);
        try {
            body.call(null, exports, require, module, env.process(), binding);
        } catch (JsException e) {
            modules.remove(id);
            throw e;
        } finally {
            loading.remove(id);
        }
        return module;
    }

    private JsObject binding(String name) {
        JsObject known = bindings.get(name);
        if (known != null) return known;
        Exports exports = new Exports(realm);
        Rooms.binding(name, env).define(exports);
        bindings.put(name, exports.object());
        return exports.object();
    }

    private String text(String id) {
        try {
            if (directory != null && Files.exists(directory.resolve(id + ".js"))) return Files.readString(directory.resolve(id + ".js"));
            try (InputStream in = Builtins.class.getResourceAsStream(RESOURCES + id + ".js")) {
                if (in == null) throw realm.error("No such built-in module: " + id);
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("built-in module " + id, e);
        }
    }
}
