package dev.barista.node.zlib;

import static dev.barista.node.zlib.ZlibStatus.BUF_ERROR;
import static dev.barista.node.zlib.ZlibStatus.DATA_ERROR;
import static dev.barista.node.zlib.ZlibStatus.FINISH;
import static dev.barista.node.zlib.ZlibStatus.NEED_DICT;
import static dev.barista.node.zlib.ZlibStatus.OK;
import static dev.barista.node.zlib.ZlibStatus.STREAM_END;

/** Deflate, inflate, and what is wrapped around them: zlib's format, gzip's, or neither. Nothing is allocated before the first use. */
final class ZlibCodec implements Codec {
    /** What to do and with which format; their order is that of {@code zlib.constants.DEFLATE} to {@code UNZIP}. */
    enum Mode { NONE, DEFLATE, INFLATE, GZIP, GUNZIP, DEFLATERAW, INFLATERAW, UNZIP }

    /** zlib's own parameters, see its manual. {@code windowBits} is 8 to 15, or 0 to inflate by the header's; no dictionary is {@code null}. */
    record Settings(int windowBits, int level, int memLevel, int strategy, byte[] dictionary) {}

    private static final int GZIP_WRAPPER = 16;
    private static final int ANY_WRAPPER = 32;
    private static final int GZIP_ID1 = 0x1f;
    private static final int GZIP_ID2 = 0x8b;

    private final Settings settings;
    private Mode mode;
    private ZStream stream;
    private boolean firstIdSeen;

    ZlibCodec(Mode mode, Settings settings) {
        this.mode = mode;
        this.settings = settings;
    }

    private boolean deflating() {
        return mode == Mode.DEFLATE || mode == Mode.GZIP || mode == Mode.DEFLATERAW;
    }

    /** Allocates what the stream needs. @return what went wrong, or {@code null} */
    private Failure begin() {
        stream = ZStream.make();
        int bits = switch (mode) {
            case GZIP, GUNZIP -> settings.windowBits + GZIP_WRAPPER;
            case UNZIP -> settings.windowBits + ANY_WRAPPER;
            case DEFLATERAW, INFLATERAW -> -settings.windowBits;
            default -> settings.windowBits;
        };
        int status = deflating()
            ? stream.deflateInit(settings.level, bits, settings.memLevel, settings.strategy)
            : stream.inflateInit(bits);
        return status == OK ? presetDictionary() : failure("Init error", status);
    }

    /** Gzip has no dictionaries, and inflate asks for one when the header says so; raw data have no header. */
    private Failure presetDictionary() {
        if (settings.dictionary == null || mode != Mode.DEFLATE && mode != Mode.DEFLATERAW && mode != Mode.INFLATERAW) return null;
        int status = stream.setDictionary(settings.dictionary);
        return status == OK ? null : failure("Failed to set dictionary", status);
    }

    private Failure begun() {
        return stream == null ? begin() : null;
    }

    @Override
    public Failure step(Flow flow, int flush) {
        Failure failure = begun();
        if (failure != null) return failure;
        if (mode == Mode.UNZIP) detect(flow);
        int status = stream.pump(flow, flush);
        if (!deflating()) status = goOn(flow, flush, status);
        return switch (status) {
            case OK, BUF_ERROR -> flow.room() > 0 && flush == FINISH ? failure("unexpected end of file", BUF_ERROR) : null;
            case STREAM_END -> null;
            case NEED_DICT -> failure(settings.dictionary == null ? "Missing dictionary" : "Bad dictionary", status);
            default -> failure("Zlib error", status);
        };
    }

    /** Gives inflate the dictionary that it asks for, and goes from one member of a gzip file to the next. */
    private int goOn(Flow flow, int flush, int status) {
        if (mode != Mode.INFLATERAW && status == NEED_DICT && settings.dictionary != null) {
            status = stream.setDictionary(settings.dictionary);
            if (status == OK) status = stream.pump(flow, flush);
            else if (status == DATA_ERROR) status = NEED_DICT;   // it is the dictionary that is bad, not the data
        }
        // Zeros after the last member are padding; anything else must be another member.
        while (mode == Mode.GUNZIP && status == STREAM_END && flow.available() > 0 && flow.peek(0) != 0) {
            stream.reset();
            status = stream.pump(flow, flush);
        }
        return status;
    }

    /** Finds out by the first two bytes, which may come one at a time, whether more than one member may follow. */
    private void detect(Flow flow) {
        int at = 0;
        if (!firstIdSeen) {
            if (flow.available() == 0) return;
            if (flow.peek(at++) != GZIP_ID1) {
                mode = Mode.INFLATE;
                return;
            }
            firstIdSeen = true;
        }
        if (flow.available() > at) mode = flow.peek(at) == GZIP_ID2 ? Mode.GUNZIP : Mode.INFLATE;
    }

    @Override
    public Failure reset() {
        if (stream == null) return begin();
        int status = stream.reset();
        return status == OK ? presetDictionary() : failure("Failed to reset stream", status);
    }

    @Override
    public Failure params(int level, int strategy) {
        Failure failure = begun();
        if (failure != null) return failure;
        int status = stream.params(level, strategy);
        return status == OK || status == BUF_ERROR ? null : failure("Failed to set parameters", status);
    }

    private Failure failure(String message, int status) {
        String said = stream.message();
        return new Failure(said == null ? message : said, status, ZlibStatus.name(status));
    }

    @Override
    public void free() {
        if (stream != null) stream.free();
    }
}
