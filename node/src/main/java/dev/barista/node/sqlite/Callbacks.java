package dev.barista.node.sqlite;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The functions that SQLite calls, and who they are for. Loop thread only.
 *
 * <p>They all have one shape, six 64-bit integers to one, of which only as many count as the function's C type has. Whom a call is for
 * SQLite knows as a number that {@link #register} gave. Nothing may be thrown through SQLite's frames: what a callback throws is kept, and
 * thrown again by {@link #rethrow} once the call into SQLite has returned.
 */
final class Callbacks {
    /** One function that SQLite may call. */
    interface Body {
        long call(Callbacks self, long a, long b, long c, long d, long e, long f);
    }

    enum Function {
        CALL((self, context, count, values, d, e, f) -> self.user(context, UserFunction.class).call(context, (int) count, values)),
        STEP((self, context, count, values, d, e, f) -> self.user(context, Aggregate.class).step(context, (int) count, values)),
        INVERSE((self, context, count, values, d, e, f) -> self.user(context, Aggregate.class).inverse(context, (int) count, values)),
        VALUE((self, context, b, c, d, e, f) -> self.user(context, Aggregate.class).value(context)),
        FINAL((self, context, b, c, d, e, f) -> self.user(context, Aggregate.class).end(context)),
        AUTHORIZE((self, id, action, c, d, e, f) -> self.of(id, Authorizer.class).decide((int) action, c, d, e, f)),
        FILTER((self, id, table, c, d, e, f) -> self.of(id, Changeset.class).filter(table)),
        CONFLICT((self, id, kind, c, d, e, f) -> self.of(id, Changeset.class).conflict((int) kind)),
        FULL_PATHNAME((self, vfs, name, room, target, e, f) -> self.paths.full(name, (int) room, target));

        private final Body body;

        Function(Body body) {
            this.body = body;
        }
    }

    private final Room memory;
    private final ProgramPaths paths;
    private final Map<Function, Long> stubs = new EnumMap<>(Function.class);
    private final Map<Long, Object> registered = new HashMap<>();
    private long lastId;
    private Throwable thrown;
    private int muted;

    Callbacks(Room memory, ProgramPaths paths) {
        this.memory = memory;
        this.paths = paths;
    }

    /** The address of a function, to be given to SQLite; valid until the environment ends. */
    long address(Function function) {
        return stubs.computeIfAbsent(function, this::stub);
    }

    private long stub(Function function) {
        try {
            MethodType type = MethodType.methodType(long.class, Function.class, long.class, long.class, long.class, long.class, long.class, long.class);
            MethodHandle enter = MethodHandles.lookup().findVirtual(Callbacks.class, "enter", type);
            ValueLayout.OfLong l = ValueLayout.JAVA_LONG;
            return Linker.nativeLinker().upcallStub(MethodHandles.insertArguments(enter, 0, this, function),
                FunctionDescriptor.of(l, l, l, l, l, l, l), memory.arena()).address();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unused") // by its name, in stub()
    private long enter(Function function, long a, long b, long c, long d, long e, long f) {
        return orElse(0, () -> function.body.call(this, a, b, c, d, e, f));
    }

    /** What a callback's body returns; where it throws, {@code refused}. */
    long orElse(long refused, LongSupplier body) {
        try {
            return body.getAsLong();
        } catch (Throwable t) {
            if (thrown == null) thrown = t;
            return refused;
        }
    }

    /** The number by which SQLite knows who a call is for, until {@link #forget}. */
    long register(Object receiver) {
        registered.put(++lastId, receiver);
        return lastId;
    }

    void forget(long id) {
        registered.remove(id);
    }

    /** The receiver of a number. */
    <T> T of(long id, Class<T> type) {
        return type.cast(registered.get(id));
    }

    private <T> T user(long context, Class<T> type) {
        return of(Sqlite.USER_DATA.call(context), type);
    }

    /** Whether JavaScript is to be left alone: something has been thrown already, or SQLite only clears up. */
    boolean silent() {
        return thrown != null || muted > 0;
    }

    /** Makes a call in which SQLite only clears up. */
    void muted(Sqlite function, long argument) {
        muted++;
        try {
            function.call(argument);
        } finally {
            muted--;
        }
    }

    /** Throws what a callback has thrown, if one has. */
    void rethrow() {
        Throwable t = thrown;
        if (t == null) return;
        thrown = null;
        if (t instanceof Error e) throw e;
        throw (RuntimeException) t;   // a callback's body declares nothing else
    }

    /** Forgets what a callback has thrown. */
    void swallow() {
        thrown = null;
    }
}
