package dev.barista.engine;

import com.oracle.js.parser.ir.Module.ModuleRequest;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.objects.AbstractModuleRecord;
import com.oracle.truffle.js.runtime.objects.JSModuleRecord;
import com.oracle.truffle.js.runtime.objects.ScriptOrModule;
import com.oracle.truffle.js.runtime.objects.SyntheticModuleRecord;
import java.util.List;
import java.util.function.Consumer;

/** Makes modules that a program links by hand, in its own realm or in a {@link Sandbox}. Realm's thread only. */
public final class OwnedModules {
    private final Realm realm;

    public OwnedModules(Realm realm) {
        this.realm = realm;
    }

    /**
     * A module from its source text.
     *
     * @param owner answers for its {@code import()} and {@code import.meta}
     * @throws Scripts.SyntaxException if it does not parse
     */
    public JsModule source(String text, String name, Sandbox sandbox, JsObject owner) {
        return realm.newerSyntax().parse(text, NewerSyntax.Goal.MODULE, t -> parse(t, name, sandbox, owner));
    }

    private JsModule parse(String text, String name, Sandbox sandbox, JsObject owner) {
        Source source = realm.owners().source(Scripts.withoutHashbang(text), name, JavaScriptLanguage.MODULE_MIME_TYPE, owner);
        JSRealm target = realm(sandbox);
        try {
            var data = realm.context().getEvaluator().parseModule(realm.context(), source);
            return new JsModule(target, new JSModuleRecord(data, OwnedModules::unlinked));
        } catch (AbstractTruffleException e) {
            throw realm.scripts().syntax(e, source, 0);
        }
    }

    /**
     * A linked module whose exports are set by {@link JsModule#export}.
     *
     * @param evaluation runs when the module is evaluated
     */
    public JsModule synthetic(String name, List<String> names, Sandbox sandbox, Runnable evaluation) {
        Source source = Source.newBuilder(JavaScriptLanguage.ID, "", name).build();
        List<TruffleString> exports = names.stream().map(Strings::fromJavaString).toList();
        Consumer<SyntheticModuleRecord> steps = record -> {
            try {
                evaluation.run();
            } catch (JsException e) {
                throw e.unwrap();
            }
        };
        JsModule module = new JsModule(realm(sandbox), new SyntheticModuleRecord(realm.context(), source, null, exports, steps));
        module.link();
        return module;
    }

    /** The engine asks for what {@link JsModule#links} has not given it before. */
    private static AbstractModuleRecord unlinked(ScriptOrModule referrer, ModuleRequest request) {
        throw new IllegalStateException(request.specifier() + " is not linked");
    }

    private JSRealm realm(Sandbox sandbox) {
        return sandbox == null ? realm.realm() : sandbox.realm();
    }
}
