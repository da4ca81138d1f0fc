package dev.barista.node.sqlite;

import dev.barista.engine.Js;
import dev.barista.engine.JsException;
import dev.barista.engine.JsFunction;

/** Makes the errors that programs catch, through the JavaScript half, which knows their classes. Loop thread only. */
final class Failures {
    private JsFunction make;

    /** @param make (code, message, errcode, errstr) → error */
    void make(JsFunction make) {
        this.make = make;
    }

    JsException of(String code, String message) {
        return JsException.thrown(make.call(null, code, message));
    }

    /** What SQLite last said of a database. */
    JsException of(long database) {
        int code = Sqlite.EXTENDED_ERRCODE.number(database);
        return JsException.thrown(make.call(null, "ERR_SQLITE_ERROR", Sqlite.ERRMSG.text(database, 0), code, Sqlite.ERRSTR.text(code, 0)));
    }

    /** A result code that leaves nothing at the database. */
    JsException ofCode(int code) {
        return JsException.thrown(make.call(null, "ERR_SQLITE_ERROR", Sqlite.ERRSTR.text(code, 0), code));
    }

    /** An integer of SQLite's that no number is precise enough for. */
    JsException outOfRange(long value) {
        return of("ERR_OUT_OF_RANGE", "Value is too large to be represented as a JavaScript number: " + value);
    }

    /** An error without a code. @param name its class: {@code TypeError} or {@code RangeError} */
    JsException plain(String name, String message) {
        return JsException.thrown(make.call(null, Js.UNDEFINED, message, name));
    }
}
