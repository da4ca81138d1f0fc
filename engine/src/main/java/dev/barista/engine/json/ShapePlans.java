package dev.barista.engine.json;

import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.builtins.JSArray;
import com.oracle.truffle.js.runtime.builtins.JSClass;
import com.oracle.truffle.js.runtime.builtins.JSObjectPrototype;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Null;

/** What {@code JSON.stringify} of one realm knows about shapes, and its buffer. Realm's thread only. */
final class ShapePlans {
    private static final int SIZE = 1024;
    private static final int FIRST_BUFFER = 512;
    private static final int MAX_KEPT_BUFFER = 1 << 16;

    private final ShapePlan[] plans = new ShapePlan[SIZE];
    private final JSDynamicObject objectPrototype;

    /** The shape that the prototype of all objects had when there was no {@code toJSON} in it. */
    private Shape plainObjectPrototype;

    private byte[] buffer;

    ShapePlans(JSRealm realm) {
        objectPrototype = realm.getObjectPrototype();
    }

    private ShapePlan of(Shape shape) {
        int hash = System.identityHashCode(shape);
        int at = (hash ^ hash >>> 10) & SIZE - 1;
        ShapePlan plan = plans[at];
        if (plan == null || !plan.refersTo(shape)) plans[at] = plan = new ShapePlan(shape);
        return plan;
    }

    /** The plan with the properties of an object that has only those of its shape; {@code null} for one of a shape not met before. */
    ShapePlan listed(JSObject object, Shape shape) {
        if (JSObject.getJSClass(object) != JSOrdinary.INSTANCE) return null;
        ShapePlan plan = of(shape);
        if (plan.keys == null) {
            if (!plan.met) {
                plan.met = true;
                return null;
            }
            plan.list(shape);
        }
        return plan;
    }

    /** Whether it is certain, and nothing of the program's runs to find out, that {@code object.toJSON} is undefined. */
    boolean lacksToJson(JSObject object) {
        for (JSDynamicObject o = object; o != Null.instance; o = JSObject.getPrototype(o)) {
            if (o == objectPrototype && o.getShape() == plainObjectPrototype) return true;
            JSClass kind = JSObject.getJSClass(o);
            if (kind != JSOrdinary.INSTANCE && kind != JSArray.INSTANCE && kind != JSObjectPrototype.INSTANCE) return false;
            if (of(o.getShape()).hasToJson) return false;
            if (o == objectPrototype) plainObjectPrototype = o.getShape();
        }
        return true;
    }

    /** A buffer that nobody else writes to until it is given back. */
    byte[] takeBuffer() {
        byte[] taken = buffer;
        buffer = null;
        return taken == null ? new byte[FIRST_BUFFER] : taken;
    }

    void giveBack(byte[] bytes) {
        if (bytes.length <= MAX_KEPT_BUFFER) buffer = bytes;
    }
}
