package dev.barista.node.process;

import dev.barista.engine.JsObject;
import dev.barista.engine.Realm;
import dev.barista.node.Environment;
import dev.barista.node.EnvironmentOptions;
import dev.barista.node.Option;
import dev.barista.node.sqlite.SqliteLibrary;
import java.util.Locale;

/**
 * Fills the global {@code process}: what is constant here in Java, the rest in {@code internal/process/object.js}. Loop thread only.
 */
public final class ProcessObject {
    /** The version of Node whose behaviour this is. */
    public static final String NODE_VERSION = "24.12.0";

    private final Environment env;
    private final Realm realm;
    private final JsObject process;

    public ProcessObject(Environment env) {
        this.env = env;
        this.realm = env.realm();
        this.process = env.process();
    }

    public void define() {
        EnvironmentOptions options = env.options();
        process.set("version", "v" + NODE_VERSION);
        process.set("arch", arch());
        process.set("platform", platform());
        process.set("title", title(options));
        process.set("pid", ProcessHandle.current().pid());
        process.defineLazy("ppid", true, () -> ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L));
        process.set("execPath", options.execPath().toString());
        process.set("execArgv", realm.array(options.execArguments().toArray()));
        process.set("argv", argv(options));
        process.set("argv0", options.execPath().toString());
        process.set("debugPort", 9229);
        env.builtins().function("internal/process/object", "define").call(null);
    }

    private JsObject argv(EnvironmentOptions options) {
        JsObject argv = realm.array(options.execPath().toString());
        int i = 1;
        if (options.script() != null) argv.set(i++, options.script());
        for (String argument : options.arguments()) argv.set(i++, argument);
        return argv;
    }

    private static String title(EnvironmentOptions options) {
        String title = options.options().string(Option.TITLE);
        return title == null ? options.execPath().toString() : title;
    }

    /** The versions of what is inside, under the names that programs look for. */
    static JsObject versions(Realm realm) {
        JsObject versions = realm.object();
        versions.defineConstant("node", NODE_VERSION);
        versions.defineConstant("barista", "0.1.0");
        versions.defineConstant("graaljs", "25.0.3");
        versions.defineConstant("java", Runtime.version().toString());
        versions.defineConstant("uv", "1.51.0");
        versions.defineConstant("v8", "13.6.233.17-node.37");
        versions.defineConstant("modules", "137");
        versions.defineConstant("napi", "10");
        versions.defineConstant("openssl", "3.5.4");   // whose answers `crypto` gives
        versions.defineLazyConstant("sqlite", SqliteLibrary::version);   // the system's
        versions.defineConstant("icu", "77.1");
        versions.defineConstant("unicode", "16.0");
        return versions;
    }

    static String arch() {
        String arch = System.getProperty("os.arch");
        return switch (arch) {
            case "amd64", "x86_64" -> "x64";
            case "aarch64" -> "arm64";
            default -> arch;
        };
    }

    static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) return "win32";
        return os.startsWith("mac") ? "darwin" : os;
    }
}
