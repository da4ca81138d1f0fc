package dev.barista.engine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionData;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.JSObjectUtil;
import com.oracle.truffle.js.runtime.objects.Undefined;

/**
 * The call targets of a function of Java's that is a constructor too, and that classes can extend. Called by {@code new}, its receiver is
 * a new object that inherits from the {@code prototype} of {@code new.target}, and that is the result unless it returns another object.
 * Realm's thread only.
 */
final class NativeConstructor extends NativeRoot {
    /** How a frame begins: a construction from a derived class has {@code new.target} where others have their first argument. */
    private enum Entry { CALL, CONSTRUCT, CONSTRUCT_WITH_NEW_TARGET }

    private final Entry entry;
    private final JSContext context;

    private NativeConstructor(Realm realm, String name, NativeFn body, Entry entry) {
        super(realm.context().getLanguage(), realm, name, body);
        this.context = realm.context();
        this.entry = entry;
    }

    static JSFunctionObject create(Realm realm, String name, NativeFn body) {
        JSFunctionData data = JSFunctionData.create(realm.context(), new NativeConstructor(realm, name, body, Entry.CALL).getCallTarget(),
                new NativeConstructor(realm, name, body, Entry.CONSTRUCT).getCallTarget(),
                new NativeConstructor(realm, name, body, Entry.CONSTRUCT_WITH_NEW_TARGET).getCallTarget(),
                0, Strings.fromJavaString(name), true, false, true, true, false, false, false, false, true, true, false);
        JSFunctionObject function = JSFunction.create(realm.realm(), data);
        JSObject prototype = JSObjectUtil.createOrdinaryPrototypeObject(realm.realm());
        JSObjectUtil.putConstructorProperty(prototype, function);
        JSObjectUtil.putConstructorPrototypeProperty(function, prototype);
        return function;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object[] arguments = frame.getArguments();
        if (entry == Entry.CALL) return invoke(arguments, Undefined.instance);
        boolean derived = entry == Entry.CONSTRUCT_WITH_NEW_TARGET;
        JSDynamicObject newTarget = (JSDynamicObject) arguments[derived ? 2 : 1];
        int skipped = derived ? 1 : 0;
        Object[] call = new Object[arguments.length - skipped];
        call[0] = created(newTarget);
        call[1] = arguments[1];
        System.arraycopy(arguments, 2 + skipped, call, 2, call.length - 2);
        Object result = invoke(call, newTarget);
        return result instanceof JSObject ? result : call[0];
    }

    @TruffleBoundary
    private JSObject created(JSDynamicObject newTarget) {
        JSDynamicObject prototype = JSObject.get(newTarget, JSObject.PROTOTYPE) instanceof JSObject own ? own : getRealm().getObjectPrototype();
        return JSOrdinary.create(context, getRealm(), prototype);
    }
}
