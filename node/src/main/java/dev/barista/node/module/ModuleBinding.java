package dev.barista.node.module;

import dev.barista.engine.Args;
import dev.barista.engine.Js;
import dev.barista.engine.JsException;
import dev.barista.engine.JsObject;
import dev.barista.engine.Scripts;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.Option;
import dev.barista.node.Rooms;
import dev.barista.node.permission.Permission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the module loaders need of Java: the file system (the JDK's, which is warm at start-up, not the room fs), package.json, and
 * the compiler. Loop thread only. Where files are needs no permission, as in Node; what is in them does.
 *
 * <p>Failures of resolution come back as an array {@code [code, argument …]} from which JavaScript makes the error.
 */
public final class ModuleBinding implements Binding {
    private final Environment env;
    private final Resolver resolver;
    private final EsModules esModules;

    public ModuleBinding(Environment env) {
        this.env = env;
        this.resolver = new Resolver(new PackageWarnings(env), new Packages(env));
        this.esModules = new EsModules(env);
    }

    @Override
    public void define(Exports x) {
        x.fn("acorn",           a -> env.builtins().vendor("acorn/acorn", "exports", "module"));
        x.fn("acornTypeScript", a -> env.builtins().vendorModule("acorn-typescript/index", Map.of("acorn", a.object(0))));
        x.fn("builtin",         a -> env.builtins().require(a.string(0)));
        x.fn("builtinModules",  a -> env.realm().array(builtinModules()));
        x.fn("checkScript",     this::checkScript);
        x.value("mayLoadAddons", env.options().options().is(Option.ADDONS) && (env.permissions() == null || env.permissions().has(Permission.ADDON)));
        x.fn("compileFunction", this::compileFunction);
        x.fn("defineBuiltins",  this::defineBuiltins);
        x.fn("runScript",       this::runScript);
        x.fn("syntaxErrorAt",   this::syntaxErrorAt);
        x.fn("readText",        this::readText);
        x.fn("kind",            a -> resolver.kind(path(a, 0)));
        x.fn("realPath",        a -> resolver.realPath(path(a, 0)).toString());
        x.fn("dirname",         a -> dirname(a.string(0)));
        x.fn("resolve",         a -> path(a, 0).resolve(a.string(1)).normalize().toString());
        x.fn("mayBeModule",     a -> (a.length() > 1 && a.bool(1) || env.options().options().is(Option.EXPERIMENTAL_DETECT_MODULE)) && ModuleWords.in(a.string(0)));
        x.fn("packageMain",     this::packageMain);
        x.fn("packageType",     this::packageType);
        x.fn("packageScope",    this::packageScope);
        x.fn("packageExports",  this::packageExports);
        x.fn("packageSelf",     this::packageSelf);
        x.fn("packageImports",  this::packageImports);
        esModules.define(x);
    }

    private Object[] builtinModules() {
        List<String> modules = Rooms.publicModules();
        if (env.options().options().is(Option.EXPERIMENTAL_SQLITE)) return modules.toArray();
        return modules.stream().filter(id -> !id.equals(Rooms.SQLITE.id())).toArray();
    }

    /** (text, file name, parameter names …) → function; throws the SyntaxError. */
    private Object compileFunction(Args a) {
        env.loadingModule();
        String[] parameters = new String[a.length() - 2];
        for (int i = 0; i < parameters.length; i++) parameters[i] = a.string(i + 2);
        try {
            return env.realm().scripts().function(a.string(0), a.string(1), parameters);
        } catch (Scripts.SyntaxException e) {
            throw env.syntaxError(e);
        }
    }

    /** (names of built-in modules) makes them properties of the global object, each required when it is first read. */
    private Object defineBuiltins(Args a) {
        JsObject global = env.realm().global();
        for (Object name : a.object(0).elements()) {
            String id = Js.string(name);
            if (!id.startsWith("_") && !id.contains("/") && !id.contains(":") && !global.has(id)) global.defineLazy(id, false, () -> env.builtins().require(id));
        }
        return null;
    }

    /** (text, file name) throws the SyntaxError of a script, which does not run. */
    private Object checkScript(Args a) {
        try {
            env.realm().scripts().compile(a.string(0), a.string(1));
            return null;
        } catch (Scripts.SyntaxException e) {
            throw env.syntaxError(e);
        }
    }

    /** (error, file name, line, column from 1, the line's text, how many characters are wrong) */
    private Object syntaxErrorAt(Args a) {
        env.syntaxErrorAt(a.raw(0), new JsException.Location(a.string(1), a.integer(2), a.integer(3), a.string(4), a.integer(5)));
        return null;
    }

    /** (text, file name) → completion value. */
    private Object runScript(Args a) {
        try {
            return env.realm().scripts().run(a.string(0), a.string(1));
        } catch (Scripts.SyntaxException e) {
            throw env.syntaxError(e);
        }
    }

    /** The file's text without a byte order mark; undefined where it can't be read. */
    private Object readText(Args a) {
        Path file = env.permissions() == null ? path(a, 0) : env.permissions().requireFile(Permission.FILE_SYSTEM_READ, a.string(0));
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            return null;
        }
    }

    private Path path(Args a, int i) {
        return env.cwd().resolve(a.string(i));
    }

    private static String dirname(String file) {
        Path parent = Path.of(file).getParent();
        return parent == null ? file.startsWith("/") ? "/" : "." : parent.toString();
    }

    /** (directory) → its package's main, or undefined. */
    private Object packageMain(Args a) {
        return attempt(() -> {
            PackageConfig config = resolver.packages().in(path(a, 0));
            return config == null ? null : config.main();
        });
    }

    /** (file) → {@code commonjs}, {@code module} or {@code none}. */
    private Object packageType(Args a) {
        return attempt(() -> {
            PackageConfig config = resolver.packages().scopeOf(path(a, 0));
            return config == null ? "none" : config.type();
        });
    }

    /** (file) → the package.json that holds for it, or undefined. */
    private Object packageScope(Args a) {
        return attempt(() -> {
            PackageConfig config = resolver.packages().scopeOf(path(a, 0));
            return config == null ? null : config.file().toString();
        });
    }

    /** (directory, subpath, conditions, base) → file, or undefined where the package has no exports. */
    private Object packageExports(Args a) {
        return attempt(() -> text(resolver.packageExports(path(a, 0), a.string(1), conditions(a.object(2)), a.stringOrNull(3))));
    }

    /** (parent file, package name, subpath, conditions, base for messages) → file, or undefined. */
    private Object packageSelf(Args a) {
        return attempt(() -> text(resolver.self(path(a, 0), a.string(1), a.string(2), conditions(a.object(3)), a.stringOrNull(4))));
    }

    /**
     * (parent file, specifier, conditions, whether the package must have imports) → file, {@code {specifier, base}} to resolve from there,
     * or undefined.
     */
    private Object packageImports(Args a) {
        return attempt(() -> switch (resolver.imports(path(a, 0), a.string(1), conditions(a.object(2)), a.bool(3))) {
            case null -> null;
            case PackageTargets.Found.File f -> f.path().toString();
            case PackageTargets.Found.Bare b -> {
                JsObject bare = env.realm().object();
                bare.set("specifier", b.specifier());
                bare.set("base", b.base().toString());
                yield bare;
            }
            case PackageTargets.Found.Nothing n -> throw new IllegalStateException(n.name());
        });
    }

    private static String text(Path path) {
        return path == null ? null : path.toString();
    }

    private static Set<String> conditions(JsObject array) {
        Set<String> names = new HashSet<>();
        for (Object name : array.elements()) names.add(Js.string(name));
        return names;
    }

    private interface Attempt {
        Object run() throws ResolutionException;
    }

    private Object attempt(Attempt attempt) {
        try {
            return attempt.run();
        } catch (ResolutionException e) {
            List<Object> arguments = e.arguments();
            JsObject failure = env.realm().array(e.code());
            for (int i = 0; i < arguments.size(); i++) failure.set(i + 1, json(arguments.get(i)));
            return failure;
        }
    }

    private Object json(Object value) {
        return switch (value) {
            case Map<?, ?> m -> {
                JsObject object = env.realm().object();
                m.forEach((k, v) -> object.set((String) k, json(v)));
                yield object;
            }
            case List<?> l -> env.realm().array(l.stream().map(this::json).toArray());
            case null -> null;
            default -> value;
        };
    }
}
