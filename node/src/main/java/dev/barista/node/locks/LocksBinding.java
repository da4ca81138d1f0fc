package dev.barista.node.locks;

import dev.barista.engine.Args;
import dev.barista.engine.JsObject;
import dev.barista.node.Binding;
import dev.barista.node.Callback;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import java.util.List;
import java.util.concurrent.Executor;

/** The program's named locks for {@code internal/locks}. Loop thread only. */
public final class LocksBinding implements Binding {
    private final Environment env;
    private final LockTable table;
    private final String clientId;

    public LocksBinding(Environment env) {
        this.env = env;
        this.table = env.thread().program().locks();
        this.clientId = "node-" + ProcessHandle.current().pid() + "-" + env.thread().id();
        env.atClose(() -> table.leave(clientId));
    }

    @Override
    public void define(Exports x) {
        x.fn("requestLock",  this::request);
        x.fn("stealLock",    this::steal);
        x.fn("releaseLock",  a -> table.release(a.host(0, LockRequest.class)));
        x.fn("withdrawLock", a -> table.withdraw(a.host(0, LockRequest.class)));
        x.fn("queryLocks",   a -> query());
    }

    /** Takes {@code (name, shared, ifAvailable, granted, stolen)} and gives {@code [request, granted at once]}, or undefined if it can't be had. */
    private Object request(Args a) {
        LockRequest request = lock(a.string(0), a.bool(1), env.callback(a.function(3)), env.callback(a.function(4)));
        LockTable.Answer answer = table.request(request, a.bool(2));
        return answer == LockTable.Answer.UNAVAILABLE ? null : env.realm().array(env.realm().wrap(request), answer == LockTable.Answer.GRANTED);
    }

    /** Takes {@code (name, stolen)} and gives the request, which is granted. */
    private Object steal(Args a) {
        Callback stolen = env.callback(a.function(1));
        LockRequest request = lock(a.string(0), false, stolen, stolen);
        table.steal(request);
        return env.realm().wrap(request);
    }

    private LockRequest lock(String name, boolean shared, Callback granted, Callback stolen) {
        return new LockRequest(name, shared, clientId, onThisThread(), granted::call, stolen::call);
    }

    /** What this thread itself has given back keeps it alive until the next of its own requests has been granted. */
    private Executor onThisThread() {
        return task -> {
            if (env.loop().inLoop()) env.loop().defer(task);
            else env.loop().execute(task);
        };
    }

    private JsObject query() {
        JsObject answer = env.realm().object();
        answer.set("held", list(table.held(this::describe)));
        answer.set("pending", list(table.waiting(this::describe)));
        return answer;
    }

    private Object list(List<JsObject> locks) {
        return env.realm().array(locks.toArray());
    }

    private JsObject describe(LockRequest request) {
        JsObject object = env.realm().object();
        object.set("name", request.name);
        object.set("mode", request.shared ? "shared" : "exclusive");
        object.set("clientId", request.clientId);
        return object;
    }
}
