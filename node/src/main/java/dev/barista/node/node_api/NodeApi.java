package dev.barista.node.node_api;

import dev.barista.engine.Js;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.engine.Realm;
import dev.barista.engine.Scripts;
import dev.barista.node.Environment;
import dev.barista.node.node_api.FunctionTable.Entry;
import dev.barista.node.posix.Memory;
import dev.barista.node.posix.ThreadStack;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Node-API in one environment: the functions that its addons call, made when they are first called, and what the addons share. Loop thread
 * only, but for what says otherwise.
 */
final class NodeApi {
    /** What native code and the Java code that it calls may take of the stack: a stub that finds none left ends the process. */
    private static final long STACK_RESERVE = 4 << 20;
    private static final int REGISTER_WORDS = 5;
    private static final int STACK_WORDS = 10;

    private final Environment env;
    private final JsObject library;
    private final Map<String, JsFunction> functions = new HashMap<>();
    private final Mirrors mirrors = new Mirrors();
    private final Finalizers finalizers;
    private final Map<Long, Addon> addons = new HashMap<>();
    private final Map<String, Long> texts = new HashMap<>();
    private final CleanupHooks cleanupHooks = new CleanupHooks(this);
    private final Map<Long, Object> shared = new ConcurrentHashMap<>();
    /** What threads may come to call after the environment has ended; while there is any, the memory stays. */
    private final AtomicInteger outliving = new AtomicInteger();
    private final Arena arena = Arena.ofShared();
    private final long[] stubs = new long[FunctionTable.whole().places()];   // guarded by itself
    private final Shim shim;
    private final long stackEnd;
    private Addon last;
    private boolean ended;

    /**
     * @param library the JavaScript half
     */
    NodeApi(Environment env, JsObject library, Shim shim) {
        this.env = env;
        this.library = library;
        this.shim = shim;
        ThreadStack stack = ThreadStack.current();
        this.stackEnd = stack.lowest() + Math.min(STACK_RESERVE, stack.size() / 4);
        this.finalizers = new Finalizers(env);
        env.atEnd(this::end);
    }

    Environment environment() {
        return env;
    }

    Realm realm() {
        return env.realm();
    }

    Mirrors mirrors() {
        return mirrors;
    }

    Finalizers finalizers() {
        return finalizers;
    }

    CleanupHooks cleanupHooks() {
        return cleanupHooks;
    }

    /** Runs code in an async context that the JavaScript half made. */
    void runIn(Object context, Runnable body) {
        JsFunction function = realm().function("callback", a -> {
            body.run();
            return null;
        });
        call("runIn", context, function, Js.UNDEFINED, realm().array());
    }

    /** Tells hooks that nothing runs in an async context any more. */
    void destroyContext(Object context) {
        if (mayRunJs()) call("destroyContext", context);
    }

    /** Calls a function of the JavaScript half. */
    Object call(String function, Object... arguments) {
        return functions.computeIfAbsent(function, library::function).call(null, arguments);
    }

    /** Runs a script in the global scope. @return its completion value */
    Object runScript(String text) {
        try {
            return realm().scripts().run(text, "evalmachine.<anonymous>");
        } catch (Scripts.SyntaxException e) {
            throw env.syntaxError(e);
        }
    }

    /** Whether native code can be called: not where hardly any of the stack is left. */
    boolean hasStack() {
        return shim.stackPointer() > stackEnd;
    }

    /** Whether JavaScript may still run: not when the program has ended. */
    boolean mayRunJs() {
        return !ended;
    }

    // Addons

    Addon addon(String fileName, int version) {
        Addon addon = new Addon(this, table(FunctionTable.whole().places(), About.RECORD_BYTES), fileName, version);
        addons.put(addon.address(), addon);
        cleanupHooks.add(addon.references()::finish);
        return addon;
    }

    /** A text in native memory, which stays as long as the environment. @return its address */
    long constantText(String text) {
        return texts.computeIfAbsent(text, t -> arena.allocateFrom(t).address());
    }

    /** Memory that begins with a table of functions, to which their callers have the pointer. */
    private long table(int places, int more) {
        MemorySegment memory = arena.allocate((long) places * Long.BYTES + more, 2 * Long.BYTES);
        synchronized (stubs) {
            memory.setAtIndex(ValueLayout.JAVA_LONG, FunctionTable.RESOLVE, stub(FunctionTable.RESOLVE));
        }
        for (int i = 1; i < places; i++) memory.setAtIndex(ValueLayout.JAVA_LONG, i, shim.resolver());
        return memory.address();
    }

    /** Where the part of an addon's memory is that functions give pointers to. */
    static long record(Addon addon) {
        return addon.address() + (long) FunctionTable.whole().places() * Long.BYTES;
    }

    /** A pointer by which any thread may call functions for an object, until {@link #forget}. */
    long share(Object receiver) {
        long address = table(FunctionTable.whole().sharedPlaces(), 0);
        shared.put(address, receiver);
        outliving.incrementAndGet();
        return address;
    }

    /** The object of such a pointer, if it is of the type; else {@code null}. Any thread. */
    <T> T shared(long address, Class<T> type) {
        Object receiver = shared.get(address);
        return type.isInstance(receiver) ? type.cast(receiver) : null;
    }

    /** Nobody will call by a pointer any more. Any thread. */
    void forget(long address) {
        if (shared.remove(address) != null) outliving.decrementAndGet();
    }

    private void end() {
        ended = true;
        cleanupHooks.run();
        env.atClose(() -> {
            if (outliving.get() == 0) arena.close();
        });
    }

    // Functions

    /** The function at a place, for good, in the table that a caller came by. Any thread: called by the shim. */
    @SuppressWarnings("unused")   // by its name, in stub()
    private long resolve(long table, long place) {
        try {
            int i = (int) place;
            synchronized (stubs) {
                Memory.pointer(table + (long) i * Long.BYTES, stub(i));
                return stubs[i];
            }
        } catch (Throwable t) {
            FatalError.abort("Node-API: " + t);
            return 0;
        }
    }

    /** Call it under the lock. */
    private long stub(int place) {
        if (stubs[place] == 0) stubs[place] = Linker.nativeLinker().upcallStub(target(place), descriptor(place), arena).address();
        return stubs[place];
    }

    private MethodHandle target(int place) {
        try {
            if (place == FunctionTable.RESOLVE) {
                return MethodHandles.lookup().bind(this, "resolve", MethodType.methodType(long.class, long.class, long.class));
            }
            Entry entry = FunctionTable.whole().at(place);
            String name = switch (entry.shape()) {
                case REGISTERS -> "enter";
                case STACK -> "enterByStack";
                case FRACTION -> "enterWithFraction";
                case SHARED -> "enterShared";
            };
            MethodType type = descriptor(place).toMethodType().insertParameterTypes(0, Entry.class);
            return MethodHandles.insertArguments(MethodHandles.lookup().findVirtual(NodeApi.class, name, type), 0, this, entry);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Few shapes, for each costs time: what is passed is read as the words that it is in, and those that a function does not take are not looked at. */
    private static FunctionDescriptor descriptor(int place) {
        ValueLayout.OfLong l = ValueLayout.JAVA_LONG;
        ValueLayout.OfInt status = ValueLayout.JAVA_INT;
        if (place == FunctionTable.RESOLVE) return FunctionDescriptor.of(l, l, l);
        return switch (FunctionTable.whole().at(place).shape()) {
            case REGISTERS, SHARED -> FunctionDescriptor.of(status, words(1 + REGISTER_WORDS));
            case STACK -> FunctionDescriptor.of(status, words(1 + STACK_WORDS));
            case FRACTION -> FunctionDescriptor.of(status, l, ValueLayout.JAVA_DOUBLE, l);
        };
    }

    private static ValueLayout[] words(int count) {
        ValueLayout[] words = new ValueLayout[count];
        Arrays.fill(words, ValueLayout.JAVA_LONG);
        return words;
    }

    private Addon addon(long address) {
        if (last == null || last.address() != address) last = addons.get(address);
        return last;
    }

    @SuppressWarnings("unused")   // by their names, in target()
    private int enter(Entry entry, long env, long a, long b, long c, long d, long e) {
        return addon(env).run(entry, a, b, c, d, e, 0, 0, 0, 0, 0);
    }

    @SuppressWarnings("unused")
    private int enterByStack(Entry entry, long env, long a, long b, long c, long d, long e, long f, long g, long h, long i, long j) {
        return addon(env).run(entry, a, b, c, d, e, f, g, h, i, j);
    }

    @SuppressWarnings("unused")
    private int enterWithFraction(Entry entry, long env, double a, long b) {
        return addon(env).run(entry, a, b);
    }

    @SuppressWarnings("unused")
    private int enterShared(Entry entry, long receiver, long a, long b, long c, long d, long e) {
        try {
            Object object = shared.get(receiver);
            return object == null ? Status.INVALID_ARG : entry.shared().call(object, receiver, a, b);
        } catch (Throwable t) {
            return Status.GENERIC_FAILURE;   // nothing may be thrown through the caller's frames
        }
    }
}
