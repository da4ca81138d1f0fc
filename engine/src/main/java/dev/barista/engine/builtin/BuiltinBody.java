package dev.barista.engine.builtin;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.object.HiddenKey;
import com.oracle.truffle.js.nodes.JavaScriptNode;
import com.oracle.truffle.js.nodes.function.AbstractBodyNode;
import com.oracle.truffle.js.nodes.function.FunctionRootNode;
import com.oracle.truffle.js.nodes.function.JSBuiltin;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.builtins.JSFunctionData;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.JSObjectUtil;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.Set;
import java.util.function.Function;

/** What a built-in function does instead of what the engine has it do. Realm's thread only. */
@FunctionalInterface
public interface BuiltinBody {
    /**
     * @param function the function object that is called, by which a body tells realms apart
     * @param frame    {@code [this, function, argument 0, …]}, see {@link #argument}
     */
    Object call(JSFunctionObject function, Object[] frame);

    /** Gives a built-in another body, in every realm of the context, those made later included. Only before it is called first. */
    static void install(JSContext context, JSBuiltin builtin, BuiltinBody body) {
        JSFunctionData data = builtin.createFunctionData(context);
        if (data.getRootNode() != null) return;   // another realm of a shared engine has done it
        data.setRootNode(FunctionRootNode.create(new BodyNode(body), null, data, JSBuiltin.getSourceSection(), null, builtin.getFullName()));
    }

    /** The body that the engine itself has for a built-in. */
    static CallTarget engines(JSContext context, JSBuiltin builtin) {
        JSFunctionData data = JSFunctionData.create(context, builtin.getLength(), builtin.getName(), false, false, false, true);
        builtin.initializeRoot(data);
        return data.getRootTarget();
    }

    /** The i-th argument of a call, undefined where there is none. */
    static Object argument(Object[] frame, int i) {
        return i + BodyNode.FIRST_ARGUMENT < frame.length ? frame[i + BodyNode.FIRST_ARGUMENT] : Undefined.instance;
    }

    /** What a body keeps from call to call, with its function object and so by realm; made when it is asked for first. */
    @SuppressWarnings("unchecked")   // only the one caller that has the key puts something there
    static <T> T state(JSFunctionObject function, HiddenKey key, Function<JSFunctionObject, T> make) {
        Object state = JSObjectUtil.getHiddenProperty(function, key);
        if (state != null) return (T) state;
        T made = make.apply(function);
        JSObjectUtil.putHiddenProperty(function, key, made);
        return made;
    }
}

/** A body as the engine's tree has it. */
final class BodyNode extends AbstractBodyNode {
    static final int FIRST_ARGUMENT = 2;
    private static final int FUNCTION = 1;

    private final BuiltinBody body;

    BodyNode(BuiltinBody body) {
        this.body = body;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return call(frame.getArguments());
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private Object call(Object[] frame) {
        return body.call((JSFunctionObject) frame[FUNCTION], frame);
    }

    @Override
    protected JavaScriptNode copyUninitialized(Set<Class<? extends Tag>> materializedTags) {
        return new BodyNode(body);
    }
}
