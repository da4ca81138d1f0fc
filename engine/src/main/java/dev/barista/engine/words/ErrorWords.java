package dev.barista.engine.words;

import com.oracle.js.parser.ParserException;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.nodes.access.PropertyGetNode;
import com.oracle.truffle.js.nodes.access.WithVarWrapperNode;
import com.oracle.truffle.js.nodes.access.WritePropertyNode;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSErrorType;
import com.oracle.truffle.js.runtime.JSException;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.builtins.JSProxy;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.Locale;

/**
 * The engine's errors in V8's words. Each public method stands in the place of the engine's of that name and type, whose parameters are:
 * a property's key or a value as the engine has it, and the node where the error arises, {@code null} where it isn't known.
 */
public final class ErrorWords {
    private static final java.util.regex.Pattern QUOTED_KEY = java.util.regex.Pattern.compile("\\[\"([^\"]*)\"]");

    private ErrorWords() {}

    // Reading, writing, deleting

    public static JSException createTypeErrorCannotGetProperty(Object key, Object object, boolean isGetMethod, Node node) {
        String taken = CallSite.destructured(object, node);
        if (taken != null) return typeError(cannotDestructure("property '" + Shown.value(key) + "' of ", taken, object), node);
        if (key == Symbol.SYMBOL_ITERATOR) {
            return typeError(CallSite.iterates(node) ? CallSite.notIterable(object, node) : CallSite.notIterable(object), node);
        }
        return typeError("Cannot read properties of " + Shown.value(object) + " (reading '" + Shown.value(key) + "')", node);
    }

    public static JSException createTypeErrorCannotSetProperty(Object key, Object object, Node node) {
        return typeError("Cannot set properties of " + Shown.value(object) + " (setting '" + Shown.value(key) + "')", node);
    }

    public static JSException createTypeErrorNotWritableProperty(Object key, Object object, Node node) {
        String type = JSRuntime.typeof(object).toString();
        return typeError("Cannot assign to read only property '" + Shown.value(key) + "' of " + type + " '" + Shown.value(object) + '\'', node);
    }

    public static JSException createTypeErrorNotWritableProperty(long index, Object object, Node node) {
        return createTypeErrorNotWritableProperty(Strings.fromLong(index), object, node);
    }

    public static JSException createTypeErrorNotExtensible(JSDynamicObject object, Object key) {
        return typeError("Cannot add property " + Shown.value(key) + ", object is not extensible", null);
    }

    public static JSException createTypeErrorSetNonObjectReceiver(Object receiver, Object key) {
        String type = JSRuntime.typeof(receiver).toString();
        return typeError("Cannot create property '" + Shown.value(key) + "' on " + type + " '" + Shown.value(receiver) + '\'', null);
    }

    public static JSException createTypeErrorCannotSetAccessorProperty(Object key, JSDynamicObject object, Node node) {
        return typeError("Cannot set property " + Shown.value(key) + " of " + Shown.value(object) + " which has only a getter", node);
    }

    public static JSException createTypeErrorCannotDeletePropertyOf(Object key, Object object) {
        if (object == Undefined.instance || object == Null.instance) return createTypeErrorNotObjectCoercible(object, null);
        return typeError("Cannot delete property '" + Shown.value(key) + "' of " + Shown.value(object), null);
    }

    public static JSException createTypeErrorCannotDeletePropertyOfSealedArray(long index) {
        return typeError("Cannot delete property '" + index + "' of [object Array]", null);
    }

    public static JSException createTypeErrorCannotSetProto(JSDynamicObject object, JSDynamicObject prototype) {
        if (JSProxy.isJSProxy(object)) return typeError("'setPrototypeOf' on proxy: trap returned falsish for property 'undefined'", null);
        boolean extensible = JSObject.isExtensible(object);
        return typeError(extensible ? "Cyclic __proto__ value" : Shown.value(object) + " is not extensible", null);
    }

    public static JSException createTypeErrorCannotGetPrivateMember(boolean isField, TruffleString name, Node node) {
        return typeError(isField ? "Cannot read private member " + name + " from an object whose class did not declare it"
                : "Receiver must be an instance of class", node);
    }

    public static JSException createTypeErrorCannotSetPrivateMember(Object name, Node node) {
        return typeError("Cannot write private member " + Shown.value(name) + " to an object whose class did not declare it", node);
    }

    public static JSException createTypeErrorCannotAddPrivateMember(String name, Node node) {
        return typeError("Cannot initialize " + name + " twice on the same object", node);
    }

    public static JSException createTypeErrorNotObjectCoercible(Object value, Node node) {
        String function = CallSite.function(node);
        if (CallSite.builtin(node)) {
            boolean named = function.startsWith("Array.prototype.") && !function.equals("Array.prototype.flat")
                    || function.startsWith("String.prototype.") || function.equals("Object.groupBy");
            if (named) return typeError(function + " called on null or undefined", node);
        } else {
            if (CallSite.readsElement(node)) return typeError("Cannot read properties of " + Shown.value(value), node);
            String taken = CallSite.destructuredBy(value, node);
            if (taken != null) return typeError(cannotDestructure("", taken, value), node);
        }
        return typeError("Cannot convert undefined or null to object", node);
    }

    private static String cannotDestructure(String what, String taken, Object value) {
        return "Cannot destructure " + what + '\'' + taken + "' as it is " + Shown.value(value) + '.';
    }

    // Names

    public static JSException createReferenceErrorNotDefined(Object key, Node node) {
        String name = Shown.value(key);
        boolean anywhere = node == null || global(node);
        return JSException.create(JSErrorType.ReferenceError,
                anywhere ? name + " is not defined" : "Cannot access '" + name + "' before initialization", node);
    }

    /** Whether a name was looked up among the globals' properties, so that it is not one whose turn has yet to come. */
    private static boolean global(Node node) {
        Node parent = node.getParent();
        return node instanceof PropertyGetNode || parent instanceof PropertyGetNode || parent != null && parent.getParent() instanceof PropertyGetNode
                || node instanceof WritePropertyNode || node instanceof WithVarWrapperNode;
    }

    // Calling

    /** @param callee the text of what was called, or a value that is no function */
    public static JSException createTypeErrorNotAFunction(Object callee, Node node) {
        return typeError(called(callee, node) + " is not a function", node);
    }

    private static String called(Object callee, Node node) {
        if (callee instanceof String text && !text.contains(Expression.UNKNOWN)) {
            return QUOTED_KEY.matcher(text.replace("<this>", "this")).replaceAll(".$1");
        }
        CharSequence call = node == null || node.getParent() == null ? null : CallSite.text(node.getParent());
        String shown = call == null ? null : Expression.callee(call);
        return shown != null ? shown : callee instanceof String text ? text : Shown.anonymous(callee);
    }

    public static JSException createTypeErrorNotAConstructor(Object value, Node node, JSContext context) {
        return typeError((value instanceof String text ? text.replace("<this>", "this") : Shown.callee(value)) + " is not a constructor", node);
    }

    public static JSException createTypeErrorNotIterable(Object value, Node node) {
        return typeError(CallSite.notIterable(value, node), node);
    }

    public static JSException createTypeErrorInvalidInstanceofTarget(Object target, Node node) {
        return typeError("Right-hand side of 'instanceof' is not " + (JSRuntime.isObject(target) ? "callable" : "an object"), node);
    }

    public static JSException createTypeErrorIncompatibleReceiver(TruffleString method, Object receiver) {
        return createTypeErrorIncompatibleReceiver(method.toString(), receiver);
    }

    public static JSException createTypeErrorIncompatibleReceiver(String method, Object receiver) {
        return typeError("Method " + method + " called on incompatible receiver " + Shown.value(receiver), null);
    }

    // Numbers and the rest

    public static JSException createErrorCannotConvertToBigInt(JSErrorType type, Object value, Node node) {
        return JSException.create(type, "Cannot convert " + Shown.value(value) + " to a BigInt", node);
    }

    public static JSException createRangeErrorIndexNegative(Node node) {
        return index(node, "index is negative");
    }

    public static JSException createRangeErrorIndexTooLarge(Node node) {
        return index(node, "index is too large");
    }

    private static JSException index(Node node, String otherwise) {
        String function = CallSite.function(node);
        return JSException.create(JSErrorType.RangeError, function.startsWith("DataView.prototype.") ? FixedWords.OUTSIDE_VIEW
                : function.endsWith("ArrayBuffer") ? "Invalid array buffer length" : otherwise, node);
    }

    @TruffleBoundary
    public static JSException createRangeErrorInvalidLanguageId(String tag) {
        return JSException.create(JSErrorType.RangeError, "Incorrect locale information provided");
    }

    public static JSException createRangeErrorInvalidTimeZone(String zone) {
        return JSException.create(JSErrorType.RangeError, "Invalid time zone specified: " + zone);
    }

    public static JSException createURIError(String message) {
        return JSException.create(JSErrorType.URIError, "URI malformed");
    }

    // Words that are always the same

    public static JSException createTypeError(String message) {
        return typeError(FixedWords.of(message), null);
    }

    public static JSException createTypeError(String message, Node node) {
        return typeError(FixedWords.of(message), node);
    }

    public static JSException createRangeError(String message) {
        return JSException.create(JSErrorType.RangeError, FixedWords.of(message));
    }

    public static JSException createRangeError(String message, Node node) {
        return JSException.create(JSErrorType.RangeError, FixedWords.of(message), node);
    }

    public static JSException createTypeErrorFormat(String format, Object... arguments) {
        return createTypeError(String.format(Locale.ROOT, format, arguments));
    }

    // Texts that do not parse

    /** What eval and {@code Function} can't parse; scripts and modules get their words from those who compile them. */
    public static JSException createSyntaxError(String message, Throwable cause, Node node) {
        return JSException.create(JSErrorType.SyntaxError, cause instanceof ParserException error ? words(error) : message, cause, node);
    }

    private static String words(ParserException error) {
        if (error.getRawMessage() == null || error.getSource() == null) return error.getMessage();
        String text = error.getSource().getContent();
        return SyntaxWords.of(error.getRawMessage(), text, Math.clamp(error.getPosition(), 0, text.length()));
    }

    private static JSException typeError(String message, Node node) {
        return JSException.create(JSErrorType.TypeError, message, node);
    }
}
