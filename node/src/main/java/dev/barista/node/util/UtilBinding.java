package dev.barista.node.util;

import dev.barista.engine.Args;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.loop.Errno;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;

/** What {@code util}, errors and inspection need of Java. Loop thread only. */
public final class UtilBinding implements Binding {
    private final Environment env;

    public UtilBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("getSystemErrorName",    a -> systemErrorName(a.integer(0)));
        x.fn("getSystemErrorMessage", a -> systemErrorMessage(a.integer(0)));
        x.fn("getErrorMap",           a -> errorMap());
        x.fn("defineLazy",            UtilBinding::defineLazy);
        x.fn("parseEnv",              a -> parseEnv(a.string(0)));
        x.fn("codedErrors",           a -> { env.realm().codedErrors(a.raw(0)); return null; });
    }

    /** {@code (object, key, enumerable, make)}: a property that reads as plain data and whose value is made on first use. */
    private static Object defineLazy(Args a) {
        JsFunction make = a.function(3);
        a.object(0).defineLazy(a.string(1), a.bool(2), () -> make.call());
        return null;
    }

    /** @return the code of a negative errno, or undefined */
    private static Object systemErrorName(int errno) {
        Errno known = known(errno);
        return known == null ? null : known.name();
    }

    /** @return the system's text for a negative errno, or undefined */
    private static Object systemErrorMessage(int errno) {
        Errno known = known(errno);
        return known == null ? null : known.message();
    }

    private static Errno known(int code) {
        Errno errno = Errno.of(code);
        return errno.code() == code ? errno : null;
    }

    /** @return an object of the names and values that a .env file's text holds */
    private JsObject parseEnv(String text) {
        JsObject values = env.realm().object();
        EnvText.parse(text).forEach(values::set);
        return values;
    }

    /** @return all of them: an array of {@code [errno, code, text]} */
    private JsObject errorMap() {
        Errno[] all = Errno.values();
        Object[] rows = new Object[all.length];
        for (int i = 0; i < all.length; i++) rows[i] = env.realm().array(all[i].code(), all[i].name(), all[i].message());
        return env.realm().array(rows);
    }
}
