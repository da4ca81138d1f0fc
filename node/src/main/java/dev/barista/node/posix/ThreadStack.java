package dev.barista.node.posix;

import java.nio.ByteBuffer;

/**
 * The stack of a thread as the system sees it. Linux only. Any thread.
 *
 * @param lowest its address, towards which it grows
 * @param size in bytes
 */
public record ThreadStack(long lowest, long size) {
    private static final int ATTRIBUTES = 256;   // room for a pthread_attr_t, more than any system needs

    /** The calling thread's. */
    public static ThreadStack current() {
        Scratch scratch = Scratch.current();
        ByteBuffer data = scratch.data(ATTRIBUTES + 2 * Long.BYTES);
        long at = scratch.dataAddress();
        long self = Libc.PTHREAD_SELF.raw(scratch, 0, 0, 0, 0, 0, 0);
        Libc.PTHREAD_GETATTR_NP.raw(scratch, self, at, 0, 0, 0, 0);
        Libc.PTHREAD_ATTR_GETSTACK.raw(scratch, at, at + ATTRIBUTES, at + ATTRIBUTES + Long.BYTES, 0, 0, 0);
        Libc.PTHREAD_ATTR_DESTROY.raw(scratch, at, 0, 0, 0, 0, 0);
        return new ThreadStack(data.getLong(ATTRIBUTES), data.getLong(ATTRIBUTES + Long.BYTES));
    }
}
