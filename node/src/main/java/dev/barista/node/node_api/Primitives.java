package dev.barista.node.node_api;

import dev.barista.engine.Js;
import dev.barista.engine.JsKind;
import dev.barista.engine.JsOperations;
import dev.barista.engine.JsType;
import dev.barista.node.posix.Memory;

/** Functions that make, read and convert values that are no objects, and dates. Loop thread only. */
final class Primitives {
    private static final double TWO_32 = 0x1p32;

    private Primitives() {}

    static void define(FunctionTable.Definitions plain, FunctionTable.Definitions runningJs) {
        plain.one("napi_get_undefined", (env, result) -> singleton(env, result, Js.UNDEFINED));
        plain.one("napi_get_null", (env, result) -> singleton(env, result, Js.NULL));
        plain.one("napi_get_global", (env, result) -> singleton(env, result, env.realm().global().raw()));
        plain.two("napi_get_boolean", (env, value, result) -> singleton(env, result, (value & 0xFF) != 0));
        plain.fraction("napi_create_double", (env, value, result) -> singleton(env, result, JsOperations.number(value)));
        plain.two("napi_create_int32", (env, value, result) -> singleton(env, result, (int) value));
        plain.two("napi_create_uint32", (env, value, result) -> singleton(env, result, JsOperations.number((double) (value & 0xFFFF_FFFFL))));
        plain.two("napi_create_int64", (env, value, result) -> singleton(env, result, JsOperations.number((double) value)));
        runningJs.fraction("napi_create_date", (env, time, result) -> singleton(env, result, env.api().call("createDate", time)));
        plain.two("napi_create_symbol", Primitives::createSymbol);
        plain.three("node_api_symbol_for", Primitives::symbolFor);

        plain.two("napi_typeof", Primitives::typeOf);
        plain.two("napi_get_value_double", Primitives::doubleValue);
        plain.two("napi_get_value_int32", Primitives::int32Value);
        plain.two("napi_get_value_uint32", Primitives::uint32Value);
        plain.two("napi_get_value_int64", Primitives::int64Value);
        plain.two("napi_get_value_bool", Primitives::boolValue);
        plain.two("napi_is_date", (env, value, result) -> is(env, value, result, JsKind.DATE));
        plain.two("napi_get_date_value", Primitives::dateValue);

        runningJs.two("napi_coerce_to_bool", Primitives::toBool);
        runningJs.two("napi_coerce_to_number", Primitives::toNumber);
        runningJs.two("napi_coerce_to_string", Primitives::toText);
        runningJs.two("napi_coerce_to_object", Primitives::toObject);
        runningJs.three("napi_strict_equals", Primitives::strictEquals);
    }

    private static int singleton(Addon env, long result, Object value) {
        return result == 0 ? Status.INVALID_ARG : env.give(result, value);
    }

    /** Whether a value is of a kind, for the functions that ask just that. */
    static int is(Addon env, long handle, long result, JsKind kind) {
        Object value = env.value(handle);
        if (value == null || result == 0) return Status.INVALID_ARG;
        return env.give(result, JsKind.of(value) == kind);
    }

    private static int createSymbol(Addon env, long description, long result) {
        if (result == 0) return Status.INVALID_ARG;
        if (description == 0) return env.give(result, env.api().call("createSymbol"));
        Object text = env.value(description);
        if (text == null || !Js.isString(text)) return Status.STRING_EXPECTED;
        return env.give(result, env.api().call("createSymbol", text));
    }

    private static int symbolFor(Addon env, long description, long length, long result) {
        if (result == 0) return Status.INVALID_ARG;
        Object text = Strings.Encoding.UTF8.read(description, length);
        return text == null ? Status.INVALID_ARG : env.give(result, env.api().call("symbolFor", text));
    }

    /** The types are in {@code napi_valuetype}'s order. */
    private static int typeOf(Addon env, long handle, long result) {
        Object value = env.value(handle);
        if (value == null || result == 0) return Status.INVALID_ARG;
        Memory.integer(result, JsType.of(value).ordinal());
        return Status.OK;
    }

    private static int doubleValue(Addon env, long handle, long result) {
        Object value = env.value(handle);
        if (value == null || result == 0) return Status.INVALID_ARG;
        if (!Js.isNumber(value)) return Status.NUMBER_EXPECTED;
        Memory.number(result, JsOperations.number(value));
        return Status.OK;
    }

    private static int int32Value(Addon env, long handle, long result) {
        Object value = env.value(handle);
        if (value == null || result == 0) return Status.INVALID_ARG;
        if (!Js.isNumber(value)) return Status.NUMBER_EXPECTED;
        Memory.integer(result, value instanceof Integer i ? i : low32(JsOperations.number(value)));
        return Status.OK;
    }

    private static int uint32Value(Addon env, long handle, long result) {
        return int32Value(env, handle, result);   // the same bits
    }

    /** ECMAScript's ToInt32. */
    private static int low32(double value) {
        if (!Double.isFinite(value)) return 0;
        double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
        return (int) (long) (whole % TWO_32);
    }

    private static int int64Value(Addon env, long handle, long result) {
        Object value = env.value(handle);
        if (value == null || result == 0) return Status.INVALID_ARG;
        if (!Js.isNumber(value)) return Status.NUMBER_EXPECTED;
        double number = JsOperations.number(value);
        Memory.pointer(result, Double.isFinite(number) ? (long) number : 0);   // what is out of range goes to the range's end
        return Status.OK;
    }

    private static int boolValue(Addon env, long handle, long result) {
        Object value = env.value(handle);
        if (value == null || result == 0) return Status.INVALID_ARG;
        return value instanceof Boolean b ? env.give(result, b.booleanValue()) : Status.BOOLEAN_EXPECTED;
    }

    private static int dateValue(Addon env, long handle, long result) {
        Object value = env.value(handle);
        if (value == null || result == 0) return Status.INVALID_ARG;
        if (JsKind.of(value) != JsKind.DATE) return Status.DATE_EXPECTED;
        Memory.number(result, JsOperations.number(env.api().call("dateValue", value)));
        return Status.OK;
    }

    private static int toBool(Addon env, long handle, long result) {
        Object value = env.value(handle);
        if (value == null || result == 0) return Status.INVALID_ARG;
        return env.give(result, (Object) Js.isTrue(value));
    }

    private static int toNumber(Addon env, long handle, long result) {
        Object value = env.value(handle);
        if (value == null || result == 0) return Status.INVALID_ARG;
        return env.orElse(Status.NUMBER_EXPECTED, () -> env.give(result, JsOperations.toNumber(value)));
    }

    private static int toText(Addon env, long handle, long result) {
        Object value = env.value(handle);
        if (value == null || result == 0) return Status.INVALID_ARG;
        return env.orElse(Status.STRING_EXPECTED, () -> env.give(result, JsOperations.toText(value)));
    }

    private static int toObject(Addon env, long handle, long result) {
        Object value = env.value(handle);
        if (value == null || result == 0) return Status.INVALID_ARG;
        Object object = JsOperations.toObject(value);
        return object == null ? Status.OBJECT_EXPECTED : env.give(result, object);
    }

    private static int strictEquals(Addon env, long left, long right, long result) {
        Object a = env.value(left);
        Object b = env.value(right);
        if (a == null || b == null || result == 0) return Status.INVALID_ARG;
        return env.give(result, JsOperations.strictlyEqual(a, b));
    }
}
