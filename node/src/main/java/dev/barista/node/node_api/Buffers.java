package dev.barista.node.node_api;

import dev.barista.engine.Clones;
import dev.barista.engine.Js;
import dev.barista.engine.JsBytes;
import dev.barista.engine.JsException;
import dev.barista.engine.JsKind;
import dev.barista.engine.JsText;
import dev.barista.node.node_api.FunctionTable.Definitions;
import dev.barista.node.posix.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.Predicate;

/**
 * Functions for Buffers, ArrayBuffers and views of them. What they make lies outside the heap, so that JavaScript and native code share it;
 * for what JavaScript made see {@link Mirrors}. Loop thread only.
 */
final class Buffers {
    private static final long ALIGNMENT = 16;

    /** In {@code napi_typedarray_type}'s order. */
    private static final List<String> TYPES = List.of("Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array",
            "Uint32Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array", "Float16Array");
    private static final int[] ELEMENT_BYTES = {1, 1, 1, 2, 2, 4, 4, 4, 8, 8, 8, 2};

    private Buffers() {}

    static void define(Definitions plain, Definitions runningJs) {
        runningJs.three("napi_create_arraybuffer", Buffers::createArrayBuffer);
        runningJs.five("napi_create_external_arraybuffer", (env, data, length, finalizer, hint, result) ->
                createExternal(env, data, length, finalizer, hint, result, false));
        runningJs.three("napi_create_buffer", Buffers::createBuffer);
        runningJs.five("napi_create_external_buffer", (env, length, data, finalizer, hint, result) ->
                createExternal(env, data, length, finalizer, hint, result, true));
        runningJs.four("napi_create_buffer_copy", Buffers::createCopy);
        runningJs.four("node_api_create_buffer_from_arraybuffer", Buffers::createOn);
        runningJs.three("node_api_create_sharedarraybuffer", Buffers::createShared);
        runningJs.five("napi_create_typedarray", Buffers::createTypedArray);
        runningJs.four("napi_create_dataview", Buffers::createDataView);

        plain.two("napi_is_buffer", (env, value, result) -> is(env, value, result, Buffers::isView));
        plain.two("napi_is_arraybuffer", (env, value, result) -> Primitives.is(env, value, result, JsKind.ARRAY_BUFFER));
        plain.two("node_api_is_sharedarraybuffer", (env, value, result) -> Primitives.is(env, value, result, JsKind.SHARED_ARRAY_BUFFER));
        plain.two("napi_is_typedarray", (env, value, result) -> Primitives.is(env, value, result, JsKind.TYPED_ARRAY));
        plain.two("napi_is_dataview", (env, value, result) -> Primitives.is(env, value, result, JsKind.DATA_VIEW));
        plain.three("napi_get_buffer_info", (env, value, data, length) -> info(env, value, data, length, Buffers::isView));
        plain.three("napi_get_arraybuffer_info", (env, value, data, length) -> info(env, value, data, length, Buffers::isHolder));
        plain.six("napi_get_typedarray_info", Buffers::typedArrayInfo);
        plain.five("napi_get_dataview_info", Buffers::dataViewInfo);
        plain.one("napi_detach_arraybuffer", Buffers::detach);
        plain.two("napi_is_detached_arraybuffer", (env, value, result) -> is(env, value, result,
                v -> JsKind.of(v) == JsKind.ARRAY_BUFFER && Js.bytes(v).isDetached()));
    }

    private static int is(Addon env, long handle, long result, Predicate<Object> test) {
        Object value = env.value(handle);
        if (value == null || result == 0) return Status.INVALID_ARG;
        return env.give(result, test.test(value));
    }

    private static boolean isView(Object value) {
        JsKind kind = JsKind.of(value);
        return kind == JsKind.TYPED_ARRAY || kind == JsKind.DATA_VIEW;
    }

    private static boolean isHolder(Object value) {
        JsKind kind = JsKind.of(value);
        return kind == JsKind.ARRAY_BUFFER || kind == JsKind.SHARED_ARRAY_BUFFER;
    }

    // Making them

    /** An ArrayBuffer of zeros with native memory of its own, which is freed with it. */
    private static Object arrayBuffer(Addon env, long length) {
        if (length < 0 || length > Integer.MAX_VALUE) throw env.realm().rangeError("Array buffer allocation failed");
        return env.realm().arrayBuffer(Arena.ofAuto().allocate(length, ALIGNMENT).asByteBuffer());
    }

    private static void giveAddress(Addon env, long result, Object holder) {
        if (result != 0) Memory.pointer(result, env.api().mirrors().address(Js.bytes(holder)));
    }

    private static Object buffer(Addon env, Object holder, long offset, long length) {
        return env.api().call("bufferOn", holder, (double) offset, (double) length);
    }

    private static int createArrayBuffer(Addon env, long length, long data, long result) {
        if (result == 0) return Status.INVALID_ARG;
        Object holder = arrayBuffer(env, length);
        giveAddress(env, data, holder);
        return env.give(result, holder);
    }

    private static int createBuffer(Addon env, long length, long data, long result) {
        if (result == 0) return Status.INVALID_ARG;
        Object holder = arrayBuffer(env, length);
        giveAddress(env, data, holder);
        return env.give(result, buffer(env, holder, 0, length));
    }

    private static int createCopy(Addon env, long length, long source, long data, long result) {
        if (result == 0 || source == 0 && length > 0) return Status.INVALID_ARG;
        Object holder = arrayBuffer(env, length);
        if (length > 0) MemorySegment.ofBuffer(Js.bytes(holder).buffer()).copyFrom(Memory.at(source, length));
        giveAddress(env, data, holder);
        return env.give(result, buffer(env, holder, 0, length));
    }

    /** On memory of the addon's, which it frees when the finalizer is called. */
    private static int createExternal(Addon env, long data, long length, long finalizer, long hint, long result, boolean asBuffer) {
        if (result == 0) return Status.INVALID_ARG;
        if (length < 0 || length > Integer.MAX_VALUE) return Status.INVALID_ARG;
        Object holder = env.realm().arrayBuffer(Memory.at(data, data == 0 ? 0 : length).asByteBuffer());
        References.finalizeWith(env, holder, finalizer, data, hint);
        if (data != 0) Clones.forbidTransfer(Js.object(holder));
        else if (!asBuffer) Js.bytes(holder).detach();
        return env.give(result, asBuffer ? buffer(env, holder, 0, length) : holder);
    }

    private static int createOn(Addon env, long handle, long offset, long length, long result) {
        Object holder = env.value(handle);
        if (holder == null || result == 0) return Status.INVALID_ARG;
        if (!isHolder(holder)) return Status.ARRAYBUFFER_EXPECTED;
        if (offset < 0 || length < 0 || offset + length > Js.bytes(holder).length()) {
            throw coded(env, "The byte offset + length is out of range", "ERR_OUT_OF_RANGE");
        }
        return env.give(result, buffer(env, holder, offset, length));
    }

    private static int createShared(Addon env, long length, long data, long result) {
        if (result == 0) return Status.INVALID_ARG;
        Object holder = env.api().call("createShared", (double) length);
        giveAddress(env, data, holder);
        return env.give(result, holder);
    }

    private static int createTypedArray(Addon env, long type, long length, long handle, long offset, long result) {
        Object holder = env.value(handle);
        if (holder == null || result == 0) return Status.INVALID_ARG;
        if (!isHolder(holder)) return Status.INVALID_ARG;
        int i = (int) type;
        if (i < 0 || i >= TYPES.size()) return Status.INVALID_ARG;
        int size = ELEMENT_BYTES[i];
        if (size > 1 && Long.remainderUnsigned(offset, size) != 0) {
            env.pending(coded(env, "start offset of " + TYPES.get(i) + " should be a multiple of " + size, "ERR_NAPI_INVALID_TYPEDARRAY_ALIGNMENT"));
            return Status.INVALID_ARG;
        }
        if (offset < 0 || length < 0 || length * size + offset > Js.bytes(holder).length()) {
            env.pending(coded(env, "Invalid typed array length", "ERR_NAPI_INVALID_TYPEDARRAY_LENGTH"));
            return Status.INVALID_ARG;
        }
        return env.give(result, env.api().call("createTypedArray", TYPES.get(i), holder, (double) offset, (double) length));
    }

    private static int createDataView(Addon env, long length, long handle, long offset, long result) {
        Object holder = env.value(handle);
        if (holder == null || result == 0) return Status.INVALID_ARG;
        if (!isHolder(holder)) return Status.INVALID_ARG;
        if (offset < 0 || length < 0 || length + offset > Js.bytes(holder).length()) {
            env.pending(coded(env, "byte_offset + byte_length should be less than or equal to the size in bytes of the array passed in",
                    "ERR_NAPI_INVALID_DATAVIEW_ARGS"));
            return Status.PENDING_EXCEPTION;
        }
        return env.give(result, env.api().call("createDataView", holder, (double) offset, (double) length));
    }

    private static JsException coded(Addon env, String message, String code) {
        return Exceptions.withCode(env.realm().rangeError(message), JsText.of(code));
    }

    // What they are

    private static int info(Addon env, long handle, long data, long length, Predicate<Object> test) {
        Object value = env.value(handle);
        if (value == null || !test.test(value)) return Status.INVALID_ARG;
        JsBytes bytes = Js.bytes(value);
        if (data != 0) Memory.pointer(data, env.api().mirrors().address(bytes));
        if (length != 0) Memory.pointer(length, bytes.length());
        return Status.OK;
    }

    private static int typedArrayInfo(Addon env, long handle, long type, long length, long data, long holder, long offset) {
        Object value = env.value(handle);
        if (value == null || JsKind.of(value) != JsKind.TYPED_ARRAY) return Status.INVALID_ARG;
        JsBytes bytes = Js.bytes(value);
        int i = TYPES.indexOf(bytes.typeName());
        if (type != 0) Memory.integer(type, i);
        if (length != 0) Memory.pointer(length, bytes.length() / ELEMENT_BYTES[i]);
        viewInfo(env, bytes, data, holder, offset);
        return Status.OK;
    }

    private static int dataViewInfo(Addon env, long handle, long length, long data, long holder, long offset) {
        Object value = env.value(handle);
        if (value == null || JsKind.of(value) != JsKind.DATA_VIEW) return Status.INVALID_ARG;
        JsBytes bytes = Js.bytes(value);
        if (length != 0) Memory.pointer(length, bytes.length());
        viewInfo(env, bytes, data, holder, offset);
        return Status.OK;
    }

    private static void viewInfo(Addon env, JsBytes bytes, long data, long holder, long offset) {
        if (data != 0) Memory.pointer(data, env.api().mirrors().address(bytes));
        if (holder != 0) Memory.pointer(holder, env.handle(bytes.holder()));
        if (offset != 0) Memory.pointer(offset, bytes.offset());
    }

    private static int detach(Addon env, long handle) {
        Object value = env.value(handle);
        if (value == null) return Status.INVALID_ARG;
        if (JsKind.of(value) != JsKind.ARRAY_BUFFER) return Status.ARRAYBUFFER_EXPECTED;
        JsBytes bytes = Js.bytes(value);
        if (!bytes.isDetachable()) return Status.DETACHABLE_ARRAYBUFFER_EXPECTED;
        bytes.detach();
        return Status.OK;
    }
}
