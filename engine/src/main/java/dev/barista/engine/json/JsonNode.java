package dev.barista.engine.json;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.nodes.JavaScriptNode;
import com.oracle.truffle.js.nodes.function.AbstractBodyNode;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.Set;

/** The body of one of the JSON functions, which the realms of a context share. */
final class JsonNode extends AbstractBodyNode {
    private static final int FUNCTION = 1;
    private static final int FIRST = 2;   // a frame is [this, function, argument 0, …]

    /** Which function. */
    enum Operation {
        PARSE("parse"),
        STRINGIFY("stringify"),
        RAW("rawJSON");

        final TruffleString key;

        Operation(String key) {
            this.key = Strings.constant(key);
        }
    }

    private final Operation operation;

    JsonNode(Operation operation) {
        this.operation = operation;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return call(frame.getArguments());
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private Object call(Object[] frame) {
        JSFunctionObject function = (JSFunctionObject) frame[FUNCTION];
        JsonFunctions functions = JsonFunctions.of(function);
        return switch (operation) {
            case PARSE -> functions.parse(function, argument(frame, 0), argument(frame, 1));
            case STRINGIFY -> functions.stringify(argument(frame, 0), argument(frame, 1), argument(frame, 2));
            case RAW -> functions.raw(argument(frame, 0));
        };
    }

    private static Object argument(Object[] frame, int i) {
        return i + FIRST < frame.length ? frame[i + FIRST] : Undefined.instance;
    }

    @Override
    protected JavaScriptNode copyUninitialized(Set<Class<? extends Tag>> materializedTags) {
        return new JsonNode(operation);
    }
}
