package dev.barista.node.webassembly;

import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;

/** Gives the room the engine's {@code WebAssembly}. Loop thread only. */
public final class WebAssemblyBinding implements Binding {
    private final Environment env;

    public WebAssemblyBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.value("webAssembly", env.realm().webAssembly());
    }
}
