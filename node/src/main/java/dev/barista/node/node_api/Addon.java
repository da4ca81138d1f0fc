package dev.barista.node.node_api;

import dev.barista.engine.Args;
import dev.barista.engine.Js;
import dev.barista.engine.JsException;
import dev.barista.engine.JsPromise;
import dev.barista.engine.JsText;
import dev.barista.engine.Realm;
import dev.barista.node.posix.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * One addon in one environment: what its native code knows as {@code napi_env}, and all that belongs to it. Loop thread only.
 *
 * <p>Nothing may be thrown through native frames. What is thrown while native code is on the stack is kept, and thrown again when the call
 * has come back to JavaScript: an exception of JavaScript's, which the addon may look at and clear; or what ends the program.
 */
final class Addon {
    static final int EXPERIMENTAL_VERSION = Integer.MAX_VALUE;
    private static final int VERSION_WITH_CANNOT_RUN_JS = 10;

    private final NodeApi api;
    private final long address;
    private final String fileName;
    private final int version;
    private final Handles handles = new Handles();
    private final List<CallbackInfo> calls = new ArrayList<>();
    private final References references = new References(this);
    private final Ids<JsPromise> deferreds = new Ids<>();
    private final Ids<AsyncWork> works = new Ids<>();
    private final Ids<Object> asyncContexts = new Ids<>();

    private JsException pending;
    private Throwable failure;
    private int lastStatus;
    private boolean keepStatus;
    private long externalMemory;

    /** A call of a function of the addon's. */
    record CallbackInfo(Args args, long data) {}

    /**
     * @param address of its memory, which begins with the table of functions
     * @param fileName as a file URL
     * @param version of Node-API that it was built for
     */
    Addon(NodeApi api, long address, String fileName, int version) {
        this.api = api;
        this.address = address;
        this.fileName = fileName;
        this.version = version;
    }

    NodeApi api() {
        return api;
    }

    Realm realm() {
        return api.realm();
    }

    long address() {
        return address;
    }

    String fileName() {
        return fileName;
    }

    int version() {
        return version;
    }

    /** Whether it was built for what is to come in Node-API, which has finalizers run no JavaScript. */
    boolean isExperimental() {
        return version == EXPERIMENTAL_VERSION;
    }

    References references() {
        return references;
    }

    /** Promises that the addon will settle. */
    Ids<JsPromise> deferreds() {
        return deferreds;
    }

    Ids<AsyncWork> works() {
        return works;
    }

    /** What the JavaScript half made for {@code napi_async_init}. */
    Ids<Object> asyncContexts() {
        return asyncContexts;
    }

    // Values

    /** The value of a handle; {@code null} for what is none. */
    Object value(long handle) {
        return handles.get(handle);
    }

    /** Values of an array of handles. @return {@code null} if one is none */
    Object[] values(long array, long count) {
        Object[] values = new Object[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(Memory.pointer(array + (long) i * Long.BYTES));
            if (values[i] == null) return null;
        }
        return values;
    }

    long handle(Object value) {
        return handles.add(value == null ? Js.UNDEFINED : value);
    }

    /** Gives a value to the caller by a pointer. */
    int give(long result, Object value) {
        Memory.pointer(result, handle(value));
        return Status.OK;
    }

    int give(long result, boolean value) {
        Memory.bool(result, value);
        return Status.OK;
    }

    /** The string at an address, which ends with a zero. */
    Object text(long address) {
        byte[] bytes = Strings.utf8(address, Strings.AUTO_LENGTH);
        return JsText.ofUtf8(bytes, 0, bytes.length);
    }

    Handles handles() {
        return handles;
    }

    // Calls from native code

    int run(FunctionTable.Entry entry, long a, long b, long c, long d, long e, long f, long g, long h, long i, long j) {
        int status = entry.runsJs() ? refusal() : Status.OK;
        if (status == Status.OK) {
            try {
                status = entry.body().call(this, a, b, c, d, e, f, g, h, i, j);
            } catch (Throwable t) {
                status = keep(t);
            }
        }
        return told(status);
    }

    int run(FunctionTable.Entry entry, double a, long b) {
        int status = entry.runsJs() ? refusal() : Status.OK;
        if (status == Status.OK) {
            try {
                status = entry.fraction().call(this, a, b);
            } catch (Throwable t) {
                status = keep(t);
            }
        }
        return told(status);
    }

    private int refusal() {
        if (pending != null || failure != null) return Status.PENDING_EXCEPTION;
        if (api.mayRunJs()) return Status.OK;
        return version >= VERSION_WITH_CANNOT_RUN_JS ? Status.CANNOT_RUN_JS : Status.PENDING_EXCEPTION;
    }

    private int told(int status) {
        if (keepStatus) keepStatus = false;
        else lastStatus = status;
        return status;
    }

    private int keep(Throwable thrown) {
        switch (thrown) {
            case JsException e -> pending = e;
            case StackOverflowError _ -> pending = realm().rangeError("Maximum call stack size exceeded");
            default -> failure = thrown;
        }
        return Status.PENDING_EXCEPTION;
    }

    /** What a body returns; a status that is more to the point where JavaScript throws, which is kept. */
    int orElse(int refused, IntSupplier body) {
        try {
            return body.getAsInt();
        } catch (JsException e) {
            pending = e;
            return refused;
        }
    }

    /** Calls code of the program's for native code. @return an opaque engine value */
    Object runningJs(Supplier<Object> body) {
        api.mirrors().beforeJs();
        try {
            return body.get();
        } finally {
            api.mirrors().afterJs();
        }
    }

    /** What the last call has returned. */
    int lastStatus() {
        return lastStatus;
    }

    /** Has the call under way leave {@link #lastStatus} as it is. */
    void keepStatus() {
        keepStatus = true;
    }

    /** What is to be thrown when native code returns; {@code null} for nothing. */
    JsException pending() {
        return pending;
    }

    void pending(JsException exception) {
        pending = exception;
    }

    boolean isThrowing() {
        return pending != null || failure != null;
    }

    // Calls into native code

    /** The body of a function that the addon made. */
    Object callback(long function, long data, Args args) {
        calls.add(new CallbackInfo(args, data));
        try {
            return call(function, calls.size(), 0, 0);
        } finally {
            calls.removeLast();
        }
    }

    /** What {@code napi_callback_info} stands for; {@code null} if it stands for nothing. */
    CallbackInfo call(long info) {
        return info > 0 && info <= calls.size() ? calls.get((int) info - 1) : null;
    }

    /**
     * Calls {@code function(env, b, c, d)} and throws what it left to be thrown.
     *
     * @return the value of the handle that it returned; undefined if it returned none
     */
    Object call(long function, long b, long c, long d) {
        return enter(() -> NativeCalls.call(function, address, b, c, d));
    }

    /** As {@link #call(long, long, long, long)}, of a call that makes its arguments itself: handles have a scope of their own there. */
    Object enter(LongSupplier call) {
        if (!api.hasStack()) throw realm().rangeError("Maximum call stack size exceeded");
        int mark = handles.mark();
        int depth = handles.depth();
        Object result;
        lastStatus = Status.OK;
        api.mirrors().enter();
        try {
            long handle = call.getAsLong();
            result = isThrowing() ? null : value(handle);
        } finally {
            api.mirrors().leave();
            handles.release(mark);
            handles.depth(depth);
        }
        rethrow();
        return result == null ? Js.UNDEFINED : result;
    }

    private void rethrow() {
        Throwable last = failure;
        if (last != null) {
            failure = null;
            pending = null;
            if (last instanceof Error e) throw e;
            throw (RuntimeException) last;   // bodies declare nothing else
        }
        JsException exception = pending;
        pending = null;
        if (exception != null) throw exception;
    }

    /** Adds to what native memory its objects hold on to. @return all of it */
    long externalMemory(long change) {
        externalMemory += change;
        return externalMemory;
    }
}
