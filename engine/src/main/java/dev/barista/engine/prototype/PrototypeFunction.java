package dev.barista.engine.prototype;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.object.HiddenKey;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.js.builtins.ObjectFunctionBuiltins;
import com.oracle.truffle.js.nodes.function.JSBuiltin;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSProxy;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.js.runtime.objects.Undefined;
import dev.barista.engine.builtin.BuiltinBody;
import java.lang.ref.WeakReference;

/**
 * {@code Object.setPrototypeOf} of one realm, with what it has learnt. Realm's thread only.
 */
public final class PrototypeFunction {
    /** Where the function object keeps its realm's instance. */
    private static final HiddenKey STATE = new HiddenKey("setPrototypeOf");

    private static final int SIZE = 64;

    private final CallTarget engines;
    private final Entry[] entries = new Entry[SIZE];

    /** Objects of one shape that got one prototype: what was learnt at the second time, or {@code null}. */
    private static final class Entry {
        final WeakReference<Shape> shape;
        final WeakReference<JSDynamicObject> prototype;
        PrototypeChange change;

        Entry(Shape shape, JSDynamicObject prototype) {
            this.shape = new WeakReference<>(shape);
            this.prototype = new WeakReference<>(prototype);
        }
    }

    private PrototypeFunction(JSFunctionObject function) {
        this.engines = BuiltinBody.engines(JSFunction.getRealm(function).getContext(), builtin());
    }

    private static JSBuiltin builtin() {
        return ObjectFunctionBuiltins.BUILTINS.lookupFunctionByKey(Strings.constant("setPrototypeOf"));
    }

    /** To be called before {@code Object.setPrototypeOf} is. */
    public static void install(JSContext context) {
        BuiltinBody.install(context, builtin(), (function, frame) -> BuiltinBody.state(function, STATE, PrototypeFunction::new)
                .set(function, BuiltinBody.argument(frame, 0), BuiltinBody.argument(frame, 1)));
    }

    /** {@code Object.setPrototypeOf(target, prototype)}. */
    Object set(JSFunctionObject function, Object target, Object prototype) {
        if (!(target instanceof JSObject object) || !(prototype instanceof JSObject parent)) return call(function, target, prototype);
        Shape shape = object.getShape();
        int hash = System.identityHashCode(shape) * 31 + System.identityHashCode(parent);
        int at = (hash ^ hash >>> 16) & SIZE - 1;
        Entry entry = entries[at];
        if (entry == null || !entry.shape.refersTo(shape) || !entry.prototype.refersTo(parent)) {
            if (PrototypeChange.isLearnable(shape)) entries[at] = new Entry(shape, parent);
            return call(function, target, prototype);
        }
        if (entry.change != null) {
            if (!isAbove(parent, object) && entry.change.apply(object, shape)) return object;
            entry.change = null;
        }
        Object result = call(function, target, prototype);
        entry.change = PrototypeChange.learn(shape, object.getShape());
        return result;
    }

    private Object call(JSFunctionObject function, Object target, Object prototype) {
        return engines.call(JSArguments.create(Undefined.instance, function, target, prototype));
    }

    /** Whether an object is, or could turn out to be, among the prototypes of another: what would close a circle. */
    private static boolean isAbove(JSObject from, JSObject object) {
        for (JSDynamicObject o = from; o != Null.instance; o = JSObject.getPrototype(o)) {
            if (o == object || JSProxy.isJSProxy(o)) return true;
        }
        return false;
    }
}
