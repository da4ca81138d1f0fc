package dev.barista.node.node_api;

import dev.barista.engine.HiddenSlot;
import dev.barista.engine.Js;
import dev.barista.engine.JsOperations;
import dev.barista.engine.JsType;
import dev.barista.node.node_api.Addon.CallbackInfo;
import dev.barista.node.posix.Memory;

/** Functions that make, call and construct JavaScript's functions, and tell native ones how they were called. Loop thread only. */
final class Functions {
    /** The mark of the class that constructed an object. */
    private static final HiddenSlot<Object> CLASS = new HiddenSlot<>("napi class", Object.class);

    private Functions() {}

    static void define(FunctionTable.Definitions plain, FunctionTable.Definitions runningJs) {
        runningJs.five("napi_create_function", Functions::create);
        runningJs.five("napi_call_function", Functions::call);
        runningJs.four("napi_new_instance", Functions::construct);
        plain.five("napi_get_cb_info", Functions::info);
        plain.two("napi_get_new_target", Functions::newTarget);
    }

    private static int create(Addon env, long name, long length, long callback, long data, long result) {
        if (callback == 0 || result == 0) return Status.INVALID_ARG;
        if (length > Integer.MAX_VALUE || length < Strings.AUTO_LENGTH) return Status.INVALID_ARG;
        String text = name == 0 ? "" : Strings.text(name, length);
        return env.give(result, made(env, text, callback, data));
    }

    /** A function that calls {@code napi_value (*callback)(napi_env, napi_callback_info)}. @return an opaque engine value */
    static Object made(Addon env, String name, long callback, long data) {
        return env.realm().constructor(name, a -> env.callback(callback, data, a)).raw();
    }

    /** As {@link #made}, of a class: what it constructs carries its mark. */
    static Object madeClass(Addon env, String name, long callback, long data, Object mark) {
        return env.realm().constructor(name, a -> {
            if (a.newTarget() != Js.UNDEFINED) CLASS.put(a.thisValue(), mark);
            return env.callback(callback, data, a);
        }).raw();
    }

    /** As {@link #made}, of a member of a class, which takes no other receiver than what that has constructed: native code relies on it. */
    static Object madeMember(Addon env, String name, long callback, long data, Object mark) {
        return env.realm().constructor(name, a -> {
            if (!Js.isObject(a.thisValue()) || CLASS.get(a.thisValue()) != mark) throw env.realm().typeError("Illegal invocation");
            return env.callback(callback, data, a);
        }).raw();
    }

    private static int call(Addon env, long receiver, long function, long count, long array, long result) {
        Object self = env.value(receiver);
        if (self == null || count > 0 && array == 0) return Status.INVALID_ARG;
        Object called = env.value(function);
        if (called == null || JsType.of(called) != JsType.FUNCTION) return Status.INVALID_ARG;
        Object[] arguments = env.values(array, count);
        if (arguments == null) return Status.INVALID_ARG;
        Object value = env.runningJs(() -> JsOperations.call(called, self, arguments));
        return result == 0 ? Status.OK : env.give(result, value);
    }

    private static int construct(Addon env, long function, long count, long array, long result) {
        Object constructor = env.value(function);
        if (constructor == null || count > 0 && array == 0 || result == 0) return Status.INVALID_ARG;
        if (JsType.of(constructor) != JsType.FUNCTION) return Status.INVALID_ARG;
        Object[] arguments = env.values(array, count);
        if (arguments == null) return Status.INVALID_ARG;
        return env.give(result, env.runningJs(() -> JsOperations.construct(constructor, arguments)));
    }

    private static int info(Addon env, long info, long count, long array, long receiver, long data) {
        CallbackInfo call = env.call(info);
        if (call == null) return Status.INVALID_ARG;
        if (array != 0) {
            if (count == 0) return Status.INVALID_ARG;
            long room = Memory.pointer(count);
            for (int i = 0; i < room; i++) Memory.pointer(array + (long) i * Long.BYTES, env.handle(call.args().raw(i)));
        }
        if (count != 0) Memory.pointer(count, call.args().length());
        if (receiver != 0) Memory.pointer(receiver, env.handle(call.args().thisValue()));
        if (data != 0) Memory.pointer(data, call.data());
        return Status.OK;
    }

    private static int newTarget(Addon env, long info, long result) {
        CallbackInfo call = env.call(info);
        if (call == null || result == 0) return Status.INVALID_ARG;
        Object target = call.args().newTarget();
        Memory.pointer(result, target == Js.UNDEFINED ? 0 : env.handle(target));
        return Status.OK;
    }
}
