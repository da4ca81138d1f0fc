package dev.barista.engine;

import com.oracle.truffle.api.object.HiddenKey;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.JSObjectUtil;

/**
 * Marks that say how objects take part in structured cloning, unseen by JavaScript. Realm's thread only.
 *
 * <p>An object without a mark is cloned by its JavaScript class. A marked one is its {@link CloneHost}'s affair.
 */
public final class Clones {
    /** The object is neither cloned nor transferred. */
    public static final int FORBIDDEN = 0;
    /** The object may be cloned. */
    public static final int CLONEABLE = 1;
    /** The object may be transferred. */
    public static final int TRANSFERABLE = 2;

    private static final HiddenKey MODE = new HiddenKey("clone mode");
    private static final HiddenKey PLAIN = new HiddenKey("cloned as a plain object");
    private static final HiddenKey FIXED = new HiddenKey("not transferable");

    private Clones() {}

    /**
     * Marks an object of the host's.
     *
     * @param mode {@link #FORBIDDEN}, or the sum of what it may
     */
    public static void mark(JsObject object, int mode) {
        JSObjectUtil.putHiddenProperty(object.object, MODE, mode);
    }

    /** Has an exotic object, such as a proxy, be cloned as a plain object with its enumerable properties. */
    public static void cloneAsPlain(JsObject object) {
        JSObjectUtil.putHiddenProperty(object.object, PLAIN, true);
    }

    static boolean isPlain(JSDynamicObject object) {
        return JSObjectUtil.hasHiddenProperty(object, PLAIN);
    }

    /** Takes the permission to be transferred from any object. */
    public static void forbidTransfer(JsObject object) {
        forbidTransfer(object.object);
    }

    static void forbidTransfer(JSDynamicObject object) {
        JSObjectUtil.putHiddenProperty(object, FIXED, true);
        if (isMarked(object)) JSObjectUtil.putHiddenProperty(object, MODE, mode(object) & ~TRANSFERABLE);
    }

    /** Whether {@link #forbidTransfer} was called for it. */
    public static boolean isTransferForbidden(JsObject object) {
        return isFixed(object.object);
    }

    static boolean isFixed(JSDynamicObject object) {
        return JSObjectUtil.hasHiddenProperty(object, FIXED);
    }

    static boolean isMarked(JSDynamicObject object) {
        return JSObjectUtil.hasHiddenProperty(object, MODE);
    }

    static int mode(JSDynamicObject object) {
        return (int) JSObjectUtil.getHiddenProperty(object, MODE);
    }

    /** Whether the value could stand in a transfer list. */
    static boolean isTransferable(JSObject object) {
        if (isFixed(object)) return false;
        if (object instanceof JSArrayBufferObject buffer) return !(buffer instanceof JSArrayBufferObject.Shared) && !buffer.isDetached();
        return isMarked(object) && (mode(object) & TRANSFERABLE) != 0;
    }
}
