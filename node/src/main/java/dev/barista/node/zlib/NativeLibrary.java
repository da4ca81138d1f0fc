package dev.barista.node.zlib;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * A shared library of C functions, all called through one downcall handle. Any thread.
 *
 * <p>The handle's shape is eight 64-bit integers to a 64-bit integer, because building a handle is slow in a cold JVM. In the calling
 * conventions of x86-64 (but Windows's) and AArch64 a function looks only at the arguments that it takes and only at the bits it takes
 * of them, so one shape serves all.
 */
final class NativeLibrary {
    private final SymbolLookup symbols;

    private NativeLibrary(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /** Whether C functions can be called in this way here. */
    static boolean callable() {
        return !System.getProperty("os.name", "").startsWith("Windows") && ValueLayout.ADDRESS.byteSize() == Long.BYTES;
    }

    /** The library that the system finds under a file name, or none. */
    static Optional<NativeLibrary> ofSystem(String fileName) {
        if (!callable()) return Optional.empty();
        try {
            return Optional.of(new NativeLibrary(SymbolLookup.libraryLookup(fileName, Arena.global())));
        } catch (IllegalArgumentException e) {   // there is none
            return Optional.empty();
        }
    }

    /** The libraries that the classes beside this one have loaded. */
    static NativeLibrary loaded() {
        if (!callable()) throw new UnsupportedOperationException("no C functions can be called on " + System.getProperty("os.name"));
        return new NativeLibrary(SymbolLookup.loaderLookup());
    }

    /** The C library. */
    static NativeLibrary c() {
        return new NativeLibrary(Linker.nativeLinker().defaultLookup());
    }

    Function function(String name) {
        return new Function(symbols.findOrThrow(name));
    }

    /** A C function of up to eight integers and pointers. */
    static final class Function {
        private static final int ARGUMENTS = 8;

        private final MemorySegment symbol;

        private Function(MemorySegment symbol) {
            this.symbol = symbol;
        }

        /** @return what it returned; where that is an {@code int}, only the low 32 bits mean anything */
        long call(long... a) {
            assert a.length <= ARGUMENTS;
            try {
                return (long) Handle.CALL.invokeExact(symbol, at(a, 0), at(a, 1), at(a, 2), at(a, 3), at(a, 4), at(a, 5), at(a, 6), at(a, 7));
            } catch (Throwable e) {
                throw new AssertionError(e);   // a downcall throws nothing
            }
        }

        private static long at(long[] a, int i) {
            return i < a.length ? a[i] : 0;
        }
    }

    private static final class Handle {
        static final MethodHandle CALL = make();

        private static MethodHandle make() {
            ValueLayout.OfLong l = ValueLayout.JAVA_LONG;
            return Linker.nativeLinker().downcallHandle(FunctionDescriptor.of(l, l, l, l, l, l, l, l, l));
        }
    }
}
