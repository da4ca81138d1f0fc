package dev.barista.node.node_api;

import dev.barista.engine.Js;
import dev.barista.engine.JsOperations;
import dev.barista.engine.JsType;
import dev.barista.node.posix.Memory;

/** Functions that define properties by descriptors, and classes out of them. Loop thread only. */
final class Classes {
    // napi_property_attributes
    private static final int WRITABLE = 1;
    private static final int ENUMERABLE = 2;
    private static final int CONFIGURABLE = 4;
    private static final int STATIC = 1 << 10;

    /** {@code napi_property_descriptor} as it lies in memory. */
    private record Descriptor(long utf8Name, long name, long method, long getter, long setter, long value, int attributes, long data) {
        static final long BYTES = 8L * Long.BYTES;

        static Descriptor at(long address) {
            return new Descriptor(word(address, 0), word(address, 1), word(address, 2), word(address, 3), word(address, 4), word(address, 5),
                    Memory.integer(address + 6L * Long.BYTES), word(address, 7));
        }

        private static long word(long address, int i) {
            return Memory.pointer(address + (long) i * Long.BYTES);
        }

        boolean is(int attribute) {
            return (attributes & attribute) != 0;
        }

        boolean isAccessor() {
            return getter != 0 || setter != 0;
        }
    }

    private Classes() {}

    static void define(FunctionTable.Definitions plain, FunctionTable.Definitions runningJs) {
        runningJs.seven("napi_define_class", Classes::defineClass);
        runningJs.three("napi_define_properties", Classes::defineProperties);
    }

    private static int defineClass(Addon env, long name, long length, long constructor, long data, long count, long descriptors, long result) {
        if (result == 0 || constructor == 0 || name == 0 || count > 0 && descriptors == 0) return Status.INVALID_ARG;
        if (length > Integer.MAX_VALUE || length < Strings.AUTO_LENGTH) return Status.INVALID_ARG;
        Object mark = new Object();
        Object type = Functions.madeClass(env, Strings.text(name, length), constructor, data, mark);
        Object prototype = Js.object(type).get("prototype");
        for (long i = 0; i < count; i++) {
            Descriptor property = Descriptor.at(descriptors + i * Descriptor.BYTES);
            int status = property.is(STATIC) ? define(env, type, property, null) : define(env, prototype, property, mark);
            if (status != Status.OK) return status;
        }
        return env.give(result, type);
    }

    private static int defineProperties(Addon env, long handle, long count, long descriptors) {
        if (count > 0 && descriptors == 0) return Status.INVALID_ARG;
        Object object = env.value(handle);
        if (object == null) return Status.INVALID_ARG;
        if (!Js.isObject(object)) return Status.OBJECT_EXPECTED;
        for (long i = 0; i < count; i++) {
            int status = define(env, object, Descriptor.at(descriptors + i * Descriptor.BYTES), null);
            if (status != Status.OK) return status;
        }
        return Status.OK;
    }

    /** @param mark of the class whose member it is; {@code null} for any other property */
    private static int define(Addon env, Object object, Descriptor property, Object mark) {
        Object key = property.utf8Name != 0 ? env.text(property.utf8Name) : env.value(property.name);
        if (key == null) return Status.INVALID_ARG;
        if (!JsOperations.isName(key)) return Status.NAME_EXPECTED;
        boolean enumerable = property.is(ENUMERABLE);
        boolean configurable = property.is(CONFIGURABLE);
        boolean taken;
        if (property.isAccessor()) {
            taken = JsOperations.define(object, key, accessor(env, property.getter, property.data, mark),
                    accessor(env, property.setter, property.data, mark), enumerable, configurable);
        } else {
            Object value = property.method != 0 ? function(env, name(key), property.method, property.data, mark) : env.value(property.value);
            if (value == null) return Status.INVALID_ARG;
            taken = JsOperations.define(object, key, value, property.is(WRITABLE), enumerable, configurable);
        }
        return taken ? Status.OK : Status.INVALID_ARG;
    }

    private static Object accessor(Addon env, long callback, long data, Object mark) {
        return callback == 0 ? Js.UNDEFINED : function(env, "", callback, data, mark);
    }

    private static Object function(Addon env, String name, long callback, long data, Object mark) {
        return mark == null ? Functions.made(env, name, callback, data) : Functions.madeMember(env, name, callback, data, mark);
    }

    private static String name(Object key) {
        return JsType.of(key) == JsType.STRING ? (String) Js.java(key) : "";
    }
}
