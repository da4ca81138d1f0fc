package dev.barista.engine.prototype;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.js.nodes.JavaScriptNode;
import com.oracle.truffle.js.nodes.function.AbstractBodyNode;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.Set;

/** The body of {@code Object.setPrototypeOf}, which the realms of a context share. */
final class PrototypeNode extends AbstractBodyNode {
    private static final int FUNCTION = 1;
    private static final int TARGET = 2;   // a frame is [this, function, argument 0, …]
    private static final int PROTOTYPE = 3;

    @Override
    public Object execute(VirtualFrame frame) {
        return call(frame.getArguments());
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private static Object call(Object[] frame) {
        JSFunctionObject function = (JSFunctionObject) frame[FUNCTION];
        Object target = frame.length > TARGET ? frame[TARGET] : Undefined.instance;
        Object prototype = frame.length > PROTOTYPE ? frame[PROTOTYPE] : Undefined.instance;
        return PrototypeFunction.of(function).set(function, target, prototype);
    }

    @Override
    protected JavaScriptNode copyUninitialized(Set<Class<? extends Tag>> materializedTags) {
        return new PrototypeNode();
    }
}
