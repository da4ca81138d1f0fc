package dev.barista.node.node_api;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Calls of addons' functions, all through one downcall handle: a function of fewer arguments does not look at the others, and one without a
 * result leaves something in the register that nobody reads. Any thread.
 */
final class NativeCalls {
    private static final class Handle {
        static final MethodHandle CALL = make();

        private static MethodHandle make() {
            ValueLayout.OfLong l = ValueLayout.JAVA_LONG;
            return Linker.nativeLinker().downcallHandle(FunctionDescriptor.of(l, l, l, l, l));
        }
    }

    private NativeCalls() {}

    static long call(long function, long a, long b, long c, long d) {
        try {
            return (long) Handle.CALL.invokeExact(MemorySegment.ofAddress(function), a, b, c, d);
        } catch (Throwable t) {
            throw new AssertionError(t);   // a downcall throws nothing
        }
    }
}
