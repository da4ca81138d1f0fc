package dev.barista.node.zlib;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import com.github.luben.zstd.util.Native;
import java.lang.foreign.Arena;
import java.util.Map;

/**
 * Facebook's zstd, which zstd-jni brings along and loads when this class does. Its C functions are called directly: zstd-jni's own API
 * has not all parameters. Any thread.
 */
final class ZstdLibrary {
    private static final NativeLibrary LIBRARY = load();

    static final NativeLibrary.Function CREATE_CCTX = LIBRARY.function("ZSTD_createCCtx");
    static final NativeLibrary.Function FREE_CCTX = LIBRARY.function("ZSTD_freeCCtx");
    static final NativeLibrary.Function CCTX_SET_PARAMETER = LIBRARY.function("ZSTD_CCtx_setParameter");
    static final NativeLibrary.Function CCTX_SET_PLEDGED_SIZE = LIBRARY.function("ZSTD_CCtx_setPledgedSrcSize");
    static final NativeLibrary.Function CCTX_LOAD_DICTIONARY = LIBRARY.function("ZSTD_CCtx_loadDictionary");
    static final NativeLibrary.Function CCTX_RESET = LIBRARY.function("ZSTD_CCtx_reset");
    static final NativeLibrary.Function COMPRESS = LIBRARY.function("ZSTD_compressStream2_simpleArgs");
    static final NativeLibrary.Function CREATE_DCTX = LIBRARY.function("ZSTD_createDCtx");
    static final NativeLibrary.Function FREE_DCTX = LIBRARY.function("ZSTD_freeDCtx");
    static final NativeLibrary.Function DCTX_SET_PARAMETER = LIBRARY.function("ZSTD_DCtx_setParameter");
    static final NativeLibrary.Function DCTX_LOAD_DICTIONARY = LIBRARY.function("ZSTD_DCtx_loadDictionary");
    static final NativeLibrary.Function DCTX_RESET = LIBRARY.function("ZSTD_DCtx_reset");
    static final NativeLibrary.Function DECOMPRESS = LIBRARY.function("ZSTD_decompressStream_simpleArgs");
    private static final NativeLibrary.Function IS_ERROR = LIBRARY.function("ZSTD_isError");
    private static final NativeLibrary.Function ERROR_CODE = LIBRARY.function("ZSTD_getErrorCode");
    private static final NativeLibrary.Function ERROR_NAME = LIBRARY.function("ZSTD_getErrorName");

    /** {@code ZSTD_reset_session_only}: parameters and dictionary stay. */
    static final int RESET_SESSION = 1;

    /** Source: zstd_errors.h. */
    private static final Map<Integer, String> CODES = Map.ofEntries(
        Map.entry(1, "GENERIC"), Map.entry(10, "prefix_unknown"), Map.entry(12, "version_unsupported"),
        Map.entry(14, "frameParameter_unsupported"), Map.entry(16, "frameParameter_windowTooLarge"), Map.entry(20, "corruption_detected"),
        Map.entry(22, "checksum_wrong"), Map.entry(24, "literals_headerWrong"), Map.entry(30, "dictionary_corrupted"),
        Map.entry(32, "dictionary_wrong"), Map.entry(34, "dictionaryCreation_failed"), Map.entry(40, "parameter_unsupported"),
        Map.entry(41, "parameter_combination_unsupported"), Map.entry(42, "parameter_outOfBound"), Map.entry(44, "tableLog_tooLarge"),
        Map.entry(46, "maxSymbolValue_tooLarge"), Map.entry(48, "maxSymbolValue_tooSmall"),
        Map.entry(50, "stabilityCondition_notRespected"), Map.entry(60, "stage_wrong"), Map.entry(62, "init_missing"),
        Map.entry(64, "memory_allocation"), Map.entry(66, "workSpace_tooSmall"), Map.entry(70, "dstSize_tooSmall"),
        Map.entry(72, "srcSize_wrong"), Map.entry(74, "dstBuffer_null"), Map.entry(80, "noForwardProgress_destFull"),
        Map.entry(82, "noForwardProgress_inputEmpty"));

    private ZstdLibrary() {}

    private static NativeLibrary load() {
        Native.load();
        return NativeLibrary.loaded();
    }

    /** What the result of a function says, or {@code null} where it is no error. */
    static Failure failure(long result) {
        if ((int) IS_ERROR.call(result) == 0) return null;
        int code = (int) ERROR_CODE.call(result);
        return new Failure(NativeMemory.text(ERROR_NAME.call(result)), code, "ZSTD_error_" + CODES.getOrDefault(code, "GENERIC"));
    }

    /** Sets the parameters that a table has. @return whether all were accepted */
    static boolean set(NativeLibrary.Function set, long context, int[] parameters) {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] != -1 && failure(set.call(context, i, parameters[i])) != null) return false;
        }
        return true;
    }

    /** Gives a context a dictionary, which it copies. @return whether it was accepted */
    static boolean load(NativeLibrary.Function load, long context, byte[] dictionary) {
        if (dictionary == null) return true;
        try (Arena arena = Arena.ofConfined()) {
            return failure(load.call(context, arena.allocateFrom(JAVA_BYTE, dictionary).address(), dictionary.length)) == null;
        }
    }
}
