package dev.barista.engine;

import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionData;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;

/**
 * Functions that read and write numbers in the bytes of their receiver, a typed array. Realm's thread only.
 *
 * <p>They do the plain case themselves, in code that the compiler inlines into its callers. For every other case (a receiver,
 * offset, width or value that doesn't fit) they return what a fallback returns, which is called with the same receiver, the
 * function's name and the arguments.
 */
public final class ByteNumbers {
    private final Realm realm;
    private final JSFunctionObject fallback;

    public ByteNumbers(Realm realm, JsFunction fallback) {
        this.realm = realm;
        this.fallback = (JSFunctionObject) fallback.object;
    }

    /** A function {@code (offset = 0)}, or {@code (offset, width)}, that returns the number there. */
    public JsFunction reader(String name, NumberFormat format, boolean littleEndian) {
        return function(name, format.hasFixedWidth() ? 0 : 2, new NumberRoot(realm, fallback, name, format, littleEndian, false));
    }

    /** A function {@code (value, offset = 0)}, or {@code (value, offset, width)}, that writes it and returns the offset of what follows. */
    public JsFunction writer(String name, NumberFormat format, boolean littleEndian) {
        return function(name, format.hasFixedWidth() ? 1 : 3, new NumberRoot(realm, fallback, name, format, littleEndian, true));
    }

    private JsFunction function(String name, int length, NumberRoot root) {
        var data = JSFunctionData.createCallOnly(realm.context(), root.getCallTarget(), length, Strings.fromJavaString(name));
        return new JsFunction(JSFunction.create(realm.realm(), data));
    }
}
