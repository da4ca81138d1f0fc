package dev.barista.node.node_api;

import dev.barista.engine.Js;
import dev.barista.engine.JsText;
import dev.barista.node.posix.Memory;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;

/** Functions that make and read strings, in each of three encodings. Loop thread only. */
final class Strings {
    /** {@code NAPI_AUTO_LENGTH}: a text ends with a zero. */
    static final long AUTO_LENGTH = -1;

    private Strings() {}

    /** The bytes of a text of a length, or {@link #AUTO_LENGTH}. */
    static byte[] utf8(long address, long length) {
        return Memory.bytes(address, length == AUTO_LENGTH ? Memory.length(address) : length);
    }

    /** A text in UTF-8. @param length in bytes, or {@link #AUTO_LENGTH} */
    static String text(long address, long length) {
        return new String(utf8(address, length), StandardCharsets.UTF_8);
    }

    /** Makes a string of bytes from a place on, so many. */
    private interface Decoder {
        Object decode(byte[] bytes, int offset, int length);
    }

    /** Writes as many whole characters as there is room for. @return how many bytes */
    private interface Encoder {
        int encode(Object text, byte[] target, int at, int limit);
    }

    /** How a string lies in native memory. */
    enum Encoding {
        LATIN1(1, JsText::ofLatin1, JsText::length, JsText::putLatin1),
        UTF8(1, JsText::ofUtf8, JsText::utf8Length, JsText::putUtf8),
        UTF16(2, JsText::ofUtf16, text -> 2 * JsText.length(text), JsText::putUtf16);

        /** Bytes of what lengths count. */
        private final int unit;
        private final Decoder decoder;
        /** In bytes. */
        private final ToIntFunction<Object> size;
        private final Encoder encoder;

        Encoding(int unit, Decoder decoder, ToIntFunction<Object> size, Encoder encoder) {
            this.unit = unit;
            this.decoder = decoder;
            this.size = size;
            this.encoder = encoder;
        }

        /** The string at an address; {@code null} where arguments are wrong. @param length in units, or {@link #AUTO_LENGTH} */
        Object read(long address, long length) {
            if (address == 0 && length != 0 || length > Integer.MAX_VALUE || length < AUTO_LENGTH) return null;
            if (length == 0) return JsText.EMPTY;
            long size = length != AUTO_LENGTH ? length * unit : unit == 1 ? Memory.length(address) : Memory.length16(address);
            byte[] bytes = Memory.bytes(address, size);
            return decoder.decode(bytes, 0, bytes.length);
        }
    }

    static void define(FunctionTable.Definitions plain, FunctionTable.Definitions runningJs) {
        define(plain, Encoding.LATIN1, "latin1");
        define(plain, Encoding.UTF8, "utf8");
        define(plain, Encoding.UTF16, "utf16");
        plain.six("node_api_create_external_string_latin1", (env, text, length, finalizer, hint, result, copied) ->
                external(env, Encoding.LATIN1, text, length, finalizer, hint, result, copied));
        plain.six("node_api_create_external_string_utf16", (env, text, length, finalizer, hint, result, copied) ->
                external(env, Encoding.UTF16, text, length, finalizer, hint, result, copied));
        runningJs.two("napi_run_script", Strings::run);
    }

    private static void define(FunctionTable.Definitions plain, Encoding encoding, String name) {
        plain.three("napi_create_string_" + name, (env, text, length, result) -> create(env, encoding, text, length, result));
        plain.three("node_api_create_property_key_" + name, (env, text, length, result) -> create(env, encoding, text, length, result));
        plain.four("napi_get_value_string_" + name, (env, value, buffer, size, result) -> value(env, encoding, value, buffer, size, result));
    }

    private static int create(Addon env, Encoding encoding, long address, long length, long result) {
        if (result == 0) return Status.INVALID_ARG;
        Object text = encoding.read(address, length);
        if (text == null) return Status.INVALID_ARG;
        return JsText.length(text) > JsText.MAX_LENGTH ? Status.GENERIC_FAILURE : env.give(result, text);
    }

    /** The string is copied, which Node-API permits, and what was the addon's is let go at once. */
    private static int external(Addon env, Encoding encoding, long address, long length, long finalizer, long hint, long result, long copied) {
        int status = create(env, encoding, address, length, result);
        if (status != Status.OK) return status;
        if (copied != 0) Memory.bool(copied, true);
        if (finalizer != 0) NativeCalls.call(finalizer, env.address(), address, hint, 0);
        return Status.OK;
    }

    /** @param size of the buffer in units, with room for a zero at the end */
    private static int value(Addon env, Encoding encoding, long handle, long buffer, long size, long result) {
        Object text = env.value(handle);
        if (text == null) return Status.INVALID_ARG;
        if (!Js.isString(text)) return Status.STRING_EXPECTED;
        if (buffer == 0) {
            if (result == 0) return Status.INVALID_ARG;
            Memory.pointer(result, encoding.size.applyAsInt(text) / encoding.unit);
        } else if (size == 0) {
            if (result != 0) Memory.pointer(result, 0);
        } else {
            long room = size < 0 || size > Integer.MAX_VALUE ? Integer.MAX_VALUE : (size - 1) * encoding.unit;
            byte[] bytes = new byte[(int) Math.min(encoding.size.applyAsInt(text), room)];
            int count = encoding.encoder.encode(text, bytes, 0, bytes.length);
            Memory.put(bytes, 0, buffer, count);
            for (int i = 0; i < encoding.unit; i++) Memory.octet(buffer + count + i, 0);
            if (result != 0) Memory.pointer(result, count / encoding.unit);
        }
        return Status.OK;
    }

    private static int run(Addon env, long script, long result) {
        Object text = env.value(script);
        if (text == null || result == 0) return Status.INVALID_ARG;
        if (!Js.isString(text)) return Status.STRING_EXPECTED;
        return env.give(result, env.runningJs(() -> env.api().runScript((String) Js.java(text))));
    }
}
