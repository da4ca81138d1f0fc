package dev.barista.node.zlib;

/** Decompresses what brotli compressed. One thread at a time. */
final class BrotliDecoder extends BrotliInstance {
    private static final int FINISH = 2;
    private static final int ERROR = 0;
    private static final int SUCCESS = 1;
    private static final int NEEDS_MORE_INPUT = 2;

    /** @param parameters by number, −1 for the default */
    BrotliDecoder(int[] parameters) {
        super(BrotliLibrary.DECODER_CREATE, BrotliLibrary.DECODER_SET_PARAMETER, BrotliLibrary.DECODER_DESTROY, parameters);
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
}
