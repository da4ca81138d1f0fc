package dev.barista.node.sqlite;

import dev.barista.engine.Js;
import dev.barista.engine.JsFunction;
import dev.barista.node.posix.Memory;

/** A function in JavaScript that says what SQL may do while it is compiled. Loop thread only. */
record Authorizer(Engine engine, JsFunction function) {
    private static final int DENY = 1;
    private static final int IGNORE = 2;

    /** Source: https://sqlite.org/c3ref/set_authorizer.html. @param a to d addresses of texts, or 0 */
    long decide(int action, long a, long b, long c, long d) {
        if (engine.callbacks().silent()) return DENY;
        return engine.callbacks().orElse(DENY, () -> code(function.call(null, action, text(a), text(b), text(c), text(d))));
    }

    private int code(Object returned) {
        if (!Js.isNumber(returned) || !(Js.java(returned) instanceof Number n) || n.doubleValue() != n.intValue()) {
            throw engine.failures().plain("TypeError", "Authorizer callback must return an integer authorization code");
        }
        int code = n.intValue();
        if (code < 0 || code > IGNORE) throw engine.failures().plain("RangeError", "Authorizer callback returned a invalid authorization code");
        return code;
    }

    private static Object text(long address) {
        return address == 0 ? Js.NULL : Memory.text(address);
    }
}
