package dev.barista.node.node_api;

import dev.barista.engine.Js;
import dev.barista.engine.JsOperations;
import dev.barista.engine.JsText;
import dev.barista.engine.JsType;
import dev.barista.node.posix.Memory;

/** Functions for objects, arrays and their properties. Loop thread only. */
final class Objects {
    private static final int KEY_ENUMERABLE = 2;
    private static final int KEY_SKIP_SYMBOLS = 16;

    private Objects() {}

    static void define(FunctionTable.Definitions plain, FunctionTable.Definitions runningJs) {
        plain.one("napi_create_object", (env, result) -> result == 0 ? Status.INVALID_ARG : env.give(result, env.realm().object().raw()));
        plain.five("napi_create_object_with_properties", Objects::createWithProperties);
        plain.one("napi_create_array", (env, result) -> createArray(env, 0, result));
        plain.two("napi_create_array_with_length", Objects::createArray);
        plain.two("napi_is_array", Objects::isArray);
        plain.two("napi_get_array_length", Objects::arrayLength);
        plain.two("napi_get_prototype", Objects::prototype);

        runningJs.three("napi_set_property", Objects::set);
        runningJs.three("napi_get_property", Objects::get);
        runningJs.three("napi_has_property", Objects::has);
        runningJs.three("napi_has_own_property", Objects::hasOwn);
        runningJs.three("napi_delete_property", Objects::delete);
        runningJs.three("napi_set_named_property", Objects::setNamed);
        runningJs.three("napi_get_named_property", Objects::getNamed);
        runningJs.three("napi_has_named_property", Objects::hasNamed);
        runningJs.three("napi_set_element", Objects::setElement);
        runningJs.three("napi_get_element", Objects::getElement);
        runningJs.three("napi_has_element", Objects::hasElement);
        runningJs.three("napi_delete_element", Objects::deleteElement);

        runningJs.two("napi_get_property_names", (env, object, result) -> names(env, object, 0, KEY_ENUMERABLE | KEY_SKIP_SYMBOLS, 1, result));
        runningJs.five("napi_get_all_property_names", Objects::names);
        runningJs.one("napi_object_freeze", (env, object) -> integrity(env, object, "freeze"));
        runningJs.one("napi_object_seal", (env, object) -> integrity(env, object, "seal"));
        runningJs.three("napi_instanceof", Objects::instanceOf);
    }

    /** The object for a handle's value; {@code null} where there is none, and {@link #objectStatus} says why. */
    static Object toObject(Addon env, long handle) {
        Object value = env.value(handle);
        return value == null ? null : JsOperations.toObject(value);
    }

    static int objectStatus(Addon env, long handle) {
        return env.value(handle) == null ? Status.INVALID_ARG : Status.OBJECT_EXPECTED;
    }

    private static int createWithProperties(Addon env, long prototype, long names, long values, long count, long result) {
        if (result == 0 || count > 0 && (names == 0 || values == 0)) return Status.INVALID_ARG;
        Object[] keys = env.values(names, count);
        Object[] contents = env.values(values, count);
        if (keys == null || contents == null) return Status.INVALID_ARG;
        for (Object key : keys) if (!JsOperations.isName(key)) return Status.NAME_EXPECTED;
        Object parent = env.value(prototype);
        Object object = (parent != null && Js.isObject(parent) ? env.realm().object(Js.object(parent)) : env.realm().object(null)).raw();
        for (int i = 0; i < keys.length; i++) JsOperations.define(object, keys[i], contents[i], true, true, true);
        return env.give(result, object);
    }

    private static int createArray(Addon env, long length, long result) {
        return result == 0 ? Status.INVALID_ARG : env.give(result, JsOperations.array(env.realm(), (int) length));
    }

    private static int isArray(Addon env, long handle, long result) {
        Object value = env.value(handle);
        if (value == null || result == 0) return Status.INVALID_ARG;
        return env.give(result, JsType.of(value) == JsType.OBJECT && JsOperations.isArrayItself(value));
    }

    private static int arrayLength(Addon env, long handle, long result) {
        Object value = env.value(handle);
        if (value == null || result == 0) return Status.INVALID_ARG;
        if (!JsOperations.isArrayItself(value)) return Status.ARRAY_EXPECTED;
        Memory.integer(result, (int) JsOperations.length(value));
        return Status.OK;
    }

    private static int prototype(Addon env, long handle, long result) {
        if (result == 0) return Status.INVALID_ARG;
        Object object = toObject(env, handle);
        return object == null ? objectStatus(env, handle) : env.give(result, JsOperations.prototype(object));
    }

    // Properties by any key

    private static int set(Addon env, long handle, long key, long content) {
        Object name = env.value(key);
        Object value = env.value(content);
        if (name == null || value == null) return Status.INVALID_ARG;
        Object object = toObject(env, handle);
        if (object == null) return objectStatus(env, handle);
        JsOperations.set(object, name, value);
        return Status.OK;
    }

    private static int get(Addon env, long handle, long key, long result) {
        Object name = env.value(key);
        if (name == null || result == 0) return Status.INVALID_ARG;
        Object object = toObject(env, handle);
        return object == null ? objectStatus(env, handle) : env.give(result, JsOperations.get(object, name));
    }

    private static int has(Addon env, long handle, long key, long result) {
        Object name = env.value(key);
        if (name == null || result == 0) return Status.INVALID_ARG;
        Object object = toObject(env, handle);
        return object == null ? objectStatus(env, handle) : env.give(result, JsOperations.has(object, name));
    }

    private static int hasOwn(Addon env, long handle, long key, long result) {
        Object name = env.value(key);
        if (name == null || result == 0) return Status.INVALID_ARG;
        Object object = toObject(env, handle);
        if (object == null) return objectStatus(env, handle);
        return JsOperations.isName(name) ? env.give(result, JsOperations.hasOwn(object, name)) : Status.NAME_EXPECTED;
    }

    private static int delete(Addon env, long handle, long key, long result) {
        Object name = env.value(key);
        if (name == null) return Status.INVALID_ARG;
        Object object = toObject(env, handle);
        if (object == null) return objectStatus(env, handle);
        boolean deleted = JsOperations.delete(object, name);
        return result == 0 ? Status.OK : env.give(result, deleted);
    }

    // By a name in UTF-8

    private static int setNamed(Addon env, long handle, long name, long content) {
        Object value = env.value(content);
        if (value == null) return Status.INVALID_ARG;
        Object object = toObject(env, handle);
        if (object == null) return objectStatus(env, handle);
        if (name == 0) return Status.INVALID_ARG;
        JsOperations.set(object, env.text(name), value);
        return Status.OK;
    }

    private static int getNamed(Addon env, long handle, long name, long result) {
        if (name == 0 || result == 0) return Status.INVALID_ARG;
        Object object = toObject(env, handle);
        return object == null ? objectStatus(env, handle) : env.give(result, JsOperations.get(object, env.text(name)));
    }

    private static int hasNamed(Addon env, long handle, long name, long result) {
        if (result == 0) return Status.INVALID_ARG;
        Object object = toObject(env, handle);
        if (object == null) return objectStatus(env, handle);
        return name == 0 ? Status.INVALID_ARG : env.give(result, JsOperations.has(object, env.text(name)));
    }

    // By an index

    private static int setElement(Addon env, long handle, long index, long content) {
        Object value = env.value(content);
        if (value == null) return Status.INVALID_ARG;
        Object object = toObject(env, handle);
        if (object == null) return objectStatus(env, handle);
        JsOperations.set(object, index & 0xFFFF_FFFFL, value);
        return Status.OK;
    }

    private static int getElement(Addon env, long handle, long index, long result) {
        if (result == 0) return Status.INVALID_ARG;
        Object object = toObject(env, handle);
        return object == null ? objectStatus(env, handle) : env.give(result, JsOperations.get(object, index & 0xFFFF_FFFFL));
    }

    private static int hasElement(Addon env, long handle, long index, long result) {
        if (result == 0) return Status.INVALID_ARG;
        Object object = toObject(env, handle);
        return object == null ? objectStatus(env, handle) : env.give(result, JsOperations.has(object, index & 0xFFFF_FFFFL));
    }

    private static int deleteElement(Addon env, long handle, long index, long result) {
        Object object = toObject(env, handle);
        if (object == null) return objectStatus(env, handle);
        boolean deleted = JsOperations.delete(object, index & 0xFFFF_FFFFL);
        return result == 0 ? Status.OK : env.give(result, deleted);
    }

    // All of an object

    /** @param mode 0 with those of prototypes, 1 own ones only; @param conversion 0 for indices as numbers, 1 as strings */
    private static int names(Addon env, long handle, long mode, long filter, long conversion, long result) {
        if (result == 0) return Status.INVALID_ARG;
        Object object = toObject(env, handle);
        if (object == null) return objectStatus(env, handle);
        if ((int) mode >>> 1 != 0 || (int) conversion >>> 1 != 0) return Status.INVALID_ARG;
        return env.give(result, env.api().call("propertyNames", object, (int) mode == 1, (int) filter, (int) conversion == 1));
    }

    private static int integrity(Addon env, long handle, String level) {
        Object object = toObject(env, handle);
        if (object == null) return objectStatus(env, handle);
        env.api().call(level, object);
        return Status.OK;
    }

    private static int instanceOf(Addon env, long handle, long constructor, long result) {
        Object value = env.value(handle);
        if (value == null || result == 0) return Status.INVALID_ARG;
        Memory.bool(result, false);
        Object type = toObject(env, constructor);
        if (type == null) return objectStatus(env, constructor);
        if (JsType.of(type) != JsType.FUNCTION) {
            env.pending(Exceptions.withCode(env.realm().typeError("Constructor must be a function"), JsText.of("ERR_NAPI_CONS_FUNCTION")));
            return Status.FUNCTION_EXPECTED;
        }
        return env.give(result, Js.isTrue(env.api().call("isInstance", value, type)));
    }
}
