package dev.barista.engine.json;

import com.oracle.truffle.api.object.Location;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.BigInt;
import com.oracle.truffle.js.runtime.Errors;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.array.ScriptArray;
import com.oracle.truffle.js.runtime.array.dyn.ConstantDoubleArray;
import com.oracle.truffle.js.runtime.array.dyn.ConstantIntArray;
import com.oracle.truffle.js.runtime.array.dyn.ZeroBasedDoubleArray;
import com.oracle.truffle.js.runtime.array.dyn.ZeroBasedIntArray;
import com.oracle.truffle.js.runtime.builtins.JSAbstractArray;
import com.oracle.truffle.js.runtime.builtins.JSArray;
import com.oracle.truffle.js.runtime.builtins.JSArrayObject;
import com.oracle.truffle.js.runtime.builtins.JSBigInt;
import com.oracle.truffle.js.runtime.builtins.JSBigIntObject;
import com.oracle.truffle.js.runtime.builtins.JSBoolean;
import com.oracle.truffle.js.runtime.builtins.JSBooleanObject;
import com.oracle.truffle.js.runtime.builtins.JSNumberObject;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.builtins.JSRawJSONObject;
import com.oracle.truffle.js.runtime.builtins.JSStringObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One call of {@code JSON.stringify}. Realm's thread only; the program's {@code toJSON}, getters, proxies and replacer run when the
 * specification has them run.
 *
 * <p>Source: ECMAScript, SerializeJSONProperty and what it calls. Plain objects and arrays are read by their shapes as long as nothing of
 * the program's could tell the difference.
 */
final class JsonStringifier {
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.ISO_8859_1);

    private final JSRealm realm;
    private final ShapePlans plans;
    private final JsonWriter writer;

    /** A function, or {@code null}. */
    private final Object replacer;

    /** The only properties to write, or {@code null}. */
    private final List<TruffleString> properties;

    /** What a line is indented with for each level; {@code null} for no lines. */
    private final TruffleString gap;

    private final JsonPath path = new JsonPath();

    JsonStringifier(JSRealm realm, ShapePlans plans, Object replacer, Object space) {
        this.realm = realm;
        this.plans = plans;
        boolean function = JSRuntime.isCallable(replacer);
        this.replacer = function ? replacer : null;
        this.properties = !function && JSRuntime.isArray(replacer) ? JsonArguments.properties((JSObject) replacer) : null;
        this.gap = space == Undefined.instance ? null : JsonArguments.gap(space);
        this.writer = new JsonWriter(plans.takeBuffer());
    }

    /** The text, or undefined if the value has none. */
    Object stringify(Object value) {
        JSObject holder = null;
        if (replacer != null) {
            holder = JSOrdinary.create(realm.getContext(), realm);
            JSRuntime.createDataProperty(holder, Strings.EMPTY_STRING, value);
        }
        try {
            Object prepared = prepared(holder, Strings.EMPTY_STRING, 0, value);
            if (prepared == null) return Undefined.instance;
            write(prepared);
            return writer.text();
        } finally {
            plans.giveBack(writer.buffer());
        }
    }

    /**
     * The value to write for {@code value}: what its {@code toJSON} and the replacer make of it.
     *
     * @param key {@code null} in an array, where {@code index} is its place
     * @return {@code null} if there is nothing to write
     */
    private Object prepared(JSObject holder, TruffleString key, long index, Object value) {
        Object result = value;
        if (value instanceof JSObject object) {
            if (!plans.lacksToJson(object)) result = toJson(JSObject.get(object, Strings.TO_JSON), value, key, index);
        } else if (value instanceof BigInt) {
            JSDynamicObject prototype = realm.getBigIntPrototype();
            Object method = JSObject.getJSClass(prototype).getHelper(prototype, value, Strings.TO_JSON, null);
            result = toJson(method, value, key, index);
        }
        if (replacer != null) result = JSRuntime.call(replacer, holder, new Object[] {name(key, index), result});
        if (result instanceof JSObject object) return unboxed(object);
        return result == Undefined.instance || result instanceof Symbol ? null : result;
    }

    private static Object toJson(Object method, Object value, TruffleString key, long index) {
        return JSRuntime.isCallable(method) ? JSRuntime.call(method, value, new Object[] {name(key, index)}) : value;
    }

    private static TruffleString name(TruffleString key, long index) {
        return key == null ? Strings.fromLong(index) : key;
    }

    private static Object unboxed(JSObject object) {
        if (object instanceof JSNumberObject) return JSRuntime.toNumber(object);
        if (object instanceof JSStringObject) return JSRuntime.toString(object);
        if (object instanceof JSBooleanObject b) return JSBoolean.valueOf(b);
        if (object instanceof JSBigIntObject b) return JSBigInt.valueOf(b);
        return JSRuntime.isCallable(object) ? null : object;
    }

    private void write(Object value) {
        if (value instanceof TruffleString s) {
            writer.quoted(s);
        } else if (value instanceof Integer n) {
            writer.number((int) n);
        } else if (value instanceof JSObject object) {
            if (object instanceof JSRawJSONObject raw) writer.raw(raw.getRawJSON());
            else if (JSRuntime.isArray(object)) array(object);
            else object(object);
        } else if (value instanceof Boolean b) {
            writer.latin1(b ? TRUE : FALSE);
        } else if (value == Null.instance) {
            writer.latin1(NULL);
        } else if (value instanceof Number n) {
            writer.number(JSRuntime.doubleValue(n));
        } else if (value instanceof BigInt) {
            throw Errors.createTypeError("Do not know how to serialize a BigInt");
        } else {
            throw new IllegalArgumentException("not a value of JavaScript's: " + value.getClass());
        }
    }

    private void object(JSObject object) {
        path.enter(object);
        writer.ascii('{');
        Shape shape = object.getShape();
        ShapePlan plan = properties == null ? plans.listed(object, shape) : null;
        boolean any;
        if (plan != null) any = planned(object, shape, plan);
        else any = members(object, properties == null ? JSObject.enumerableOwnNames(object) : properties);
        path.leave();
        if (any) line();
        writer.ascii('}');
    }

    /** @return whether there was a member */
    @SuppressWarnings("deprecation")   // the engine has no other way to read a property's place outside a node of its own
    private boolean planned(JSObject object, Shape shape, ShapePlan plan) {
        boolean any = false;
        for (int i = 0; i < plan.keys.length; i++) {
            TruffleString key = plan.keys[i];
            Location place = plan.places[i];
            Object value = place != null && object.getShape() == shape ? place.get(object, shape) : JSObject.get(object, key);
            value = prepared(object, key, 0, value);
            if (value == null) continue;
            separate(any);
            any = true;
            byte[] quoted = plan.quoted[i];
            if (quoted == null) name(key);
            else writer.latin1(quoted);
            member(key, value);
        }
        return any;
    }

    /** @return whether there was a member */
    private boolean members(JSObject object, List<TruffleString> keys) {
        boolean any = false;
        for (TruffleString key : keys) {
            Object value = prepared(object, key, 0, JSObject.get(object, key));
            if (value == null) continue;
            separate(any);
            any = true;
            name(key);
            member(key, value);
        }
        return any;
    }

    private void name(TruffleString key) {
        writer.quoted(key);
        writer.ascii(':');
    }

    private void member(TruffleString key, Object value) {
        if (gap != null) writer.ascii(' ');
        path.at(key, 0);
        write(value);
    }

    private void array(JSObject array) {
        path.enter(array);
        writer.ascii('[');
        long length;
        if (array instanceof JSArrayObject a) {
            length = elements(a);
        } else {
            length = JSRuntime.toLength(JSObject.get(array, JSAbstractArray.LENGTH));
            for (long i = 0; i < length; i++) element(array, i, JSObject.get(array, i));
        }
        path.leave();
        if (length > 0) line();
        writer.ascii(']');
    }

    private long elements(JSArrayObject array) {
        long length = JSArray.INSTANCE.getLength(array);
        if (replacer == null && numbers(array, length)) return length;
        for (long i = 0; i < length; i++) {
            ScriptArray type = array.getArrayType();   // the program may change it between two elements
            element(array, i, type.hasElement(array, i) ? type.getElement(array, i) : JSObject.get(array, i));
        }
        return length;
    }

    /** @return false, and nothing is written, if there may be other elements */
    private boolean numbers(JSArrayObject array, long length) {
        ScriptArray type = array.getArrayType();
        boolean constant = type instanceof ConstantIntArray || type instanceof ConstantDoubleArray;
        if (!constant && !(type instanceof ZeroBasedIntArray) && !(type instanceof ZeroBasedDoubleArray)) return false;
        if (!constant && JSAbstractArray.arrayGetUsedLength(array) != length) return false;
        Object elements = array.getArray();
        for (int i = 0; i < length; i++) {
            separate(i > 0);
            if (elements instanceof int[] ints) writer.number(ints[i]);
            else writer.number(((double[]) elements)[i]);
        }
        return true;
    }

    private void element(JSObject array, long index, Object value) {
        Object prepared = prepared(array, null, index, value);
        separate(index > 0);
        path.at(null, index);
        if (prepared == null) writer.latin1(NULL);
        else write(prepared);
    }

    private void separate(boolean any) {
        if (any) writer.ascii(',');
        line();
    }

    /** Begins a line, if there are lines. */
    private void line() {
        if (gap == null) return;
        writer.ascii('\n');
        for (int i = path.depth(); i > 0; i--) writer.raw(gap);
    }
}
