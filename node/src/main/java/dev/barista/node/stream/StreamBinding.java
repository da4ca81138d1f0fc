package dev.barista.node.stream;

import dev.barista.engine.JsFunction;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;

/** Gives the stream room the library that web streams come from. Loop thread only. */
public final class StreamBinding implements Binding {
    private static final String WEB_STREAMS = "web-streams-polyfill/ponyfill.es2018";

    private final Environment env;

    public StreamBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("webStreams", a -> webStreams());
    }

    /** The library as a function of the object it puts its exports on and the errors it throws. */
    private JsFunction webStreams() {
        return env.builtins().vendor(WEB_STREAMS, "exports", "module", "TypeError", "RangeError");
    }
}
