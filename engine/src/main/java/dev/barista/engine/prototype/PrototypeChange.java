package dev.barista.engine.prototype;

import com.oracle.truffle.api.object.DynamicObjectLibrary;
import com.oracle.truffle.api.object.IncompatibleLocationException;
import com.oracle.truffle.api.object.Location;
import com.oracle.truffle.api.object.Property;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.JSShape;
import java.lang.ref.WeakReference;
import java.util.List;

/**
 * What becomes of objects of one shape that get one prototype, as seen when the engine did it: the shape they have then, and where each
 * value went. It keeps neither shape alive. Realm's thread only.
 */
@SuppressWarnings("deprecation")   // the engine has no other way to write a property's place outside a node of its own
final class PrototypeChange {
    private final WeakReference<Shape> before;
    private final WeakReference<Shape> after;
    private final Property[] properties;
    private final Location[] from;
    private final Location[] to;

    private PrototypeChange(Shape before, Shape after, Property[] properties, Location[] from, Location[] to) {
        this.before = new WeakReference<>(before);
        this.after = new WeakReference<>(after);
        this.properties = properties;
        this.from = from;
        this.to = to;
    }

    /** Whether objects of the shape are such as may be learnt from: plain ones, which nothing but their shape tells apart. */
    static boolean isLearnable(Shape shape) {
        return shape.isValid() && JSShape.getJSClassNoCast(shape) == JSOrdinary.INSTANCE && JSShape.isPrototypeInShape(shape)
                && JSShape.isExtensible(shape) && !JSShape.isArrayPrototypeOrDerivative(shape);
    }

    /** @return {@code null} if objects can't go that way by their shapes alone */
    static PrototypeChange learn(Shape before, Shape after) {
        if (!isLearnable(after) || before.getFlags() != after.getFlags()) return null;
        List<Property> all = before.getPropertyListInternal(true);
        if (all.size() != after.getPropertyListInternal(true).size()) return null;
        Property[] properties = new Property[all.size()];
        Location[] from = new Location[all.size()];
        Location[] to = new Location[all.size()];
        int count = 0;
        for (Property property : all) {
            Property moved = after.getProperty(property.getKey());
            if (moved == null || moved.getFlags() != property.getFlags()) return null;
            Location old = property.getLocation();
            if (old.isConstant() || moved.getLocation().isConstant()) {
                boolean same = old.isConstant() && moved.getLocation().isConstant() && old.getConstantValue() == moved.getLocation().getConstantValue();
                if (!same && property.getKey() != JSObject.HIDDEN_PROTO) return null;
                continue;   // it is in the shape
            }
            properties[count] = property;
            from[count] = old;
            to[count++] = moved.getLocation();
        }
        return count == 0 ? null
                : new PrototypeChange(before, after, trimmed(properties, new Property[count]), trimmed(from, new Location[count]), trimmed(to, new Location[count]));
    }

    private static <T> T[] trimmed(T[] array, T[] into) {
        System.arraycopy(array, 0, into, 0, into.length);
        return into;
    }

    boolean isOf(Shape shape) {
        return before.refersTo(shape);
    }

    /**
     * Makes the change.
     *
     * @param shape the object's, for which {@link #isOf} holds
     * @return false if the engine has to do it; the object is as it was then
     */
    boolean apply(JSObject object, Shape shape) {
        Shape target = after.get();
        if (target == null || !target.isValid()) return false;
        Object[] values = new Object[from.length];
        for (int i = 0; i < values.length; i++) values[i] = from[i].get(object, shape);
        Shape current = shape;
        for (int i = 0; i < values.length; i++) {
            try {
                to[i].set(object, values[i], current, target);
                current = target;
            } catch (IncompatibleLocationException e) {   // a value of a kind that its place has not had
                if (current == shape) return false;
                putRest(object, values, i);
                return true;
            }
        }
        return true;
    }

    private void putRest(JSObject object, Object[] values, int begin) {
        DynamicObjectLibrary library = DynamicObjectLibrary.getUncached();
        for (int i = begin; i < values.length; i++) library.putWithFlags(object, properties[i].getKey(), values[i], properties[i].getFlags());
    }
}
