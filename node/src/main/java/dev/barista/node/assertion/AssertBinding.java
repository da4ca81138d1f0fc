package dev.barista.node.assertion;

import dev.barista.engine.CallExpression;
import dev.barista.node.Binding;
import dev.barista.node.Exports;

/** What {@code assert.js} can't see from JavaScript. The package is not called {@code assert}, which Java reserves. Loop thread only. */
public final class AssertBinding implements Binding {
    @Override
    public void define(Exports x) {
        x.fn("callingExpression", a -> CallExpression.innermost(source -> source.startsWith("node:")));
    }
}
