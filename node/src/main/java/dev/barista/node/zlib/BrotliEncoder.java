package dev.barista.node.zlib;

/** Compresses with brotli. One thread at a time. */
final class BrotliEncoder extends BrotliInstance {
    private static final int PROCESS = 0;
    private static final int EMIT_METADATA = 3;
    private static final Failure FAILED = new Failure("Compression failed", -1, "ERR_BROTLI_COMPRESSION_FAILED");

    /** @param parameters by number, −1 for the default */
    BrotliEncoder(int[] parameters) {
        super(BrotliLibrary.ENCODER_CREATE, BrotliLibrary.ENCODER_SET_PARAMETER, BrotliLibrary.ENCODER_DESTROY, parameters);
    }

    @Override
    public Failure step(Flow flow, int operation) {
        TransferArea area = TransferArea.current();
        boolean more;
        do {
            int in = (int) Math.min(flow.available(), TransferArea.SIZE);
            flow.copyTo(area.input, in);
            var at = BrotliLibrary.Positions.offer(area, in, (int) Math.min(flow.room(), TransferArea.SIZE));
            // Metadata may come in several blocks; anything else is flushed or finished after its last piece only.
            int here = in == flow.available() || operation == EMIT_METADATA ? operation : PROCESS;
            long done = BrotliLibrary.ENCODER_COMPRESS.call(state, here, at.availableIn(), at.nextIn(), at.availableOut(), at.nextOut(), 0);
            more = at.settle(flow, area);
            if ((int) done == 0) return FAILED;
        } while (more);
        return null;
    }
}
