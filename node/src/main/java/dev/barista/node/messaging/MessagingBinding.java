package dev.barista.node.messaging;

import dev.barista.engine.Args;
import dev.barista.engine.CloneHost;
import dev.barista.engine.Clones;
import dev.barista.engine.Js;
import dev.barista.engine.JsException;
import dev.barista.engine.JsObject;
import dev.barista.engine.StructuredClone;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;

/**
 * Structured cloning for {@code structuredClone} and message ports. Classes of JavaScript take part by being marked;
 * {@code internal/structured_clone} takes their objects apart and makes them anew. Loop thread only.
 */
public final class MessagingBinding implements Binding, CloneHost {
    private static final String HOST = "internal/structured_clone";

    private final Environment env;

    public MessagingBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("clone",               this::clone);
        x.fn("mark",                a -> { Clones.mark(a.object(0), a.integer(1)); return null; });
        x.fn("forbidTransfer",      a -> { Clones.forbidTransfer(a.object(0)); return null; });
        x.fn("isTransferForbidden", a -> Clones.isTransferForbidden(a.object(0)));
    }

    /** (value, transfer list) → its clone. */
    private Object clone(Args a) {
        return StructuredClone.of(env.realm(), a.raw(0), a.object(1).elements(), this).revive(env.realm(), this);
    }

    private Object ask(String function, Object... arguments) {
        return env.builtins().function(HOST, function).call(null, arguments);
    }

    @Override
    public Parts takeApart(JsObject object, boolean transfer) {
        JsObject parts = Js.object(ask("takeApart", object, transfer));
        return new Parts(parts.string("kind"), parts.get("data"));
    }

    @Override
    public Object[] companions(JsObject object) {
        return Js.object(ask("companions", object)).elements();
    }

    @Override
    public Object create(String kind) {
        return ask("create", kind);
    }

    @Override
    public void fill(Object object, Object data) {
        ask("fill", object, data);
    }

    @Override
    public JsException failure(String message) {
        return JsException.thrown(ask("failure", message));
    }

    @Override
    public JsException refusal(Object value) {
        return JsException.thrown(ask("refusal", value));
    }
}
