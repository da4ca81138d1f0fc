package dev.barista.node.sqlite;

import dev.barista.engine.Js;
import dev.barista.engine.JsText;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** What a function in JavaScript returned, given to SQLite as the function's result. Loop thread only. */
final class Results {
    private Results() {}

    /** @param value an opaque engine value */
    static void set(Engine engine, long context, Object value) {
        if (Js.isNullish(value)) Sqlite.RESULT_NULL.call(context);
        else if (Js.isNumber(value)) Sqlite.RESULT_DOUBLE.withFraction(context, 0, ((Number) Js.java(value)).doubleValue());
        else if (Js.isString(value)) bytes(engine, Sqlite.RESULT_TEXT, context, JsText.utf8Bytes(value));
        else if (Values.isBlob(value)) bytes(engine, Sqlite.RESULT_BLOB, context, Js.bytes(value).copy());
        else if (Js.isPromise(value)) fail(engine, context, "Asynchronous user-defined functions are not supported");
        else other(engine, context, Values.bigInt(value));
    }

    private static void other(Engine engine, long context, BigInteger value) {
        if (value == null) fail(engine, context, "Returned JavaScript value cannot be converted to a SQLite value");
        else if (Values.fits(value)) Sqlite.RESULT_INT64.call(context, value.longValue());
        else fail(engine, context, "BigInt value is too large for SQLite");
    }

    private static void bytes(Engine engine, Sqlite function, long context, byte[] bytes) {
        engine.memory().lend(bytes, at -> function.number(context, at, bytes.length, Sqlite.TRANSIENT, 0));
    }

    /** Makes the statement that called the function fail. */
    static void fail(Engine engine, long context, String message) {
        bytes(engine, Sqlite.RESULT_ERROR, context, message.getBytes(StandardCharsets.UTF_8));
    }
}
