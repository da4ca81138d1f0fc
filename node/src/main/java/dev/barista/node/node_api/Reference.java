package dev.barista.node.node_api;

import dev.barista.engine.Js;
import dev.barista.engine.JsKind;
import dev.barista.engine.JsType;
import java.lang.ref.WeakReference;

/**
 * What an addon knows as {@code napi_ref}, or what tells it of an object's end: an object that is held while a count is above 0, with data of
 * the addon's and a function to be called when it is gone. Loop thread only.
 */
final class Reference {
    private final Addon addon;
    private final WeakReference<Object> weak;
    private final long data;
    private final long hint;
    private long finalizer;
    private Object strong;
    private int count;
    private Mirror mirror;
    private Finalizers.Watch watch;

    /** Its number, if the addon was given one; else 0. */
    private long id;

    /**
     * @param value an opaque engine value; {@code null} for what ends with the environment only
     * @param finalizer {@code void (*)(napi_env, data, hint)}; 0 for none
     */
    Reference(Addon addon, Object value, int count, long finalizer, long data, long hint) {
        this.addon = addon;
        this.weak = new WeakReference<>(value);
        this.finalizer = finalizer;
        this.data = data;
        this.hint = hint;
        this.count = count;
        if (count > 0) hold(value);
        if (finalizer != 0 && value != null) watch = addon.api().finalizers().watch(value, this::finish, addon.isExperimental());
    }

    long id() {
        return id;
    }

    void id(long number) {
        id = number;
    }

    long data() {
        return data;
    }

    int count() {
        return count;
    }

    /** {@code null} once it is gone. */
    Object value() {
        return strong != null ? strong : weak.get();
    }

    /** @return the count; 0 if the object is gone */
    int ref() {
        Object value = value();
        if (value == null) return 0;
        if (count++ == 0) hold(value);
        return count;
    }

    int unref() {
        if (value() == null) return 0;
        if (--count == 0) letGo();
        return count;
    }

    private void hold(Object value) {
        strong = value;
        JsKind kind = JsKind.of(value);
        if (kind == JsKind.TYPED_ARRAY || kind == JsKind.ARRAY_BUFFER || kind == JsKind.DATA_VIEW) {
            mirror = addon.api().mirrors().keep(Js.bytes(value));
        }
    }

    /** What cannot be held weakly is gone with its last reference. */
    private void letGo() {
        if (!canBeWeak(strong)) weak.clear();
        strong = null;
        if (mirror != null) mirror.release();
        mirror = null;
    }

    private static boolean canBeWeak(Object value) {
        return switch (JsType.of(value)) {
            case OBJECT, FUNCTION, EXTERNAL, SYMBOL -> true;
            default -> false;
        };
    }

    /** Ends it without a call of the finalizer. */
    void delete() {
        endFinalizer();
        if (count > 0) letGo();
        count = 0;
        weak.clear();
    }

    /** Keeps what it is but for the finalizer, which will not be called. */
    void endFinalizer() {
        finalizer = 0;
        if (watch != null) watch.cancel();
        watch = null;
        addon.references().forget(this);
    }

    /** Calls the finalizer, if that was not done; what it leaves to be thrown is thrown. */
    void finish() {
        long function = finalizer;
        endFinalizer();
        if (function != 0) addon.call(function, data, hint, 0);
    }
}
