package dev.barista.node.zlib;

import static dev.barista.node.zlib.ZlibStatus.BUF_ERROR;
import static dev.barista.node.zlib.ZlibStatus.NO_FLUSH;
import static dev.barista.node.zlib.ZlibStatus.OK;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.Inflater;
import com.jcraft.jzlib.JZlib.WrapperType;
import java.lang.foreign.MemorySegment;

/**
 * A {@code z_stream} in Java, for systems without zlib: slower, and without the strategies {@code Z_RLE} and {@code Z_FIXED}, in whose
 * place the default one is taken. One thread at a time.
 */
final class JavaZStream implements ZStream {
    private static final int LARGEST_WINDOW = 15;
    private static final int SMALLEST_WINDOW = 9;
    private static final int GZIP = 16;
    private static final int ANY = 32;
    private static final int HUFFMAN_ONLY = 2;

    private final byte[] input = new byte[TransferArea.SIZE];
    private final byte[] output = new byte[TransferArea.SIZE];
    @SuppressWarnings("deprecation")   // to make one, not what the two classes have in common
    private com.jcraft.jzlib.ZStream stream;
    private Deflater deflater;
    private Inflater inflater;
    private int level;
    private int windowBits;
    private int memLevel;
    private int strategy;
    private boolean deflating;

    @Override
    public int deflateInit(int level, int windowBits, int memLevel, int strategy) {
        this.deflating = true;
        this.level = level;
        this.windowBits = windowBits;
        this.memLevel = memLevel;
        this.strategy = strategy;
        return reset();
    }

    @Override
    public int inflateInit(int windowBits) {
        this.windowBits = windowBits;
        return reset();
    }

    @Override
    public int reset() {
        if (!deflating) {
            stream = inflater = new Inflater();
            return inflater.init(bits(), wrapper());
        }
        stream = deflater = new Deflater();
        int status = deflater.init(level, bits(), memLevel, wrapper());
        return status == OK && strategy != 0 ? params(level, strategy) : status;
    }

    private int bits() {
        int bits = windowBits < 0 ? -windowBits : windowBits & (GZIP - 1);
        return bits == 0 ? LARGEST_WINDOW : Math.max(bits, SMALLEST_WINDOW);
    }

    private WrapperType wrapper() {
        if (windowBits < 0) return WrapperType.NONE;
        if (windowBits >= ANY) return WrapperType.ANY;
        return windowBits >= GZIP ? WrapperType.GZIP : WrapperType.ZLIB;
    }

    @Override
    public int pump(Flow flow, int flush) {
        int status;
        boolean more;
        do {
            int out = (int) Math.min(flow.room(), output.length);
            int in = (int) Math.min(flow.available(), input.length);
            flow.copyTo(MemorySegment.ofArray(input), in);
            stream.setInput(input, 0, in, false);
            stream.setOutput(output, 0, out);
            int kind = in < flow.available() ? NO_FLUSH : flush;
            status = deflating ? deflater.deflate(kind) : inflater.inflate(kind);
            flow.take(in - stream.getAvailIn());
            flow.fill(MemorySegment.ofArray(output), out - stream.getAvailOut());
            more = flow.room() > 0 && (stream.getAvailOut() == 0 || stream.getAvailIn() == 0 && flow.available() > 0);
        } while (more && (status == OK || status == BUF_ERROR && stream.getAvailOut() == 0));
        return status;
    }

    @Override
    public int params(int level, int strategy) {
        if (!deflating) return OK;
        this.level = level;
        this.strategy = strategy;
        stream.setInput(input, 0, 0, false);
        stream.setOutput(output, 0, output.length);
        return deflater.params(level, strategy > HUFFMAN_ONLY ? 0 : strategy);
    }

    @Override
    public int setDictionary(byte[] dictionary) {
        int length = dictionary.length;
        return deflating ? deflater.setDictionary(dictionary, length) : inflater.setDictionary(dictionary, length);
    }

    @Override
    public String message() {
        return stream.getMessage();
    }

    /** The garbage collector does it. */
    @Override
    public void free() {}
}
