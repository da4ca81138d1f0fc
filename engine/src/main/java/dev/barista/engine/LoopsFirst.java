package dev.barista.engine;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.nodes.LoopNode;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.runtime.BaseOSRRootNode;
import com.oracle.truffle.runtime.OptimizedCallTarget;
import com.oracle.truffle.runtime.OptimizedTruffleRuntime;
import com.oracle.truffle.runtime.OptimizedTruffleRuntimeListener;

/**
 * Has loops that run on and on compiled before functions that are called often. The engine's queue orders by how often a target was
 * called, which for a loop in the middle of its function is never, so that a program that computes while a hundred functions wait to be
 * compiled was interpreted until the last of them was done. For all of the JVM, whose compiler it is.
 */
final class LoopsFirst implements OptimizedTruffleRuntimeListener {
    /** More than any function is called while it waits. */
    private static final int PRECEDENCE = 1_000_000_000;

    static {
        if (Truffle.getRuntime() instanceof OptimizedTruffleRuntime runtime) runtime.addListener(new LoopsFirst());
    }

    private LoopsFirst() {}

    /** From the first call on. */
    static void install() {
        // the class's initialisation has done it
    }

    @Override
    public void onCompilationQueued(OptimizedCallTarget target, int tier) {
        RootNode root = target.getRootNode();
        if (root instanceof BaseOSRRootNode) LoopNode.reportLoopCount(root, PRECEDENCE);
    }
}
