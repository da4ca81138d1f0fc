package dev.barista.node.node_api;

import dev.barista.engine.Args;
import dev.barista.engine.Js;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.posix.DynamicLinker;
import dev.barista.node.posix.Memory;

/** Loads native addons for {@code internal/node_api/addons.js}. Loop thread only. */
public final class NodeApiBinding implements Binding {
    private static final int DEFAULT_VERSION = 8;
    private static final int NEWEST_VERSION = 10;

    private static final String INITIALIZER = "napi_register_module_v1";
    private static final String VERSION = "node_api_module_get_api_version_v1";

    /** Where in a {@code napi_module} the function stands that makes its exports. */
    private static final long REGISTER_FUNCTION = 16;

    private final Environment env;
    private NodeApi api;

    public NodeApiBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.value("isSupported", Machine.current() != null && System.getProperty("os.name").equals("Linux"));
        x.fn("open",       a -> open(a.string(0), a.integer(1)));
        x.fn("initialize", this::initialize);
    }

    /** An addon in the process, and what of it makes its exports. */
    private record Loaded(long initializer, int version, Shim shim) {}

    /**
     * @return what {@link #initialize} takes; why it cannot be loaded; false for an object that is no addon of Node-API's, true for one
     *     that says it is and has nothing to call
     */
    private Object open(String file, int flags) {
        synchronized (Shim.lock()) {
            Shim shim;
            try {
                shim = Shim.get(Machine.current());
            } catch (UnsupportedOperationException e) {
                return file + ": Node-API cannot be loaded: " + e.getMessage();
            }
            shim.beforeLoading();
            // Now, so that what is missing is an error here and not the end of the process later.
            long handle = DynamicLinker.open(path(file), flags & ~DynamicLinker.RTLD_LAZY | DynamicLinker.RTLD_NOW);
            if (handle == 0) return DynamicLinker.error();
            long initializer = DynamicLinker.symbol(handle, INITIALIZER);
            long module = shim.registered(handle);
            if (initializer == 0 && module != 0) initializer = Memory.pointer(module + REGISTER_FUNCTION);
            if (initializer == 0) {
                if (module == 0) DynamicLinker.close(handle);
                return module != 0;
            }
            long version = DynamicLinker.symbol(handle, VERSION);
            return env.realm().wrap(new Loaded(initializer, version == 0 ? DEFAULT_VERSION : (int) NativeCalls.call(version, 0, 0, 0, 0), shim));
        }
    }

    /** The linker looks a name without a slash up in its own places; others are relative to the program's directory. */
    private String path(String file) {
        return file.contains("/") ? env.cwd().resolve(file).toString() : file;
    }

    /**
     * {@code initialize(loaded, exports, url, library)}: has an addon define its exports; it may throw.
     *
     * @return other exports than those it was given, undefined for these, or a number: a version of Node-API that is not known
     */
    private Object initialize(Args a) {
        Loaded loaded = a.host(0, Loaded.class);
        int version = loaded.version;
        if (version > NEWEST_VERSION && version != Addon.EXPERIMENTAL_VERSION) return version;
        if (api == null) api = new NodeApi(env, a.object(3), loaded.shim);
        Addon addon = api.addon(a.string(2), Math.max(version, DEFAULT_VERSION));
        Object exports = a.raw(1);
        Object result = addon.enter(() -> NativeCalls.call(loaded.initializer, addon.address(), addon.handle(exports), 0, 0));
        return result == exports ? Js.UNDEFINED : result;
    }
}
