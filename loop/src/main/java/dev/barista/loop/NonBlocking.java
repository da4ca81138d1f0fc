package dev.barista.loop;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** {@code fcntl(2)} for descriptors that others opened. Loaded by the first such descriptor. Any thread. */
final class NonBlocking {
    private static final int F_GETFL = 3;
    private static final int F_SETFL = 4;
    private static final int O_NONBLOCK = System.getProperty("os.name").startsWith("Linux") ? 0x800 : 0x4;
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle FCNTL = fcntl();

    private NonBlocking() {}

    /** @return 0 or a negative errno */
    static int set(int fd) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            int flags = (int) FCNTL.invokeExact(state, fd, F_GETFL, 0);
            if (flags >= 0 && (flags & O_NONBLOCK) != 0) return 0;
            if (flags >= 0) flags = (int) FCNTL.invokeExact(state, fd, F_SETFL, flags | O_NONBLOCK);
            return flags < 0 ? -(int) ERRNO.get(state, 0L) : 0;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static MethodHandle fcntl() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow("fcntl"), FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT),
                Linker.Option.firstVariadicArg(2), Linker.Option.captureCallState("errno"));
    }
}
