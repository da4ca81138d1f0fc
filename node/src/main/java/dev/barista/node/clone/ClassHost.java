package dev.barista.node.clone;

import dev.barista.engine.CloneHost;
import dev.barista.engine.Js;
import dev.barista.engine.JsException;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;

/**
 * Clones the objects of Node's classes by the functions of {@code internal/structured_clone.js}. Loop thread only. A kind is
 * {@code module:class}, so that another realm finds the class too.
 */
public final class ClassHost implements CloneHost {
    private final JsFunction takeApart;
    private final JsFunction companions;
    private final JsFunction create;
    private final JsFunction fill;
    private final JsFunction failure;
    private final JsFunction refusal;

    /** @param functions {@code takeApart, companions, create, fill, failure, refusal} */
    public ClassHost(JsObject functions) {
        this.takeApart = functions.function("takeApart");
        this.companions = functions.function("companions");
        this.create = functions.function("create");
        this.fill = functions.function("fill");
        this.failure = functions.function("failure");
        this.refusal = functions.function("refusal");
    }

    @Override
    public Parts takeApart(JsObject object, boolean transfer) {
        JsObject parts = Js.object(takeApart.call(null, object, transfer));
        return new Parts(parts.string("deserializeInfo"), parts.get("data"));
    }

    @Override
    public Object[] companions(JsObject object) {
        return Js.object(companions.call(null, object)).elements();
    }

    @Override
    public Object create(String kind) {
        return create.call(null, kind);
    }

    @Override
    public void fill(Object object, Object data) {
        fill.call(null, object, data);
    }

    @Override
    public JsException failure(String message) {
        return JsException.thrown(failure.call(null, message));
    }

    @Override
    public JsException refusal(Object value) {
        return JsException.thrown(refusal.call(null, value));
    }
}
