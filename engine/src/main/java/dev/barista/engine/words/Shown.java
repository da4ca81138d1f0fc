package dev.barista.engine.words;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSError;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSProxy;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.js.runtime.objects.PropertyDescriptor;

/** How values are shown in V8's messages. No code of the program runs. */
final class Shown {
    private static final TruffleString NAME = Strings.constant("name");
    private static final TruffleString MESSAGE = Strings.constant("message");
    private static final TruffleString CONSTRUCTOR = Strings.constant("constructor");
    private static final TruffleString TO_STRING = Strings.constant("toString");

    private Shown() {}

    /** A value, or a property's key: {@code #<Point>}, {@code [object Array]}, a function's source, {@code Error: text}. */
    static String value(Object value) {
        if (!(value instanceof JSObject object)) return JSRuntime.safeToString(value).toString();
        if (JSProxy.isJSProxy(object)) return "#<Object>";
        if (JSFunction.isJSFunction(object)) return JSRuntime.safeToString(object).toString();
        if (JSError.isJSError(object)) return error(object);
        String name = usesObjectsToString(object) ? constructorName(object) : "";
        return name.isEmpty() ? JSObject.defaultToString(object).toString() : "#<" + name + '>';
    }

    /** What an operator says of a value where V8 finds no expression for it: {@code number 1}, {@code string "x"}, {@code object}. */
    static String anonymous(Object value) {
        String type = JSRuntime.typeof(value).toString();
        if (value instanceof TruffleString text) return type + " \"" + text + '"';
        if (value == Null.instance || value instanceof Boolean || JSRuntime.isNumber(value)) return type + ' ' + JSRuntime.safeToString(value);
        return type;
    }

    /** The name of a function that can be called or constructed; what V8 says instead for one that has none. */
    static String callee(Object value) {
        if (!JSFunction.isJSFunction(value)) return value(value);
        String name = data((JSObject) value, NAME) instanceof TruffleString text ? text.toString() : "";
        return name.isEmpty() ? Expression.UNKNOWN : name;
    }

    private static String error(JSObject error) {
        String name = data(error, NAME) instanceof TruffleString text ? text.toString() : "Error";
        String message = data(error, MESSAGE) instanceof TruffleString text ? text.toString() : "";
        return name.isEmpty() ? message : message.isEmpty() ? name : name + ": " + message;
    }

    private static boolean usesObjectsToString(JSObject object) {
        JSDynamicObject holder = holder(object, TO_STRING);
        return holder != null && holder != object && JSObject.getPrototype(holder) == Null.instance;
    }

    private static String constructorName(JSObject object) {
        return JSFunction.isJSFunction(data(object, CONSTRUCTOR)) ? callee(data(object, CONSTRUCTOR)) : "";
    }

    /** A data property's value, own or inherited; {@code null} for none. */
    private static Object data(JSObject object, TruffleString key) {
        JSDynamicObject holder = holder(object, key);
        PropertyDescriptor property = holder == null ? null : JSObject.getOwnProperty(holder, key);
        return property == null || !property.isDataDescriptor() ? null : property.getValue();
    }

    private static JSDynamicObject holder(JSDynamicObject object, TruffleString key) {
        for (JSDynamicObject at = object; at != Null.instance && !JSProxy.isJSProxy(at); at = JSObject.getPrototype(at)) {
            if (JSObject.hasOwnProperty(at, key)) return at;
        }
        return null;
    }
}
