package dev.barista.engine;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Undefined;

/**
 * A JavaScript function that Java calls. Realm's thread only.
 *
 * <p>Calls do not drain the microtask queue. What JavaScript throws arrives as {@link JsException}.
 */
public final class JsFunction extends JsObject {
    private static final int FIRST = 2;

    private final CallTarget target;

    JsFunction(JSFunctionObject function) {
        super(function);
        this.target = JSFunction.getCallTarget(function);
    }

    /**
     * @param receiver {@code this} in the call; {@code null} for undefined
     * @return an opaque engine value
     */
    public Object call(Object receiver, Object... arguments) {
        Object[] frame = new Object[FIRST + arguments.length];
        frame[0] = receiver == null ? Undefined.instance : Values.toEngine(receiver);
        frame[1] = object;
        for (int i = 0; i < arguments.length; i++) frame[FIRST + i] = Values.toEngine(arguments[i]);
        return run(frame);
    }

    /** Calls without a receiver and arguments. */
    public Object call() {
        return run(new Object[] {Undefined.instance, object});
    }

    private Object run(Object[] frame) {
        try {
            return target.call(frame);
        } catch (AbstractTruffleException e) {
            throw JsException.of(e);
        } catch (StackOverflowError e) {
            throw JsException.of(e);
        }
    }

    /** {@code new function(...arguments)}. */
    public JsObject construct(Object... arguments) {
        Object[] values = new Object[arguments.length];
        for (int i = 0; i < values.length; i++) values[i] = Values.toEngine(arguments[i]);
        return JsException.guard(() -> new JsObject(
                (JSObject) JSFunction.construct((JSFunctionObject) object, values)));
    }
}
