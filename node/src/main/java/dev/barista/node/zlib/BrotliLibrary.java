package dev.barista.node.zlib;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import java.lang.foreign.MemorySegment;

/**
 * Google's brotli, which brotli4j brings along and loads when this class does. Its C functions are called directly: brotli4j's own API
 * has neither all parameters nor the errors' codes. Any thread.
 */
final class BrotliLibrary {
    /** Where a call finds, and leaves, how much input and room there is: see brotli/encode.h, {@code BrotliEncoderCompressStream}. */
    private static final int AVAILABLE_IN = 0;
    private static final int NEXT_IN = 8;
    private static final int AVAILABLE_OUT = 16;
    private static final int NEXT_OUT = 24;

    private static final NativeLibrary LIBRARY = load();

    static final NativeLibrary.Function ENCODER_CREATE = LIBRARY.function("BrotliEncoderCreateInstance");
    static final NativeLibrary.Function ENCODER_SET_PARAMETER = LIBRARY.function("BrotliEncoderSetParameter");
    static final NativeLibrary.Function ENCODER_COMPRESS = LIBRARY.function("BrotliEncoderCompressStream");
    static final NativeLibrary.Function ENCODER_DESTROY = LIBRARY.function("BrotliEncoderDestroyInstance");
    static final NativeLibrary.Function DECODER_CREATE = LIBRARY.function("BrotliDecoderCreateInstance");
    static final NativeLibrary.Function DECODER_SET_PARAMETER = LIBRARY.function("BrotliDecoderSetParameter");
    static final NativeLibrary.Function DECODER_DECOMPRESS = LIBRARY.function("BrotliDecoderDecompressStream");
    static final NativeLibrary.Function DECODER_ERROR_CODE = LIBRARY.function("BrotliDecoderGetErrorCode");
    static final NativeLibrary.Function DECODER_ERROR_STRING = LIBRARY.function("BrotliDecoderErrorString");
    static final NativeLibrary.Function DECODER_DESTROY = LIBRARY.function("BrotliDecoderDestroyInstance");

    private BrotliLibrary() {}

    private static NativeLibrary load() {
        Brotli4jLoader.ensureAvailability();
        return NativeLibrary.loaded();
    }

    /** Sets the parameters that a table has. @return whether all were accepted */
    static boolean set(NativeLibrary.Function set, long state, int[] parameters) {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] != -1 && (int) set.call(state, i, parameters[i]) == 0) return false;
        }
        return true;
    }

    /** The addresses of the four positions, after {@link #offer} has set them. */
    record Positions(MemorySegment memory, int in, int out) {
        static Positions offer(TransferArea area, int in, int out) {
            MemorySegment memory = area.positions;
            memory.set(JAVA_LONG, AVAILABLE_IN, in);
            memory.set(JAVA_LONG, NEXT_IN, area.input.address());
            memory.set(JAVA_LONG, AVAILABLE_OUT, out);
            memory.set(JAVA_LONG, NEXT_OUT, area.output.address());
            return new Positions(memory, in, out);
        }

        long availableIn() {
            return memory.address() + AVAILABLE_IN;
        }

        long nextIn() {
            return memory.address() + NEXT_IN;
        }

        long availableOut() {
            return memory.address() + AVAILABLE_OUT;
        }

        long nextOut() {
            return memory.address() + NEXT_OUT;
        }

        /** Moves the flow on by what was used. @return whether another call would find input or room again that this one did not have */
        boolean settle(Flow flow, TransferArea area) {
            int inLeft = (int) memory.get(JAVA_LONG, AVAILABLE_IN);
            int outLeft = (int) memory.get(JAVA_LONG, AVAILABLE_OUT);
            flow.take(in - inLeft);
            flow.fill(area.output, out - outLeft);
            return flow.room() > 0 && (outLeft == 0 || inLeft == 0 && flow.available() > 0);
        }
    }
}
