package dev.barista.node.messaging;

import dev.barista.engine.Args;
import dev.barista.engine.CloneHost;
import dev.barista.engine.CloneMaker;
import dev.barista.engine.Clones;
import dev.barista.engine.Js;
import dev.barista.engine.JsException;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.engine.Sandbox;
import dev.barista.engine.StructuredClone;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Structured cloning for {@code structuredClone} and message ports. Classes of JavaScript take part by being marked;
 * {@code internal/structured_clone} takes their objects apart and makes them anew. Loop thread only.
 */
public final class MessagingBinding implements Binding, CloneHost {
    private static final String HOST = "internal/structured_clone";

    private final Environment env;

    /** Those of this environment, in the order in which they were opened. */
    private final Set<PortHandle> ports = new LinkedHashSet<>();

    public MessagingBinding(Environment env) {
        this.env = env;
        env.atClose(this::closeAll);
    }

    @Override
    public void define(Exports x) {
        x.fn("clone",               this::clone);
        x.fn("mark",                a -> { Clones.mark(a.object(0), a.integer(1)); return null; });
        x.fn("forbidTransfer",      a -> { Clones.forbidTransfer(a.object(0)); return null; });
        x.fn("isTransferForbidden", a -> Clones.isTransferForbidden(a.object(0)));
        x.fn("openChannel",         a -> openChannel());
        x.fn("joinBroadcast",       a -> env.realm().wrap(PortEnd.joining(env.thread().program().broadcast(a.string(0)))));
        x.fn("openPort",            this::openPort);
        x.fn("startPort",           a -> { port(a).start(); return null; });
        x.fn("stopPort",            a -> { port(a).stop(); return null; });
        x.fn("refPort",             a -> { port(a).ref(a.bool(1)); return null; });
        x.fn("portHasRef",          a -> port(a).hasRef());
        x.fn("closePort",           a -> { port(a).close(); return null; });
        x.fn("detachPort",          a -> env.realm().wrap(port(a).detach()));
        x.fn("portReaches",         a -> port(a).end().reaches(a.host(1, PortHandle.class).end()));
        x.fn("post",                this::post);
        x.fn("postNowhere",         this::postNowhere);
        x.fn("take",                this::take);
        x.fn("drainPort",           a -> { port(a).drain(); return null; });
        x.fn("openMailbox",         a -> openMailbox());
        x.fn("postToThread",        this::postToThread);
        x.fn("revive",              a -> a.host(0, StructuredClone.class).revive(env.realm(), this));
        x.fn("reviveIn",            this::reviveIn);
    }

    private static PortHandle port(Args a) {
        return a.host(0, PortHandle.class);
    }

    /** The two ends of a channel. */
    private Object openChannel() {
        PortEnd[] ends = PortEnd.pair();
        return env.realm().array(env.realm().wrap(ends[0]), env.realm().wrap(ends[1]));
    }

    /** (end, function for messages, function for the close) → handle. */
    private Object openPort(Args a) {
        return env.realm().wrap(new PortHandle(env, ports, a.host(0, PortEnd.class), a.function(1), a.function(2)));
    }

    /** Other threads hear of the end of their channels with this one. */
    private void closeAll() {
        env.thread().program().closeMailbox(env.thread().id());
        for (PortHandle port : List.copyOf(ports)) port.end().close();
    }

    /** @return the end on which messages for this thread arrive */
    private Object openMailbox() {
        return env.realm().wrap(env.thread().program().openMailbox(env.thread().id())[0]);
    }

    /** (thread, value, transfer list) → whether there is such a thread. */
    private Object postToThread(Args a) {
        PortEnd[] mailbox = env.thread().program().mailbox(a.integer(0));
        if (mailbox == null) return false;
        mailbox[1].post(StructuredClone.of(env.realm(), a.raw(1), a.object(2).elements(), this));
        return true;
    }

    /** (handle, value, transfer list). */
    private Object post(Args a) {
        port(a).post(StructuredClone.of(env.realm(), a.raw(1), a.object(2).elements(), this));
        return null;
    }

    /** (value, transfer list) does to them what posting on a closed port does. */
    private Object postNowhere(Args a) {
        StructuredClone.of(env.realm(), a.raw(0), a.object(1).elements(), this).discard();
        return null;
    }

    /** (handle) → the next message, undefined if there is none. */
    private Object take(Args a) {
        StructuredClone message = port(a).end().take();
        return message == null ? null : env.realm().wrap(message);
    }

    /** (value, transfer list) → its clone. */
    private Object clone(Args a) {
        return StructuredClone.of(env.realm(), a.raw(0), a.object(1).elements(), this).revive(env.realm(), this);
    }

    /** (message, sandbox, function (kind) → empty object, function (object, data)) → the value, of the sandbox's objects. */
    private Object reviveIn(Args a) {
        JsFunction create = a.function(2);
        JsFunction fill = a.function(3);
        CloneMaker maker = new CloneMaker() {
            @Override
            public Object create(String kind) {
                return create.call(null, kind);
            }

            @Override
            public void fill(Object object, Object data) {
                fill.call(null, object, data);
            }
        };
        return a.host(0, StructuredClone.class).revive(env.realm(), a.host(1, Sandbox.class), maker);
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
