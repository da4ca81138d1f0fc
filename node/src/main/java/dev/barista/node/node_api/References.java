package dev.barista.node.node_api;

import dev.barista.engine.External;
import dev.barista.engine.HiddenSlot;
import dev.barista.engine.Js;
import dev.barista.engine.JsException;
import dev.barista.engine.JsType;
import dev.barista.node.posix.Memory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An addon's references, what it has wrapped into objects, its externals, its own data, and the finalizers of all that. Loop thread only.
 */
final class References {
    private static final int VERSION_WITH_ANY_VALUE = 10;
    private static final HiddenSlot<Reference> WRAP = new HiddenSlot<>("napi wrap", Reference.class);
    private static final HiddenSlot<TypeTag> TAG = new HiddenSlot<>("napi type tag", TypeTag.class);

    private record TypeTag(long lower, long upper) {
        static TypeTag at(long address) {
            return new TypeTag(Memory.pointer(address), Memory.pointer(address + Long.BYTES));
        }
    }

    private final Addon addon;
    private final Ids<Reference> known = new Ids<>();
    /** Those that have finalizers to be called at the end, the oldest first. */
    private final Set<Reference> finalizing = new LinkedHashSet<>();
    private Reference instanceData;

    References(Addon addon) {
        this.addon = addon;
    }

    static void define(FunctionTable.Definitions plain, FunctionTable.Definitions runningJs) {
        plain.three("napi_create_reference", References::create);
        plain.one("napi_delete_reference", References::delete);
        plain.two("napi_reference_ref", References::ref);
        plain.two("napi_reference_unref", References::unref);
        plain.two("napi_get_reference_value", References::value);
        runningJs.five("napi_wrap", References::wrap);
        runningJs.two("napi_unwrap", (env, object, result) -> unwrap(env, object, result, false));
        runningJs.two("napi_remove_wrap", (env, object, result) -> unwrap(env, object, result, true));
        plain.five("napi_add_finalizer", References::addFinalizer);
        plain.three("node_api_post_finalizer", References::postFinalizer);
        runningJs.four("napi_create_external", References::createExternal);
        plain.two("napi_get_value_external", References::external);
        runningJs.two("napi_type_tag_object", References::tag);
        runningJs.three("napi_check_object_type_tag", References::checkTag);
        plain.three("napi_set_instance_data", References::setInstanceData);
        plain.one("napi_get_instance_data", References::instanceData);
        plain.two("napi_adjust_external_memory", References::adjustExternalMemory);
    }

    private Reference add(Object value, int count, long finalizer, long data, long hint) {
        Reference reference = new Reference(addon, value, count, finalizer, data, hint);
        if (finalizer != 0) finalizing.add(reference);
        return reference;
    }

    private long number(Reference reference) {
        long id = known.add(reference);
        reference.id(id);
        return id;
    }

    /** It has been deleted or finalized. The addon may still delete one that it knows. */
    void forget(Reference reference) {
        finalizing.remove(reference);
    }

    /** The environment ends: calls all finalizers that are left, the youngest first. */
    void finish() {
        while (!finalizing.isEmpty()) {
            List<Reference> left = new ArrayList<>(finalizing);
            finishOne(left.getLast());
        }
    }

    private void finishOne(Reference reference) {
        try {
            reference.finish();
        } catch (JsException e) {
            // There is nobody left to be told of it.
        }
    }

    // References

    private static int create(Addon env, long value, long count, long result) {
        Object object = env.value(value);
        if (object == null || result == 0) return Status.INVALID_ARG;
        JsType type = JsType.of(object);
        boolean proper = Js.isObject(object) || type == JsType.FUNCTION || type == JsType.SYMBOL;
        if (!proper && env.version() < VERSION_WITH_ANY_VALUE) return Status.INVALID_ARG;
        References all = env.references();
        Memory.pointer(result, all.number(all.add(object, (int) count, 0, 0, 0)));
        return Status.OK;
    }

    private static int delete(Addon env, long id) {
        if (id == 0) return Status.INVALID_ARG;
        Reference reference = env.references().known.remove(id);
        if (reference != null) reference.delete();
        return Status.OK;
    }

    private static int ref(Addon env, long id, long result) {
        Reference reference = env.references().known.get(id);
        if (reference == null) return Status.INVALID_ARG;
        int count = reference.ref();
        if (result != 0) Memory.integer(result, count);
        return Status.OK;
    }

    private static int unref(Addon env, long id, long result) {
        Reference reference = env.references().known.get(id);
        if (reference == null) return Status.INVALID_ARG;
        if (reference.count() == 0) return Status.GENERIC_FAILURE;
        int count = reference.unref();
        if (result != 0) Memory.integer(result, count);
        return Status.OK;
    }

    private static int value(Addon env, long id, long result) {
        Reference reference = env.references().known.get(id);
        if (reference == null || result == 0) return Status.INVALID_ARG;
        Object value = reference.value();
        Memory.pointer(result, value == null ? 0 : env.handle(value));
        return Status.OK;
    }

    // Native data of objects

    private static int wrap(Addon env, long handle, long data, long finalizer, long hint, long result) {
        Object object = env.value(handle);
        if (object == null) return Status.INVALID_ARG;
        if (!Js.isObject(object)) return Status.OBJECT_EXPECTED;
        if (WRAP.get(object) != null) return Status.INVALID_ARG;
        if (result != 0 && finalizer == 0) return Status.INVALID_ARG;
        References all = env.references();
        Reference reference = all.add(object, 0, finalizer, data, hint);
        if (result != 0) Memory.pointer(result, all.number(reference));
        WRAP.put(object, reference);
        return Status.OK;
    }

    private static int unwrap(Addon env, long handle, long result, boolean remove) {
        Object object = env.value(handle);
        if (object == null || result == 0 && !remove) return Status.INVALID_ARG;
        if (!Js.isObject(object)) return Status.OBJECT_EXPECTED;
        Reference reference = WRAP.get(object);
        if (reference == null) return Status.INVALID_ARG;
        if (result != 0) Memory.pointer(result, reference.data());
        if (remove) {
            WRAP.put(object, null);
            reference.endFinalizer();
        }
        return Status.OK;
    }

    private static int addFinalizer(Addon env, long handle, long data, long finalizer, long hint, long result) {
        Object object = env.value(handle);
        if (object == null || finalizer == 0) return Status.INVALID_ARG;
        if (!Js.isObject(object)) return Status.OBJECT_EXPECTED;
        References all = env.references();
        Reference reference = all.add(object, 0, finalizer, data, hint);
        if (result != 0) Memory.pointer(result, all.number(reference));
        return Status.OK;
    }

    private static int postFinalizer(Addon env, long finalizer, long data, long hint) {
        if (finalizer == 0) return Status.INVALID_ARG;
        env.api().finalizers().later(() -> env.call(finalizer, data, hint, 0));
        return Status.OK;
    }

    /** Has a finalizer called when an object of ours that stands for native memory is gone. */
    static void finalizeWith(Addon env, Object object, long finalizer, long data, long hint) {
        if (finalizer != 0) env.references().add(object, 0, finalizer, data, hint);
    }

    private static int createExternal(Addon env, long data, long finalizer, long hint, long result) {
        if (result == 0) return Status.INVALID_ARG;
        Object external = env.realm().external(data);
        finalizeWith(env, external, finalizer, data, hint);
        return env.give(result, external);
    }

    private static int external(Addon env, long value, long result) {
        Object object = env.value(value);
        if (object == null || result == 0) return Status.INVALID_ARG;
        External external = External.in(object);
        if (external == null) return Status.INVALID_ARG;
        Memory.pointer(result, external.address());
        return Status.OK;
    }

    private static int tag(Addon env, long handle, long tag) {
        Object object = Objects.toObject(env, handle);
        if (object == null) return Objects.objectStatus(env, handle);
        if (tag == 0 || TAG.get(object) != null) return Status.INVALID_ARG;
        TAG.put(object, TypeTag.at(tag));
        return Status.OK;
    }

    private static int checkTag(Addon env, long handle, long tag, long result) {
        Object object = Objects.toObject(env, handle);
        if (object == null) return Objects.objectStatus(env, handle);
        if (tag == 0 || result == 0) return Status.INVALID_ARG;
        return env.give(result, TypeTag.at(tag).equals(TAG.get(object)));
    }

    // The addon's own data

    private static int setInstanceData(Addon env, long data, long finalizer, long hint) {
        References all = env.references();
        if (all.instanceData != null) all.instanceData.delete();
        all.instanceData = all.add(null, 0, finalizer, data, hint);
        return Status.OK;
    }

    private static int instanceData(Addon env, long result) {
        if (result == 0) return Status.INVALID_ARG;
        Reference own = env.references().instanceData;
        Memory.pointer(result, own == null ? 0 : own.data());
        return Status.OK;
    }

    private static int adjustExternalMemory(Addon env, long change, long result) {
        if (result == 0) return Status.INVALID_ARG;
        Memory.pointer(result, env.externalMemory(change));
        return Status.OK;
    }
}
