package dev.barista.node.crypto;

import dev.barista.engine.Args;
import dev.barista.engine.BufferAllocator;
import dev.barista.engine.ByteSlice;
import dev.barista.engine.Js;
import dev.barista.engine.JsFunction;
import dev.barista.engine.NativeFn;
import dev.barista.node.Callback;
import dev.barista.node.Environment;
import dev.barista.node.buffer.Encoding;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** How the bindings of this room take arguments, give bytes back, fail, and work on the pool. Loop thread only. */
final class CryptoCalls {
    /** The number that stands for no encoding: a result is a Buffer. */
    static final int BUFFER = -1;

    private final Environment env;
    private BufferAllocator buffers;

    CryptoCalls(Environment env) {
        this.env = env;
    }

    Environment env() {
        return env;
    }

    /** Argument {@code i}: bytes as they lie in memory, or a string in the encoding whose number is argument {@code encoding}. */
    ByteSlice input(Args a, int i, int encoding) {
        return a.isString(i) ? Encoding.of(a.integer(encoding)).bytes(a.raw(i)) : a.bytes(i).slice();
    }

    /** Argument {@code i}: bytes as they lie in memory, or a string as UTF-8. */
    ByteSlice text(Args a, int i) {
        return a.isString(i) ? Encoding.UTF8.bytes(a.raw(i)) : a.bytes(i).slice();
    }

    /** A Buffer on the array itself. */
    Object buffer(byte[] bytes) {
        if (buffers == null) {
            buffers = new BufferAllocator(env.realm(), env.builtins().requireObject("buffer").object("Buffer").object("prototype"));
        }
        return buffers.of(bytes);
    }

    /** The bytes as a string in the encoding of that number, or as a Buffer for {@link #BUFFER}. */
    Object output(byte[] bytes, int encoding) {
        return encoding == BUFFER ? buffer(bytes) : Encoding.of(encoding).decode(ByteSlice.of(bytes));
    }

    /** The function, with what is wrong thrown as JavaScript's errors. */
    NativeFn guarded(NativeFn body) {
        return a -> {
            try {
                return body.call(a);
            } catch (CryptoException e) {
                throw e.thrown(env);
            }
        };
    }

    /**
     * Has work done on the pool. The callback gets an error, or undefined and the result.
     *
     * @param type of the request as async hooks see it
     * @param result makes JavaScript's value of the work's, on the loop thread
     */
    <T> Object job(String type, JsFunction callback, Callable<T> work, Function<T, Object> result) {
        Callback done = env.request(type, callback);
        env.loop().pool().submit(work, (value, error) -> {
            switch (error) {
                case null -> done.call(Js.UNDEFINED, result.apply(value));
                case CryptoException e -> done.call(e.toJs(env));
                default -> throw new IllegalStateException(error);
            }
        });
        return null;
    }
}
