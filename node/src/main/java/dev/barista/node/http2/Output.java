package dev.barista.node.http2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The frames of one write, put together, and the writes of the program that are done with it. Loop thread only. */
final class Output {
    private static final int FIRST_ROOM = 4096;
    private static final int OCTET_BITS = 8;
    private static final int FIRST_CUTS = 16;

    private byte[] bytes = new byte[FIRST_ROOM];
    private int length;
    private int[] cuts = new int[FIRST_CUTS];
    private int cutCount;
    private List<PendingWrite> done = new ArrayList<>();

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Lets go of the array, which is somebody else's now; one for about as much takes its place. */
    void giveAway() {
        bytes = new byte[Math.max(FIRST_ROOM, length)];
    }

    /** The writes of which all has been put in; the list is the caller's from now on. */
    List<PendingWrite> takeDone() {
        if (done.isEmpty()) return List.of();
        List<PendingWrite> taken = done;
        done = new ArrayList<>();
        return taken;
    }

    void clear() {
        length = 0;
        cutCount = 0;
    }

    /** Notes that a piece ends here, for streams that get pieces one by one. */
    void cut() {
        if (length == (cutCount == 0 ? 0 : cuts[cutCount - 1])) return;
        if (cutCount == cuts.length) cuts = Arrays.copyOf(cuts, 2 * cutCount);
        cuts[cutCount++] = length;
    }

    int cutCount() {
        return cutCount;
    }

    int cutAt(int i) {
        return cuts[i];
    }

    void finished(PendingWrite write) {
        done.add(write);
    }

    void frame(int payload, int type, int flags, int stream) {
        room(Frames.HEADER_LENGTH + payload);
        put(payload >>> 2 * OCTET_BITS);
        put(payload >>> OCTET_BITS);
        put(payload);
        put(type);
        put(flags);
        int32(stream);
    }

    /** Room has been made by {@link #frame}. */
    void put(int octet) {
        bytes[length++] = (byte) octet;
    }

    void int16(int value) {
        put(value >>> OCTET_BITS);
        put(value);
    }

    void int32(int value) {
        int16(value >>> 2 * OCTET_BITS);
        int16(value);
    }

    void put(byte[] from, int at, int count) {
        room(count);
        System.arraycopy(from, at, bytes, length, count);
        length += count;
    }

    void zeros(int count) {
        room(count);
        Arrays.fill(bytes, length, length + count, (byte) 0);
        length += count;
    }

    void room(int count) {
        if (bytes.length - length < count) bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
    }
}
