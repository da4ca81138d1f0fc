package dev.barista.node.sqlite;

import dev.barista.engine.Js;
import dev.barista.engine.JsObject;
import dev.barista.engine.JsText;
import dev.barista.node.posix.Memory;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The parameters of one statement. Loop thread only. Source: https://sqlite.org/lang_expr.html#varparam. */
final class Parameters {
    private static final int POSITION = '?';

    private final Engine engine;
    private final long database;
    private final long statement;

    /** Whether each has a name; {@code null} until it matters. */
    private boolean[] named;

    /** Names without their prefix to those with it; {@code null} until they are needed. */
    private Map<String, String> bareNames;

    Parameters(Engine engine, long database, long statement) {
        this.engine = engine;
        this.database = database;
        this.statement = statement;
    }

    /** How names are matched. */
    record Naming(boolean bare, boolean unknown) {}

    /**
     * Gives the parameters values; those that get none are NULL.
     *
     * @param values opaque engine values
     * @param naming how the properties of a first value that is an object are matched; {@code null} where all values stand for positions
     */
    void bind(Object[] values, Naming naming) {
        if (named == null) named = findNamed();
        if (named.length > 0) Sqlite.CLEAR_BINDINGS.call(statement);
        int next = 0;
        if (naming != null && values.length > 0 && Js.isObject(values[0]) && !Values.isBlob(values[0])) {
            bindNamed(Js.object(values[0]), naming);
            next = 1;
        }
        for (int parameter = 1; next < values.length; parameter++) {
            if (parameter > named.length || !named[parameter - 1]) set(parameter, values[next++]);
        }
    }

    private boolean[] findNamed() {
        boolean[] found = new boolean[Sqlite.BIND_PARAMETER_COUNT.number(statement)];
        for (int i = 0; i < found.length; i++) {
            long name = Sqlite.BIND_PARAMETER_NAME.call(statement, i + 1);
            found[i] = name != 0 && Memory.octet(name) != POSITION;
        }
        return found;
    }

    private void bindNamed(JsObject values, Naming naming) {
        if (naming.bare && bareNames == null) bareNames = findBareNames();
        for (String key : values.keys()) {
            int parameter = indexOf(key);
            if (parameter == 0 && naming.bare && bareNames.containsKey(key)) parameter = indexOf(bareNames.get(key));
            if (parameter == 0) {
                if (naming.unknown) continue;
                throw engine.failures().of("ERR_INVALID_STATE", "Unknown named parameter '" + key + "'");
            }
            set(parameter, values.get(key));
        }
    }

    private int indexOf(String name) {
        byte[] terminated = (name + '\0').getBytes(StandardCharsets.UTF_8);
        return engine.memory().lend(terminated, at -> Sqlite.BIND_PARAMETER_INDEX.number(statement, at));
    }

    private Map<String, String> findBareNames() {
        Map<String, String> found = new HashMap<>();
        for (int i = 1; i <= named.length; i++) {
            String name = Sqlite.BIND_PARAMETER_NAME.text(statement, i);
            if (name == null) continue;
            String other = found.put(name.substring(1), name);
            if (other != null && !other.equals(name)) {
                throw engine.failures().of("ERR_INVALID_STATE", "Cannot create bare named parameter '" + name.substring(1)
                    + "' because of conflicting names '" + other + "' and '" + name + "'.");
            }
        }
        return found;
    }

    private void set(int parameter, Object value) {
        if (put(parameter, value) != Sqlite.OK) throw engine.failures().of(database);
    }

    private int put(int parameter, Object value) {
        if (Js.isNumber(value)) return Sqlite.BIND_DOUBLE.withFraction(statement, parameter, ((Number) Js.java(value)).doubleValue());
        if (Js.isString(value)) {
            byte[] bytes = JsText.utf8Bytes(value);
            return engine.memory().lend(bytes, at -> Sqlite.BIND_TEXT.number(statement, parameter, at, bytes.length, Sqlite.TRANSIENT));
        }
        if (value == Js.NULL) return Sqlite.BIND_NULL.number(statement, parameter);
        if (Values.isBlob(value)) {
            byte[] bytes = Js.bytes(value).copy();
            return engine.memory().lend(bytes, at -> Sqlite.BIND_BLOB.number(statement, parameter, at, bytes.length, Sqlite.TRANSIENT));
        }
        BigInteger big = Values.bigInt(value);
        if (big == null) {
            throw engine.failures().of("ERR_INVALID_ARG_TYPE", "Provided value cannot be bound to SQLite parameter " + parameter + ".");
        }
        if (!Values.fits(big)) throw engine.failures().of("ERR_INVALID_ARG_VALUE", "BigInt value is too large to bind.");
        return Sqlite.BIND_INT64.number(statement, parameter, big.longValue());
    }
}
