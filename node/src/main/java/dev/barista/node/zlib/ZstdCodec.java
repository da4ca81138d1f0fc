package dev.barista.node.zlib;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

/** Compresses with zstd, or decompresses what that has compressed. One thread at a time. */
final class ZstdCodec implements Codec {
    /** What the first settings were refused for: the message and the code of Node's error. */
    enum Refusal {
        PARAMETER("Setting parameter failed"),
        PLEDGED_SIZE("Could not set pledged src size"),
        DICTIONARY("Failed to load zstd dictionary"),
        CONTEXT("Could not initialize zstd instance");

        final String message;

        Refusal(String message) {
            this.message = message;
        }
    }

    /** As the size that will come: it is not known. */
    static final long SIZE_UNKNOWN = -1;

    // Where a call finds, and leaves, how far it has got.
    private static final int OUT_POSITION = 0;
    private static final int IN_POSITION = 8;

    private static final int CONTINUE = 0;

    private final boolean compressing;
    private final long pledgedSize;
    private long context;

    /** @param pledgedSize how many bytes will be compressed, or {@link #SIZE_UNKNOWN} */
    ZstdCodec(boolean compressing, long pledgedSize) {
        this.compressing = compressing;
        this.pledgedSize = pledgedSize;
    }

    /** @return why it cannot begin, or {@code null} */
    Refusal begin(int[] parameters, byte[] dictionary) {
        context = (compressing ? ZstdLibrary.CREATE_CCTX : ZstdLibrary.CREATE_DCTX).call();
        if (context == 0) return Refusal.CONTEXT;
        if (!ZstdLibrary.load(compressing ? ZstdLibrary.CCTX_LOAD_DICTIONARY : ZstdLibrary.DCTX_LOAD_DICTIONARY, context, dictionary)) {
            return Refusal.DICTIONARY;
        }
        if (pledge() != null) return Refusal.PLEDGED_SIZE;
        boolean set = ZstdLibrary.set(compressing ? ZstdLibrary.CCTX_SET_PARAMETER : ZstdLibrary.DCTX_SET_PARAMETER, context, parameters);
        return set ? null : Refusal.PARAMETER;
    }

    private Failure pledge() {
        return compressing ? ZstdLibrary.failure(ZstdLibrary.CCTX_SET_PLEDGED_SIZE.call(context, pledgedSize)) : null;
    }

    @Override
    public Failure step(Flow flow, int operation) {
        TransferArea area = TransferArea.current();
        boolean more;
        do {
            int out = (int) Math.min(flow.room(), TransferArea.SIZE);
            int in = (int) Math.min(flow.available(), compressing ? TransferArea.SIZE : Math.max(out, 1));
            int here = in == flow.available() ? operation : CONTINUE;
            flow.copyTo(area.input, in);
            long left = call(area, in, out, here);
            int read = (int) area.positions.get(JAVA_LONG, IN_POSITION);
            int written = (int) area.positions.get(JAVA_LONG, OUT_POSITION);
            flow.take(read);
            flow.fill(area.output, written);
            Failure failure = ZstdLibrary.failure(left);
            if (failure != null) return failure;
            // Threads of zstd's own may leave input and room unused; a frame's end is the end of what is decompressed.
            more = flow.room() > 0 && (compressing
                ? flow.available() > 0 || here != CONTINUE && left != 0
                : left != 0 && (written == out || read == in && flow.available() > 0));
        } while (more);
        return null;
    }

    private long call(TransferArea area, int in, int out, int operation) {
        area.positions.set(JAVA_LONG, OUT_POSITION, 0);
        area.positions.set(JAVA_LONG, IN_POSITION, 0);
        long outPosition = area.positions.address() + OUT_POSITION;
        long inPosition = area.positions.address() + IN_POSITION;
        return compressing
            ? ZstdLibrary.COMPRESS.call(context, area.output.address(), out, outPosition, area.input.address(), in, inPosition, operation)
            : ZstdLibrary.DECOMPRESS.call(context, area.output.address(), out, outPosition, area.input.address(), in, inPosition);
    }

    @Override
    public Failure reset() {
        Failure failure = ZstdLibrary.failure((compressing ? ZstdLibrary.CCTX_RESET : ZstdLibrary.DCTX_RESET).call(context, ZstdLibrary.RESET_SESSION));
        return failure == null ? pledge() : failure;
    }

    @Override
    public void free() {
        if (context != 0) (compressing ? ZstdLibrary.FREE_CCTX : ZstdLibrary.FREE_DCTX).call(context);
        context = 0;
    }
}
