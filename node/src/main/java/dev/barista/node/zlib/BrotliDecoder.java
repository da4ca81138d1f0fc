package dev.barista.node.zlib;

/** Decompresses what brotli compressed. One thread at a time. */
final class BrotliDecoder implements Codec {
    private static final int FINISH = 2;
    private static final int ERROR = 0;
    private static final int SUCCESS = 1;
    private static final int NEEDS_MORE_INPUT = 2;

    private final int[] parameters;
    private long state;

    private BrotliDecoder(int[] parameters) {
        this.parameters = parameters;
    }

    /** @param parameters by number, −1 for the default. @return {@code null} where one was refused */
    static BrotliDecoder make(int[] parameters) {
        BrotliDecoder decoder = new BrotliDecoder(parameters);
        if (decoder.begin()) return decoder;
        decoder.free();
        return null;
    }

    private boolean begin() {
        state = BrotliLibrary.DECODER_CREATE.call();
        return state != 0 && BrotliLibrary.set(BrotliLibrary.DECODER_SET_PARAMETER, state, parameters);
    }

    @Override
    public Failure step(Flow flow, int operation) {
        TransferArea area = TransferArea.current();
        int result;
        boolean more;
        do {
            int out = (int) Math.min(flow.room(), TransferArea.SIZE);
            int in = (int) Math.min(flow.available(), Math.max(out, 1));
            flow.copyTo(area.input, in);
            var at = BrotliLibrary.Positions.offer(area, in, out);
            result = (int) BrotliLibrary.DECODER_DECOMPRESS.call(state, at.availableIn(), at.nextIn(), at.availableOut(), at.nextOut(), 0);
            more = at.settle(flow, area);
        } while (more && result != ERROR && result != SUCCESS);
        if (result == ERROR) return failure();
        boolean starved = result == NEEDS_MORE_INPUT && flow.room() > 0;   // without room, more of the input is yet to be offered
        return operation == FINISH && starved ? new Failure("unexpected end of file", ZlibStatus.BUF_ERROR, "Z_BUF_ERROR") : null;
    }

    private Failure failure() {
        int code = (int) BrotliLibrary.DECODER_ERROR_CODE.call(state);
        String name = NativeMemory.text(BrotliLibrary.DECODER_ERROR_STRING.call(code));
        return new Failure("Decompression failed", code, "ERR_" + name);
    }

    @Override
    public Failure reset() {
        free();
        return begin() ? null : new Failure("Could not initialize Brotli instance", -1, "ERR_ZLIB_INITIALIZATION_FAILED");
    }

    @Override
    public void free() {
        if (state != 0) BrotliLibrary.DECODER_DESTROY.call(state);
        state = 0;
    }
}
