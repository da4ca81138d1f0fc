package dev.barista.node.zlib;

/** Compresses with brotli. One thread at a time. */
final class BrotliEncoder implements Codec {
    private static final int PROCESS = 0;
    private static final int EMIT_METADATA = 3;
    private static final Failure FAILED = new Failure("Compression failed", -1, "ERR_BROTLI_COMPRESSION_FAILED");

    private final int[] parameters;
    private long state;

    private BrotliEncoder(int[] parameters) {
        this.parameters = parameters;
    }

    /** @param parameters by number, −1 for the default. @return {@code null} where one was refused */
    static BrotliEncoder make(int[] parameters) {
        BrotliEncoder encoder = new BrotliEncoder(parameters);
        if (encoder.begin()) return encoder;
        encoder.free();
        return null;
    }

    private boolean begin() {
        state = BrotliLibrary.ENCODER_CREATE.call();
        return state != 0 && BrotliLibrary.set(BrotliLibrary.ENCODER_SET_PARAMETER, state, parameters);
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

    @Override
    public Failure reset() {
        free();
        return begin() ? null : new Failure("Could not initialize Brotli instance", -1, "ERR_ZLIB_INITIALIZATION_FAILED");
    }

    @Override
    public void free() {
        if (state != 0) BrotliLibrary.ENCODER_DESTROY.call(state);
        state = 0;
    }
}
