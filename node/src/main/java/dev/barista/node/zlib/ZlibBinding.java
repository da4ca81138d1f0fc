package dev.barista.node.zlib;

import dev.barista.engine.Args;
import dev.barista.engine.JsBytes;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.engine.NativeFn;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Compression for {@code zlib.js}. Loop thread only; asynchronous writes work on the pool. */
public final class ZlibBinding implements Binding {
    private static final ZlibCodec.Mode[] MODES = ZlibCodec.Mode.values();

    private final Environment env;

    /** What is to be freed when the environment ends. */
    private final Set<Custody> open = ConcurrentHashMap.newKeySet();

    private JsFunction onWritten;
    private JsFunction onFailed;
    private JsFunction onFailure;

    public ZlibBinding(Environment env) {
        this.env = env;
        env.atClose(() -> open.forEach(Custody::end));
    }

    @Override
    public void define(Exports x) {
        x.fn("receivers",     this::receivers);
        x.fn("defineMethods", this::defineMethods);
        x.fn("attachZlib",    this::attachZlib);
        x.fn("attachBrotli",  this::attachBrotli);
        x.fn("attachZstd",    this::attachZstd);
        x.fn("constants",     a -> ZlibConstants.all(env.realm()));
        x.fn("crc32",         ZlibBinding::crc32);
    }

    /** (onWritten(handle), onFailed(handle, message, errno, code), onFailure alike): the last is called within a call from JavaScript. */
    private Object receivers(Args a) {
        onWritten = a.function(0);
        onFailed = a.function(1);
        onFailure = a.function(2);
        return null;
    }

    /** (prototype): the methods of a handle. A write is (flush, input, its offset and length, output, its offset and length). */
    private Object defineMethods(Args a) {
        JsObject prototype = a.object(0);
        method(prototype, "write", b -> {
            stream(b).write(b.integer(0), flow(b));
            return null;
        });
        method(prototype, "writeSync", b -> {
            stream(b).writeSync(b.integer(0), flow(b));
            return null;
        });
        method(prototype, "reset", b -> {
            stream(b).reset();
            return null;
        });
        method(prototype, "params", b -> {
            stream(b).params(b.integer(0), b.integer(1));
            return null;
        });
        method(prototype, "close", b -> {
            stream(b).close();
            return null;
        });
        return null;
    }

    private void method(JsObject prototype, String name, NativeFn body) {
        prototype.defineHidden(name, env.realm().function(name, body));
    }

    private static CompressionStream stream(Args a) {
        return a.thisHost(CompressionStream.class);
    }

    private static Flow flow(Args a) {
        return new Flow(Flow.memory(a.bytes(1), a.integer(2), a.integer(3)), Flow.memory(a.bytes(4), a.integer(5), a.integer(6)));
    }

    /** (handle, state, mode, windowBits, level, memLevel, strategy, dictionary) */
    private Object attachZlib(Args a) {
        byte[] dictionary = a.isNullish(7) || a.bytes(7).length() == 0 ? null : a.bytes(7).copy();
        var settings = new ZlibCodec.Settings(a.integer(3), a.integer(4), a.integer(5), a.integer(6), dictionary);
        attach(a, new ZlibCodec(MODES[a.integer(2)], settings));
        return null;
    }

    /** (handle, state, compress, parameters) → whether the parameters were accepted; undefined where there is no brotli for this platform */
    private Object attachBrotli(Args a) {
        try {
            int[] parameters = parameters(a.bytes(3));
            Codec codec = (a.bool(2) ? new BrotliEncoder(parameters) : new BrotliDecoder(parameters)).begun();
            if (codec != null) attach(a, codec);
            return codec != null;
        } catch (LinkageError e) {
            return null;
        }
    }

    /**
     * (handle, state, compress, parameters, pledged size or undefined, dictionary) → the message of why it was refused, else an empty
     * text; undefined where there is no zstd for this platform
     */
    private Object attachZstd(Args a) {
        try {
            ZstdCodec codec = new ZstdCodec(a.bool(2), a.isUndefined(4) ? ZstdCodec.SIZE_UNKNOWN : a.longValue(4));
            ZstdCodec.Refusal refusal = codec.begin(parameters(a.bytes(3)), a.isUndefined(5) ? null : a.bytes(5).copy());
            if (refusal == null) attach(a, codec);
            else codec.free();
            return refusal == null ? "" : refusal.message;
        } catch (LinkageError e) {
            return null;
        }
    }

    /** A Uint32Array as numbers. */
    private static int[] parameters(JsBytes table) {
        int[] numbers = new int[table.length() / Integer.BYTES];
        table.buffer().asIntBuffer().get(numbers);
        return numbers;
    }

    private void attach(Args a, Codec codec) {
        new CompressionStream(a.object(0), codec, a.bytes(1), new CompressionStream.Surroundings(
            env.loop().pool(), open, env.callback(onWritten), env.callback(onFailed), onFailure));
    }

    /** (bytes or string, checksum so far) → checksum */
    private static Object crc32(Args a) {
        ByteBuffer bytes = a.isString(0) ? ByteBuffer.wrap(a.string(0).getBytes(StandardCharsets.UTF_8)) : a.bytes(0).buffer();
        return (double) Integer.toUnsignedLong(Crc32.of(bytes, (int) a.longValue(1)));
    }
}
