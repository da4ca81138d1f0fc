package dev.barista.engine.words;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.js.runtime.JSErrorType;
import com.oracle.truffle.js.runtime.JSException;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import java.util.Map;

/**
 * Errors for which V8 tells more than the engine's code hands on to {@code Errors}: each method stands in the place of such a call, and
 * gets what {@link Place} says in addition.
 */
public final class PlaceWords {
    private static final Map<String, String> OF_PATTERNS = Map.of(
            "Quantifier without target", "Nothing to repeat",
            "Ends with an unfinished escape sequence", "\\ at end of pattern");

    private PlaceWords() {}

    @TruffleBoundary
    public static JSException notSearchable(Object searched, Object key) {
        return typeError("Cannot use 'in' operator to search for '" + Shown.value(key) + "' in " + Shown.value(searched));
    }

    @TruffleBoundary
    public static JSException notDeletable(Object key, Object object) {
        return ErrorWords.createTypeErrorCannotDeletePropertyOf(key, object);
    }

    @TruffleBoundary
    public static JSException frozenElement(long index) {
        return typeError("Cannot assign to read only property '" + index + "' of object '[object Array]'");
    }

    @TruffleBoundary
    public static JSException notExtendable(String message, Node node, Object superclass) {
        if (!message.equals("not a constructor")) return ErrorWords.createTypeError(message, node);
        return ErrorWords.createTypeError("Class extends value " + Shown.value(superclass) + " is not a constructor or null", node);
    }

    @TruffleBoundary
    public static JSException notExecutor(String message, Object executor) {
        return typeError("Promise resolver " + Shown.value(executor) + " is not a function");
    }

    @TruffleBoundary
    public static JSException prototypeRefused(String message, Object object) {
        return ErrorWords.createTypeErrorCannotSetProto((JSDynamicObject) object, null);
    }

    @TruffleBoundary
    public static JSException notARegex(String message, Object cause) {
        String words = OF_PATTERNS.getOrDefault(message, message);
        InteropLibrary interop = InteropLibrary.getUncached();
        if (interop.hasSourceLocation(cause)) {
            try {
                CharSequence expression = interop.getSourceLocation(cause).getSource().getCharacters();
                words = "Invalid regular expression: /" + expression + "/: " + words;
            } catch (UnsupportedMessageException e) {
                throw new AssertionError(e);   // it has one
            }
        }
        return JSException.create(JSErrorType.SyntaxError, words);
    }

    private static JSException typeError(String message) {
        return JSException.create(JSErrorType.TypeError, message);
    }
}
