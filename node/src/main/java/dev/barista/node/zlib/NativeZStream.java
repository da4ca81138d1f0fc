package dev.barista.node.zlib;

import static dev.barista.node.zlib.ZlibStatus.BUF_ERROR;
import static dev.barista.node.zlib.ZlibStatus.NO_FLUSH;
import static dev.barista.node.zlib.ZlibStatus.OK;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A {@code z_stream} of the system's zlib. One thread at a time. */
final class NativeZStream implements ZStream {
    // The struct where long and pointers have 64 bits. Source: zlib.h.
    private static final int NEXT_IN = 0;
    private static final int AVAIL_IN = 8;
    private static final int NEXT_OUT = 24;
    private static final int AVAIL_OUT = 32;
    private static final int MSG = 48;
    private static final int BYTES = 112;

    private static final int Z_DEFLATED = 8;

    private final MemorySegment struct = NativeMemory.allocate(BYTES);
    private boolean deflating;
    private boolean begun;

    @Override
    public int deflateInit(int level, int windowBits, int memLevel, int strategy) {
        deflating = true;
        return begun(ZlibLibrary.DEFLATE_INIT.call(
            struct.address(), level, Z_DEFLATED, windowBits, memLevel, strategy, ZlibLibrary.VERSION, BYTES));
    }

    @Override
    public int inflateInit(int windowBits) {
        return begun(ZlibLibrary.INFLATE_INIT.call(struct.address(), windowBits, ZlibLibrary.VERSION, BYTES));
    }

    private int begun(long status) {
        begun = (int) status == OK;
        return (int) status;
    }

    @Override
    public int pump(Flow flow, int flush) {
        TransferArea area = TransferArea.current();
        NativeLibrary.Function function = deflating ? ZlibLibrary.DEFLATE : ZlibLibrary.INFLATE;
        int status;
        int outLeft;
        boolean more;
        do {
            int out = (int) Math.min(flow.room(), TransferArea.SIZE);
            // To inflate takes rarely more than it gives: what was copied for nothing would be copied again.
            int in = (int) Math.min(flow.available(), deflating ? TransferArea.SIZE : Math.max(out, 1));
            flow.copyTo(area.input, in);
            struct.set(JAVA_LONG, NEXT_IN, area.input.address());
            struct.set(JAVA_INT, AVAIL_IN, in);
            struct.set(JAVA_LONG, NEXT_OUT, area.output.address());
            struct.set(JAVA_INT, AVAIL_OUT, out);
            status = (int) function.call(struct.address(), in < flow.available() ? NO_FLUSH : flush);
            int inLeft = struct.get(JAVA_INT, AVAIL_IN);
            outLeft = struct.get(JAVA_INT, AVAIL_OUT);
            flow.take(in - inLeft);
            flow.fill(area.output, out - outLeft);
            more = flow.room() > 0 && (outLeft == 0 || inLeft == 0 && flow.available() > 0);
            // Told to finish, inflate calls it an error that the room did not do.
        } while (more && (status == OK || status == BUF_ERROR && outLeft == 0));
        return status;
    }

    @Override
    public int reset() {
        return (int) (deflating ? ZlibLibrary.DEFLATE_RESET : ZlibLibrary.INFLATE_RESET).call(struct.address());
    }

    /** Nothing is pending when it is called, so there need be no room for output. */
    @Override
    public int params(int level, int strategy) {
        if (!deflating) return OK;
        struct.set(JAVA_INT, AVAIL_IN, 0);
        struct.set(JAVA_LONG, NEXT_OUT, TransferArea.current().output.address());
        struct.set(JAVA_INT, AVAIL_OUT, 0);
        return (int) ZlibLibrary.DEFLATE_PARAMS.call(struct.address(), level, strategy);
    }

    @Override
    public int setDictionary(byte[] dictionary) {
        try (Arena arena = Arena.ofConfined()) {
            long copy = arena.allocateFrom(JAVA_BYTE, dictionary).address();
            NativeLibrary.Function function = deflating ? ZlibLibrary.DEFLATE_SET_DICTIONARY : ZlibLibrary.INFLATE_SET_DICTIONARY;
            return (int) function.call(struct.address(), copy, dictionary.length);
        }
    }

    @Override
    public String message() {
        return NativeMemory.text(struct.get(JAVA_LONG, MSG));
    }

    @Override
    public void free() {
        if (begun) (deflating ? ZlibLibrary.DEFLATE_END : ZlibLibrary.INFLATE_END).call(struct.address());
        NativeMemory.free(struct);
    }
}
