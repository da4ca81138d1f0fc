package dev.barista.engine.json;

import com.oracle.truffle.api.object.Location;
import com.oracle.truffle.api.object.Property;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.objects.JSProperty;
import com.oracle.truffle.js.runtime.objects.JSShape;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What there is to know about objects of one shape when they are written. It does not keep the shape alive. */
final class ShapePlan extends WeakReference<Shape> {
    /** Whether the object itself has a property of that name. */
    final boolean hasToJson;

    /** Whether an object of the shape has been written. */
    boolean met;

    /** The names of enumerable properties, in order; {@code null} until {@link #list}. */
    TruffleString[] keys;

    /** Each key in quotes with its colon, or {@code null} for one that is not Latin-1. */
    byte[][] quoted;

    /** Where each value is, or {@code null} for one that is to be got through the object. */
    Location[] places;

    ShapePlan(Shape shape) {
        super(shape);
        hasToJson = shape.hasProperty(Strings.TO_JSON);
    }

    /** Fills in what is known about properties. */
    void list(Shape shape) {
        List<TruffleString> names = JSShape.getEnumerablePropertyNames(shape);
        int count = names.size();
        byte[][] texts = new byte[count][];
        Location[] found = new Location[count];
        for (int i = 0; i < count; i++) {
            texts[i] = quote(names.get(i));
            Property property = shape.getProperty(names.get(i));
            boolean computed = JSProperty.isAccessor(property) || JSProperty.isProxy(property) || JSProperty.isDataSpecial(property);
            if (!computed) found[i] = property.getLocation();
        }
        quoted = texts;
        places = found;
        keys = names.toArray(new TruffleString[0]);
    }

    private static byte[] quote(TruffleString key) {
        JsonWriter writer = new JsonWriter(new byte[64]);
        writer.quoted(key);
        writer.ascii(':');
        return writer.latin1OrNull();
    }
}
