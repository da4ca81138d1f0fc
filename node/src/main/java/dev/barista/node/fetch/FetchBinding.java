package dev.barista.node.fetch;

import dev.barista.engine.JsFunction;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;

/** Gives the fetch room the library that the web's network interfaces come from. Loop thread only. */
public final class FetchBinding implements Binding {
    private static final String LIBRARY = "undici/";

    private final Environment env;

    public FetchBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("library", a -> library(a.string(0)));
    }

    /** A file of the library as a function of what CommonJS gives it, and of what tells it that it is part of Node. */
    private JsFunction library(String file) {
        return env.builtins().vendor(LIBRARY + file, "exports", "module", "require", "esbuildDetection");
    }
}
