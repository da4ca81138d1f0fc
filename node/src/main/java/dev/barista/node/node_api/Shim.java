package dev.barista.node.node_api;

import dev.barista.node.posix.DynamicLinker;
import dev.barista.node.posix.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The shared object that gives addons Node-API's functions. There is one in a process, which the dynamic linker keeps: an instance only
 * knows where it is. Any thread; loading addons is guarded by the lock {@link #lock}.
 */
final class Shim {
    /** The name of the slots, with the number of their meaning: two versions of Barista in a process must not share them. */
    private static final String SLOTS = "barista_node_api_slots_1";
    private static final String RESOLVER = "barista_node_api_resolve";
    private static final String STACK_POINTER = "barista_node_api_stack_pointer";

    /** Here {@code napi_module_register}, which addons call when they are loaded, leaves its argument. */
    private static final int REGISTERED = 0;
    /** The address of {@code napi_fatal_error}, the only function that gets nothing of its caller's environment. */
    private static final int FATAL = 1;
    /** The first of a chain of what registered itself: an object's handle, what it gave, the next. It only calls once in a process. */
    private static final int MODULES = 2;
    private static final int SLOT_COUNT = 3;

    private final long slots;
    private final long resolver;
    private final long stackPointer;

    private Shim(long slots) {
        this.slots = slots;
        this.resolver = DynamicLinker.symbol(0, RESOLVER);
        this.stackPointer = DynamicLinker.symbol(0, STACK_POINTER);
    }

    /** Whom to hold while an object is loaded and asked for what it registered. */
    static Object lock() {
        return Shim.class;
    }

    /**
     * The process's, loaded if it has none yet. Call under the {@link #lock}.
     *
     * @throws UnsupportedOperationException where that fails
     */
    static Shim get(Machine machine) {
        long found = DynamicLinker.symbol(0, SLOTS);
        if (found == 0) {
            if (DynamicLinker.openImage("node-api", image(machine), DynamicLinker.RTLD_NOW | DynamicLinker.RTLD_GLOBAL) == 0) {
                throw new UnsupportedOperationException(DynamicLinker.error());
            }
            found = DynamicLinker.symbol(0, SLOTS);
            Memory.pointer(found + FATAL * Long.BYTES, fatalError());
        }
        return new Shim(found);
    }

    static byte[] image(Machine machine) {
        FunctionTable table = FunctionTable.whole();
        ElfImage image = new ElfImage(machine, "libbarista-node-api.so", SLOT_COUNT);
        image.slots(SLOTS);
        for (int i = 1; i < table.places(); i++) {
            int place = i;
            image.function(table.at(place).name(), code -> machine.stub(code, place));
        }
        image.function("napi_module_register", code -> machine.store(code, image.slot(REGISTERED)));
        image.function("napi_fatal_error", code -> machine.jump(code, image.slot(FATAL)));
        image.function(RESOLVER, machine::resolver);
        image.function(STACK_POINTER, machine::stackPointer);
        return image.bytes();
    }

    /** It belongs to the process and stays for good. */
    private static long fatalError() {
        try {
            MethodType type = MethodType.methodType(void.class, long.class, long.class, long.class, long.class);
            ValueLayout.OfLong l = ValueLayout.JAVA_LONG;
            return Linker.nativeLinker().upcallStub(MethodHandles.lookup().findStatic(FatalError.class, "abort", type),
                    FunctionDescriptor.ofVoid(l, l, l, l), Arena.global()).address();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** What stands in tables where a function was not called yet. */
    long resolver() {
        return resolver;
    }

    /** Where on its stack the calling thread is. Any thread. */
    long stackPointer() {
        return NativeCalls.call(stackPointer, 0, 0, 0, 0);
    }

    /** Forgets what an object that could not be loaded may have registered. */
    void beforeLoading() {
        Memory.pointer(slots + REGISTERED * Long.BYTES, 0);
    }

    /** What an object registered, now or when it was loaded first: a {@code napi_module*}; 0 for nothing. */
    long registered(long handle) {
        long module = Memory.pointer(slots + REGISTERED * Long.BYTES);
        if (module == 0) return remembered(handle);
        long link = Arena.global().allocate(3L * Long.BYTES, Long.BYTES).address();
        Memory.pointer(link, handle);
        Memory.pointer(link + Long.BYTES, module);
        Memory.pointer(link + 2 * Long.BYTES, Memory.pointer(slots + MODULES * Long.BYTES));
        Memory.pointer(slots + MODULES * Long.BYTES, link);
        return module;
    }

    private long remembered(long handle) {
        long link = Memory.pointer(slots + MODULES * Long.BYTES);
        while (link != 0 && Memory.pointer(link) != handle) link = Memory.pointer(link + 2 * Long.BYTES);
        return link == 0 ? 0 : Memory.pointer(link + Long.BYTES);
    }
}
