package dev.barista.node.vm;

import dev.barista.engine.Args;
import dev.barista.engine.Js;
import dev.barista.engine.JsException;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsModule;
import dev.barista.engine.JsObject;
import dev.barista.engine.OwnedModules;
import dev.barista.engine.Scripts;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import java.util.Arrays;
import java.util.List;

/** Modules that a program makes and links by hand, for {@code internal/vm/module}. Loop thread only. */
final class VmModules {
    private final Environment env;
    private final VmBinding scripts;
    private final OwnedModules modules;

    VmModules(Environment env, VmBinding scripts) {
        this.env = env;
        this.scripts = scripts;
        this.modules = new OwnedModules(env.realm());
    }

    void define(Exports x) {
        x.fn("sourceModule",      this::source);
        x.fn("syntheticModule",   this::synthetic);
        x.fn("setExport",         a -> { module(a).export(a.string(1), a.raw(2)); return null; });
        x.fn("moduleRequests",    this::requests);
        x.fn("moduleLinks",       this::links);
        x.fn("moduleInstantiate", a -> { module(a).link(); return null; });
        x.fn("moduleEvaluate",    this::evaluate);
        x.fn("moduleNamespace",   a -> module(a).namespace());
        x.fn("moduleStatus",      a -> module(a).status().name());
        x.fn("moduleError",       this::error);
        x.fn("moduleAwaits",      a -> module(a).awaits());
        x.fn("moduleIsAsync",     a -> module(a).asynchronous());
    }

    private static JsModule module(Args a) {
        return a.host(0, JsModule.class);
    }

    /** (text, name, context or null, owner) → module; throws the SyntaxError. */
    private Object source(Args a) {
        try {
            return env.realm().wrap(modules.source(a.string(0), a.string(1), VmBinding.sandbox(a, 2), a.object(3)));
        } catch (Scripts.SyntaxException e) {
            throw env.syntaxError(e);
        }
    }

    /** (name, names of exports, context or null, function that evaluates it) → linked module. */
    private Object synthetic(Args a) {
        List<String> names = Arrays.stream(a.object(1).elements()).map(Js::string).toList();
        JsFunction evaluate = a.function(3);
        return env.realm().wrap(modules.synthetic(a.string(0), names, VmBinding.sandbox(a, 2), evaluate::call));
    }

    /** (module) → {@code [[specifier, {attribute: value}, whether it asks for the source], …]}. */
    private Object requests(Args a) {
        return env.realm().array(module(a).requests().stream().map(request -> {
            JsObject attributes = env.realm().object(null);
            request.attributes().forEach(attributes::set);
            return env.realm().array(request.specifier(), attributes, request.source());
        }).toArray());
    }

    /** (module, [module, …]): what it imports. */
    private Object links(Args a) {
        module(a).links(Arrays.stream(a.object(1).elements()).map(m -> Js.object(m).host(JsModule.class)).toList());
        return null;
    }

    /** (module, context or null, milliseconds or 0, whether SIGINT ends it) → {@code [promise]}, or why it was ended. */
    private Object evaluate(Args a) {
        return scripts.run(VmBinding.sandbox(a, 1), module(a)::evaluate, a.longValue(2), a.bool(3));
    }

    private Object error(Args a) {
        JsException error = module(a).error();
        return error == null ? null : error.value();
    }
}
