package dev.barista.node.node_api;

import dev.barista.engine.JsOperations;
import dev.barista.engine.JsType;
import dev.barista.node.posix.Memory;
import java.math.BigInteger;

/** Functions that make and read BigInts. Loop thread only. */
final class BigInts {
    /** V8's limit. */
    private static final int MAX_BITS = 1 << 30;
    private static final BigInteger MASK = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    private BigInts() {}

    static void define(FunctionTable.Definitions plain, FunctionTable.Definitions runningJs) {
        plain.two("napi_create_bigint_int64", (env, value, result) -> create(env, BigInteger.valueOf(value), result));
        plain.two("napi_create_bigint_uint64", (env, value, result) -> create(env, BigInteger.valueOf(value).and(MASK), result));
        runningJs.four("napi_create_bigint_words", BigInts::createWords);
        plain.three("napi_get_value_bigint_int64", (env, value, result, lossless) -> value(env, value, result, lossless, true));
        plain.three("napi_get_value_bigint_uint64", (env, value, result, lossless) -> value(env, value, result, lossless, false));
        plain.four("napi_get_value_bigint_words", BigInts::words);
    }

    private static int create(Addon env, BigInteger value, long result) {
        return result == 0 ? Status.INVALID_ARG : env.give(result, JsOperations.bigInt(value));
    }

    private static int createWords(Addon env, long sign, long count, long words, long result) {
        if (words == 0 || result == 0 || count < 0 || count > Integer.MAX_VALUE) return Status.INVALID_ARG;
        if (count > MAX_BITS / Long.SIZE) throw env.realm().rangeError("Maximum BigInt size exceeded");
        byte[] magnitude = new byte[(int) count * Long.BYTES];
        for (int i = 0; i < magnitude.length; i++) magnitude[magnitude.length - 1 - i] = (byte) Memory.octet(words + i);
        return create(env, new BigInteger((int) sign == 0 ? 1 : -1, magnitude), result);
    }

    /** The low 64 bits, and whether they are all there is. */
    private static int value(Addon env, long handle, long result, long lossless, boolean signed) {
        Object value = env.value(handle);
        if (value == null || result == 0 || lossless == 0) return Status.INVALID_ARG;
        if (JsType.of(value) != JsType.BIGINT) return Status.BIGINT_EXPECTED;
        BigInteger integer = JsOperations.bigInteger(value);
        Memory.pointer(result, integer.longValue());
        return env.give(lossless, signed ? integer.bitLength() < Long.SIZE : integer.signum() >= 0 && integer.bitLength() <= Long.SIZE);
    }

    /** Without room for sign and words it tells only how many words there are. */
    private static int words(Addon env, long handle, long sign, long count, long words) {
        Object value = env.value(handle);
        if (value == null || count == 0) return Status.INVALID_ARG;
        if (JsType.of(value) != JsType.BIGINT) return Status.BIGINT_EXPECTED;
        BigInteger integer = JsOperations.bigInteger(value);
        BigInteger magnitude = integer.abs();
        int needed = (magnitude.bitLength() + Long.SIZE - 1) / Long.SIZE;
        if (sign != 0 || words != 0) {
            if (sign == 0 || words == 0) return Status.INVALID_ARG;
            Memory.integer(sign, integer.signum() < 0 ? 1 : 0);
            long room = Memory.pointer(count);
            for (int i = 0; i < needed && i < room; i++) {
                Memory.pointer(words + (long) i * Long.BYTES, magnitude.shiftRight(i * Long.SIZE).longValue());
            }
        }
        Memory.pointer(count, needed);
        return Status.OK;
    }
}
