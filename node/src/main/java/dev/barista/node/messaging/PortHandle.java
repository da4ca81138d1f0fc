package dev.barista.node.messaging;

import dev.barista.engine.JsFunction;
import dev.barista.engine.StructuredClone;
import dev.barista.loop.AsyncHandle;
import dev.barista.node.Callback;
import dev.barista.node.Environment;
import java.util.Set;

/**
 * A port's end while a port of an environment holds it: once started, it calls JavaScript for each message, in the poll phase. It
 * keeps the loop alive while it is referenced, which it isn't at first. Loop thread only. Source: Node's documentation, MessagePort.
 */
final class PortHandle {
    /** Messages taken before other events have their turn; more if as many were there when the turn began. */
    private static final int MOST_AT_ONCE = 1000;

    private final Environment env;
    private final PortEnd end;
    private final AsyncHandle wake;
    private final Callback onMessage;
    private final Callback onClosed;
    private final Set<PortHandle> open;
    private boolean started;
    private boolean detached;

    /**
     * @param open the environment's open ports, of which it is one until it is closed
     * @param onMessage gets each message, a wrapped {@link StructuredClone}
     * @param onClosed is called in the closing phase, whichever end was closed
     */
    PortHandle(Environment env, Set<PortHandle> open, PortEnd end, JsFunction onMessage, JsFunction onClosed) {
        this.env = env;
        this.end = end;
        this.onMessage = env.callback(onMessage);
        this.onClosed = env.callback(onClosed);
        this.wake = new AsyncHandle(env.loop(), this::receive);
        this.open = open;
        wake.data("MessagePort");
        wake.unref();
        open.add(this);
        end.wakes(wake);
    }

    PortEnd end() {
        return end;
    }

    /** Sends to the other ends, unless the port is being closed. */
    void post(StructuredClone message) {
        if (!wake.closing()) end.post(message);
    }

    /** Lets messages come; those that waited come first. */
    void start() {
        if (started) return;
        started = true;
        wake.send();
    }

    /** Has messages wait until {@link #start} again. */
    void stop() {
        started = false;
    }

    void ref(boolean referenced) {
        if (referenced) wake.ref();
        else wake.unref();
    }

    boolean hasRef() {
        return !wake.closing() && wake.hasRef();
    }

    /** Receives what has come, even if the port is not started. */
    void drain() {
        for (StructuredClone message; !wake.closing() && (message = end.take()) != null; ) onMessage.call(env.realm().wrap(message));
    }

    /** A listener that closes the port still gets what had come. */
    private void receive() {
        for (int left = Math.max(end.waiting(), MOST_AT_ONCE); started && left > 0 && !detached; left--) {
            StructuredClone message = end.take();
            if (message == null) break;
            onMessage.call(env.realm().wrap(message));
        }
        if (wake.closing()) return;
        if (end.isOver()) close();
        else if (started && end.waiting() > 0) wake.send();
    }

    /** Closes the port and then the channel: the other end hears of it when this one has. */
    void close() {
        if (wake.closing()) return;
        end.wakes(null);
        open.remove(this);
        wake.close(() -> {
            end.close();
            onClosed.call();
        });
    }

    /** Gives the end up, for another port to take over; this one is told nothing more. */
    PortEnd detach() {
        detached = true;
        end.wakes(null);
        open.remove(this);
        wake.close();
        return end;
    }
}
