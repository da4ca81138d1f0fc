package dev.barista.node.clone;

import dev.barista.engine.Args;
import dev.barista.engine.Clones;
import dev.barista.engine.StructuredClone;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;

/** Structured cloning for {@code internal/structured_clone.js}. Loop thread only. */
public final class CloneBinding implements Binding {
    private final Environment env;
    private ClassHost host;

    public CloneBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("setHost",            this::setHost);
        x.fn("clone",              this::clone);
        x.fn("mark",               this::mark);
        x.fn("forbidTransfer",     this::forbidTransfer);
        x.fn("isTransferForbidden", a -> a.isObject(0) && Clones.isTransferForbidden(a.object(0)));
    }

    private Object setHost(Args a) {
        host = new ClassHost(a.object(0));
        return null;
    }

    /** {@code (value, transfer list)}: the copy, made in the same realm. */
    private Object clone(Args a) {
        return StructuredClone.of(env.realm(), a.raw(0), a.object(1).elements(), host).revive(env.realm(), host);
    }

    /** {@code (object, mode)}: see {@link Clones#mark}. */
    private Object mark(Args a) {
        Clones.mark(a.object(0), a.integer(1));
        return null;
    }

    private Object forbidTransfer(Args a) {
        Clones.forbidTransfer(a.object(0));
        return null;
    }
}
