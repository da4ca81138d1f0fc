package dev.barista.engine;

import com.oracle.js.parser.ir.Module.ImportPhase;
import com.oracle.js.parser.ir.Module.ModuleRequest;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.builtins.wasm.JSWebAssemblyModuleObject;
import com.oracle.truffle.js.runtime.objects.AbstractModuleRecord;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSModuleLoader;
import com.oracle.truffle.js.runtime.objects.JSModuleRecord;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.ScriptOrModule;
import com.oracle.truffle.js.runtime.objects.SyntheticModuleRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes ECMAScript modules for one realm; a {@link Host} says what specifiers mean. Realm's thread only. */
public final class Modules {
    private final Realm realm;
    private final Host host;

    /** What the engine asks of whoever loads modules. */
    public interface Host {
        /**
         * The module that an import names.
         *
         * @param referrer the importing module's or script's name
         * @param attributes of {@code with { … }}
         * @param source whether it is {@code import source}, which gives the module compiled and neither links nor evaluates it
         * @throws JsException why there is none
         */
        JsModule resolve(String referrer, String specifier, Map<String, String> attributes, boolean source);

        /**
         * {@code import(specifier)}.
         *
         * @param referrer the name of the source it stands in, or {@code null} where it has none
         * @param owner of the code that it stands in; {@code null} if that is the program's own
         * @param source whether it is {@code import.source(specifier)}
         * @return an opaque promise of the namespace, or of the compiled module
         */
        Object importDynamically(String referrer, JsObject owner, String specifier, Map<String, String> attributes, boolean source);

        /**
         * Fills {@code import.meta} of a module when it is first read.
         *
         * @param owner of the module; {@code null} if it is the program's own
         */
        void meta(JsObject meta, String name, JsObject owner);
    }

    /** Sets an export of a synthetic module while it evaluates. */
    public interface ExportSetter {
        void set(String name, Object value);
    }

    public Modules(Realm realm, Host host) {
        this.realm = realm;
        this.host = host;
        JSContext context = realm.context();
        context.setImportMetaInitializer((meta, module) -> unwrapping(() -> {
            host.meta(new JsObject((JSObject) meta), module.getSource().getName(), realm.owners().of(module.getSource()));
            return null;
        }));
        context.setImportModuleDynamicallyCallback((target, referrer, request) -> unwrapping(() ->
                importDynamically(target, referrer == null ? null : referrer.getSource(), request)));
    }

    /** The promise belongs to the globals of the code that imports. */
    private JSDynamicObject importDynamically(JSRealm target, Source source, ModuleRequest request) {
        JsObject owner = realm.owners().of(source);
        if (owner == null && target != realm.realm()) owner = Sandbox.ownerOf(target);
        Object promise = host.importDynamically(source == null ? null : source.getName(), owner, request.specifier().toJavaStringUncached(),
                attributes(request), isSource(request));
        if (target == realm.realm()) return (JSDynamicObject) promise;
        JsPromise inner = new JsPromise(target);
        inner.resolve(promise);
        return (JSDynamicObject) inner.raw();
    }

    /** The realm that the modules belong to. */
    public Realm realm() {
        return realm;
    }

    /**
     * A module from its source text.
     *
     * @param name its URL, which stacks show
     * @throws Scripts.SyntaxException if it does not parse
     */
    public JsModule source(String text, String name) {
        return realm.newerSyntax().parse(text, NewerSyntax.Goal.MODULE, t -> parse(t, name));
    }

    private JsModule parse(String text, String name) {
        Source source = Source.newBuilder(JavaScriptLanguage.ID, Scripts.withoutHashbang(text), name)
                .mimeType(JavaScriptLanguage.MODULE_MIME_TYPE).build();
        try {
            var data = realm.context().getEvaluator().envParseModule(realm.realm(), source);
            return new JsModule(realm, new JSModuleRecord(data, new Loader()));
        } catch (AbstractTruffleException e) {
            throw realm.scripts().syntax(e, source, 0);
        }
    }

    /**
     * A module whose exports Java sets.
     *
     * @param names of all its exports
     * @param evaluation runs when the module is evaluated, and sets them
     */
    public JsModule synthetic(String name, List<String> names, Consumer<ExportSetter> evaluation) {
        Source source = Source.newBuilder(JavaScriptLanguage.ID, "", name).build();
        List<TruffleString> exports = names.stream().map(Strings::fromJavaString).toList();
        return new JsModule(realm, new SyntheticModuleRecord(realm.context(), source, null, exports, record -> unwrapping(() -> {
            evaluation.accept((export, value) ->
                    record.setSyntheticModuleExport(Strings.fromJavaString(export), Values.toEngine(value)));
            return null;
        })));
    }

    /**
     * A module of WebAssembly: it imports what it asks for by its modules' names, and exports what it exports.
     *
     * @param compiled an opaque {@code WebAssembly.Module}
     */
    public JsModule webAssembly(Object compiled, String name) {
        WebAssembly.loadWith(realm.realm(), new Loader());
        return new JsModule(realm, new WebAssemblyRecord(realm.context(), name, (JSWebAssemblyModuleObject) compiled));
    }

    /** Whether an opaque value is a pending promise. */
    public static boolean isPending(Object promise) {
        return promise instanceof JSPromiseObject p && com.oracle.truffle.js.runtime.builtins.JSPromise.getPromiseState(p) == 0;
    }

    private final class Loader implements JSModuleLoader {
        @Override
        public AbstractModuleRecord resolveImportedModule(ScriptOrModule referrer, ModuleRequest request) {
            return unwrapping(() -> host.resolve(referrer.getSource().getName(), request.specifier().toJavaStringUncached(),
                    attributes(request), isSource(request)).record);
        }
    }

    static boolean isSource(ModuleRequest request) {
        return request.phase() == ImportPhase.Source;
    }

    static Map<String, String> attributes(ModuleRequest request) {
        Map<String, String> attributes = new LinkedHashMap<>();
        request.attributes().forEach((k, v) -> attributes.put(k.toJavaStringUncached(), v.toJavaStringUncached()));
        return attributes;
    }

    private interface Body<T> {
        T run();
    }

    /** Between the engine and the host: what the host throws for JavaScript becomes the engine's own exception. */
    private static <T> T unwrapping(Body<T> body) {
        try {
            return body.run();
        } catch (JsException e) {
            throw e.unwrap();
        }
    }
}
