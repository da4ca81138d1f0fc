package dev.barista.node.module;

import dev.barista.engine.Args;
import dev.barista.engine.CommonJsExports;
import dev.barista.engine.Js;
import dev.barista.engine.JsException;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsModule;
import dev.barista.engine.JsObject;
import dev.barista.engine.Modules;
import dev.barista.engine.Scripts;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * ECMAScript modules for {@code internal/modules/esm}: records to make, link and evaluate. JavaScript says what specifiers mean; its
 * loader is itself loaded when the first module asks. Loop thread only.
 */
final class EsModules implements Modules.Host {
    private static final String LOADER = "internal/modules/esm/loader";

    private final Environment env;
    private final Modules modules;

    EsModules(Environment env) {
        this.env = env;
        this.modules = new Modules(env.realm(), this);
    }

    void define(Exports x) {
        x.fn("sourceModule",      this::sourceModule);
        x.fn("syntheticModule",   this::syntheticModule);
        x.fn("webAssemblyModule", a -> env.realm().wrap(modules.webAssembly(a.raw(0), a.string(1))));
        x.fn("linkModule",        a -> { module(a).link(); return null; });
        x.fn("evaluateModule",    a -> module(a).evaluate());
        x.fn("evaluateModuleNow", a -> { module(a).evaluateNow(); return null; });
        x.fn("moduleNamespace",   a -> module(a).namespace());
        x.fn("moduleIsAsync",     a -> module(a).asynchronous());
        x.fn("moduleStatus",      a -> module(a).status().name());
        x.fn("moduleError",       this::moduleError);
        x.fn("isPending",         a -> Modules.isPending(a.raw(0)));
        x.fn("commonJsExports",   this::commonJsExports);
    }

    private static JsModule module(Args a) {
        return a.host(0, JsModule.class);
    }

    /** (text, url) → module; throws the SyntaxError. */
    private Object sourceModule(Args a) {
        try {
            return env.realm().wrap(modules.source(a.string(0), a.string(1)));
        } catch (Scripts.SyntaxException e) {
            throw env.syntaxError(e);
        }
    }

    /** (url, names, function (set)) → module; the function sets the exports when the module is evaluated. */
    private Object syntheticModule(Args a) {
        List<String> names = Arrays.stream(a.object(1).elements()).map(Js::string).toList();
        JsFunction evaluate = a.function(2);
        return env.realm().wrap(modules.synthetic(a.string(0), names, exports ->
                evaluate.call(null, env.realm().function("set", b -> {
                    exports.set(b.string(0), b.raw(1));
                    return null;
                }))));
    }

    private Object moduleError(Args a) {
        JsException error = module(a).error();
        return error == null ? null : error.value();
    }

    /** (text, name) → {@code [names, specifiers whose exports are exported too]}. */
    private Object commonJsExports(Args a) {
        CommonJsExports found = CommonJsExports.of(a.string(0), a.string(1));
        return env.realm().array(env.realm().array(found.names().toArray()), env.realm().array(found.reexports().toArray()));
    }

    @Override
    public JsModule resolve(String referrer, String specifier, Map<String, String> attributes, boolean source) {
        Object found = env.builtins().function(LOADER, "linked").call(null, referrer, specifier, object(attributes), source);
        return Js.object(found).host(JsModule.class);
    }

    @Override
    public Object importDynamically(String referrer, JsObject owner, String specifier, Map<String, String> attributes, boolean source) {
        if (owner != null) return owner.function("importModule").call(owner, specifier, object(attributes), source, referrer);
        return env.builtins().function(LOADER, "importFrom").call(null, referrer, specifier, object(attributes), source);
    }

    @Override
    public void meta(JsObject meta, String name, JsObject owner) {
        if (owner != null) owner.function("initializeMeta").call(owner, meta);
        else env.builtins().function(LOADER, "initializeMeta").call(null, meta, name);
    }

    private JsObject object(Map<String, String> attributes) {
        JsObject object = env.realm().object();
        attributes.forEach(object::set);
        return object;
    }
}
