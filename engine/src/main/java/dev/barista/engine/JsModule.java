package dev.barista.engine;

import com.oracle.js.parser.ir.Module.ModuleRequest;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.objects.AbstractModuleRecord;
import com.oracle.truffle.js.runtime.objects.CyclicModuleRecord;
import com.oracle.truffle.js.runtime.objects.SyntheticModuleRecord;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.List;
import java.util.Map;

/** One ECMAScript module: parsed, linked with what it imports, evaluated once. Realm's thread only. */
public final class JsModule {
    private final JSRealm realm;
    final AbstractModuleRecord record;

    JsModule(Realm realm, AbstractModuleRecord record) {
        this(realm.realm(), record);
    }

    JsModule(JSRealm realm, AbstractModuleRecord record) {
        this.realm = realm;
        this.record = record;
    }

    /**
     * What a module asks for.
     *
     * @param source whether it is asked for by {@code import source}
     */
    public record Request(String specifier, Map<String, String> attributes, boolean source) {
        /** Two of the engine's are equal only if their attributes are the same object. */
        static Request of(ModuleRequest request) {
            return new Request(request.specifier().toJavaStringUncached(), Modules.attributes(request), Modules.isSource(request));
        }
    }

    /** What it imports, in the order of its text, each once. */
    public List<Request> requests() {
        return ((CyclicModuleRecord) record).getRequestedModules().stream().map(Request::of).distinct().toList();
    }

    /** Says, once, what a module that is linked by hand imports: one module for each of its {@link #requests}. */
    public void links(List<JsModule> modules) {
        CyclicModuleRecord cyclic = (CyclicModuleRecord) record;
        List<Request> requests = requests();
        for (ModuleRequest request : cyclic.getRequestedModules()) {
            cyclic.addLoadedModule(realm, request, modules.get(requests.indexOf(Request.of(request))).record);
        }
    }

    /** Sets an export of a synthetic module. */
    public void export(String name, Object value) {
        JsException.guard(() -> {
            ((SyntheticModuleRecord) record).setSyntheticModuleExport(Strings.fromJavaString(name), Values.toEngine(value));
            return null;
        });
    }

    /** Whether it awaits at its own top level. */
    public boolean awaits() {
        return record instanceof CyclicModuleRecord cyclic && cyclic.hasTLA();
    }

    /** Where a module is in its life, as the specification names it. */
    public enum Status { UNLINKED, LINKING, LINKED, EVALUATING, EVALUATED, FAILED }

    public Status status() {
        return switch (record.getStatus()) {
            case New, Unlinked -> Status.UNLINKED;
            case Linking -> Status.LINKING;
            case Linked -> Status.LINKED;
            case Evaluating -> Status.EVALUATING;
            case EvaluatingAsync, Evaluated -> error() == null ? Status.EVALUATED : Status.FAILED;
        };
    }

    /** What its evaluation threw, or {@code null}. */
    public JsException error() {
        if (!(record instanceof CyclicModuleRecord cyclic) || !cyclic.hasBeenEvaluated()) return null;
        return cyclic.getEvaluationError() instanceof AbstractTruffleException e ? JsException.of(e) : null;
    }

    /** Loads everything it imports, through {@link Modules.Host#resolve}, and links it. Throws what that throws, or a SyntaxError. */
    public void link() {
        JsException.guard(() -> {
            record.loadRequestedModulesSync(realm, Undefined.instance);
            record.link(realm);
            return null;
        });
    }

    /** Evaluates it and what it imports. @return an opaque promise, pending while a top-level {@code await} is */
    public Object evaluate() {
        return JsException.guard(() -> record.evaluate(realm));
    }

    /** Evaluates a linked module that is not {@link #asynchronous()}; throws what it throws. */
    public void evaluateNow() {
        JsException.guard(() -> {
            record.evaluateSync(realm);
            return null;
        });
    }

    /** Whether it, or something it imports, awaits at its top level. It must be linked. */
    public boolean asynchronous() {
        return awaits() || !record.gatherAsynchronousTransitiveDependencies().isEmpty();
    }

    /** Its namespace object; it must be linked. */
    public JsObject namespace() {
        return JsException.guard(() -> new JsObject(record.getModuleNamespace(false)));
    }
}
