package dev.barista.engine;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.js.runtime.objects.AbstractModuleRecord;
import com.oracle.truffle.js.runtime.objects.CyclicModuleRecord;
import com.oracle.truffle.js.runtime.objects.Undefined;

/** One ECMAScript module: parsed, linked with what it imports, evaluated once. Realm's thread only. */
public final class JsModule {
    private final Realm realm;
    final AbstractModuleRecord record;

    JsModule(Realm realm, AbstractModuleRecord record) {
        this.realm = realm;
        this.record = record;
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
            record.loadRequestedModulesSync(realm.realm(), Undefined.instance);
            record.link(realm.realm());
            return null;
        });
    }

    /** Evaluates it and what it imports. @return an opaque promise, pending while a top-level {@code await} is */
    public Object evaluate() {
        return JsException.guard(() -> record.evaluate(realm.realm()));
    }

    /** Evaluates a linked module that is not {@link #asynchronous()}; throws what it throws. */
    public void evaluateNow() {
        JsException.guard(() -> {
            record.evaluateSync(realm.realm());
            return null;
        });
    }

    /** Whether it, or something it imports, awaits at its top level. It must be linked. */
    public boolean asynchronous() {
        if (record instanceof CyclicModuleRecord cyclic && cyclic.hasTLA()) return true;
        return !record.gatherAsynchronousTransitiveDependencies().isEmpty();
    }

    /** Its namespace object; it must be linked. */
    public JsObject namespace() {
        return JsException.guard(() -> new JsObject(record.getModuleNamespace(false)));
    }
}
