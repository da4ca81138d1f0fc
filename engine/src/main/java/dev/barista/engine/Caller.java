package dev.barista.engine;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.frame.FrameInstance;
import com.oracle.truffle.api.nodes.NodeUtil;
import com.oracle.truffle.js.nodes.binary.InNode;
import com.oracle.truffle.js.nodes.function.FunctionRootNode;
import com.oracle.truffle.js.runtime.JavaScriptRootNode;
import java.util.function.Predicate;

/**
 * What a function of JavaScript's that calls Java may ask of the code that called it: a trap of a proxy must know more of what was
 * done to the proxy than it is told. It walks the stack. Realm's thread only.
 */
public final class Caller {
    /** The frames above: Java's own and that of the function that asks. */
    private static final int ABOVE = 2;

    private Caller() {}

    /** Whether it is strict. */
    public static boolean isStrict() {
        return caller(frame -> ((RootCallTarget) frame.getCallTarget()).getRootNode() instanceof FunctionRootNode function
                && function.getFunctionData().isStrict());
    }

    /** Whether it called by the operator {@code in}. */
    public static boolean usesIn() {
        return caller(frame -> frame.getCallNode() != null && NodeUtil.findParent(frame.getCallNode(), InNode.class) != null);
    }

    private static boolean caller(Predicate<FrameInstance> question) {
        int[] seen = {0};
        return Boolean.TRUE.equals(Truffle.getRuntime().iterateFrames(frame -> {
            if (!(frame.getCallTarget() instanceof RootCallTarget target) || !(target.getRootNode() instanceof JavaScriptRootNode)) return null;
            return seen[0]++ < ABOVE ? null : question.test(frame);
        }));
    }
}
