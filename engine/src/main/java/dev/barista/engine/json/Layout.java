package dev.barista.engine.json;

import com.oracle.truffle.api.object.IncompatibleLocationException;
import com.oracle.truffle.api.object.Location;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.objects.JSObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A sequence of distinct keys, as objects in JSON texts have had them, and the shape that such objects are made with: a node of a tree that
 * grows with the texts that are parsed. Realm's thread only.
 *
 * <p>The shape is as general as the values so far: where a number and a string have been seen under one key, its place takes both, so that
 * objects with equal keys come to have equal shapes.
 */
@SuppressWarnings("deprecation")   // the engine has no other way to write a property's place outside a node of its own
public final class Layout {
    /** How many keys are learnt at the first sight of an object; of wider ones those that are seen again. */
    private static final int FREE_KEYS = 32;

    /** Wider objects are dictionaries. */
    private static final int MAX_KEYS = 256;

    private static final Object NUMBER = 0;
    private static final Object FRACTION = 0.5;
    private static final Object TRUTH = true;

    /** The step from a sequence of keys to the one with another key. */
    static final class Edge {
        final TruffleString key;
        final Layout target;

        /** The place of the key's value among the object's values; the key may have been there before. */
        final int slot;

        /** The key as it stands between quotes in a Latin-1 text, or {@code null} if it can't stand there as it is. */
        final byte[] plain;

        Edge(String name, Layout target, int slot) {
            this.key = Strings.fromJavaString(name);
            this.target = target;
            this.slot = slot;
            boolean isPlain = name.chars().allMatch(c -> c <= 0xFF && !JsonText.isSpecial(c));
            this.plain = isPlain ? name.getBytes(StandardCharsets.ISO_8859_1) : null;
        }
    }

    private final Layout parent;
    private final TruffleString key;
    private final int size;
    private final boolean bare;
    private final Map<String, Edge> edges = new HashMap<>(2);

    /** The step taken last, which is most often the next one too. */
    Edge predicted;

    /** The key that a wide object had here when it was not learnt. */
    private String declined;

    private Shape root;
    private Shape shape;
    private Location[] places;

    /** The sequence without a key. */
    public Layout() {
        this(false);
    }

    /** The same. @param bare whether the objects have no prototype */
    public Layout(boolean bare) {
        this(null, null, 0, bare);
    }

    private Layout(Layout parent, TruffleString key, int size, boolean bare) {
        this.parent = parent;
        this.key = key;
        this.size = size;
        this.bare = bare;
    }

    /** Whether it is longer than what is learnt at first sight. */
    boolean isWide() {
        return size >= FREE_KEYS;
    }

    /** Whether nothing has come of it yet. */
    boolean isNew() {
        return shape == null && edges.isEmpty();
    }

    /**
     * The step with {@code name}, or {@code null} if the object is better a dictionary.
     *
     * @param learning whether keys of this object are already being learnt again
     */
    Edge edge(String name, boolean learning) {
        Edge edge = edges.get(name);
        if (edge == null) {
            if (size >= FREE_KEYS && !learning && !name.equals(declined)) {
                declined = name;
                return null;
            }
            edge = add(name);
            if (edge == null) return null;
        }
        predicted = edge;
        return edge;
    }

    private Edge add(String name) {
        TruffleString added = Strings.fromJavaString(name);
        Edge edge = null;
        for (Layout l = this; l.parent != null && edge == null; l = l.parent) {
            if (Strings.equals(l.key, added)) edge = new Edge(name, this, l.size - 1);
        }
        if (edge == null) {
            if (size >= MAX_KEYS) return null;
            edge = new Edge(name, new Layout(this, added, size + 1, bare), size);
        }
        edges.put(name, edge);
        return edge;
    }

    /** The keys in order. */
    TruffleString[] keys() {
        TruffleString[] keys = new TruffleString[size];
        for (Layout l = this; l.parent != null; l = l.parent) keys[l.size - 1] = l.key;
        return keys;
    }

    /** The sequence with another key, or {@code null} if objects with it are better dictionaries. */
    public Layout with(String name) {
        Edge edge = edge(name, false);
        return edge == null ? null : edge.target;
    }

    /** An object with these keys and the values from {@code base} on. */
    public JSObject create(JSContext context, JSRealm realm, Object[] values, int base) {
        for (;;) {
            JSObject object = bare ? JSOrdinary.createWithNullPrototype(context) : JSOrdinary.create(context, realm);
            Shape before = object.getShape();
            if (shape == null || before != root || !shape.isValid()) arrange(before, values, base);
            try {
                for (int i = 0; i < size; i++) {
                    places[i].set(object, values[base + i], before, shape);
                    before = shape;
                }
                return object;
            } catch (IncompatibleLocationException e) {   // a value of a kind that this key has not had
                arrange(root, values, base);
            }
        }
    }

    private void arrange(Shape from, Object[] values, int base) {
        TruffleString[] keys = keys();
        Shape next = from;
        for (int i = 0; i < size; i++) next = next.defineProperty(keys[i], sample(places == null ? null : places[i], values[base + i]), 0);
        Location[] found = new Location[size];
        for (int i = 0; i < size; i++) found[i] = next.getProperty(keys[i]).getLocation();
        root = from;
        shape = next;
        places = found;
    }

    /** A value whose kind is that of the place that holds what {@code place} held and {@code value}. */
    private static Object sample(Location place, Object value) {
        if (place == null) return value;
        boolean primitive = value instanceof Number || value instanceof Boolean;
        Object general = primitive ? Strings.EMPTY_STRING : value;
        if (place.canStore(general)) return general;
        if (place.canStore(value)) return place.canStore(TRUTH) ? TRUTH : place.canStore(FRACTION) ? FRACTION : NUMBER;
        return place.canStore(NUMBER) && value instanceof Double ? FRACTION : general;
    }
}
