package dev.barista.node.posix;

import java.lang.foreign.Arena;
import java.nio.ByteBuffer;

/** Shared objects in this process: {@code dlopen(3)} and its relatives. Handles and addresses are numbers, 0 is none. Any thread. */
public final class DynamicLinker {
    /** Binds a function when it is first called. */
    public static final int RTLD_LAZY = 1;

    /** Binds every function when the object is loaded. */
    public static final int RTLD_NOW = 2;

    /** What it exports can be bound to by objects that are loaded later. */
    public static final int RTLD_GLOBAL = 0x100;

    private static final int MFD_CLOEXEC = 1;

    private DynamicLinker() { }

    /**
     * @param flags {@link #RTLD_NOW} and others, as the system has them
     * @return 0 where it cannot be loaded: {@link #error()} says why
     */
    public static long open(String path, int flags) {
        Scratch scratch = Scratch.current();
        long name = scratch.path(PathBytes.encode(path));
        error();   // found now: looking for it after a failure would itself be a call that clears what failed
        return name < 0 ? 0 : Libc.DLOPEN.raw(scratch, name, flags, 0, 0, 0, 0);
    }

    /** Loads the content of a file that has no name: nobody else can change it, and nothing of it is left behind. */
    public static long openImage(String name, byte[] content, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            Scratch scratch = Scratch.current();
            int descriptor = Libc.MEMFD_CREATE.call(scratch, CStrings.one(arena, name), MFD_CLOEXEC);
            if (descriptor < 0) throw new UnsupportedOperationException("memfd_create: errno " + -descriptor);
            try {
                write(scratch, descriptor, content);
                return open("/proc/self/fd/" + descriptor, flags);
            } finally {
                Libc.CLOSE.call(scratch, descriptor);
            }
        }
    }

    private static void write(Scratch scratch, int descriptor, byte[] content) {
        for (int at = 0; at < content.length; ) {
            ByteBuffer data = scratch.data(content.length - at);
            int count = Math.min(data.capacity(), content.length - at);
            data.put(0, content, at, count);
            long written = Libc.WRITE.callLong(scratch, descriptor, scratch.dataAddress(), count, 0);
            if (written <= 0) throw new UnsupportedOperationException("write: errno " + -written);
            at += (int) written;
        }
    }

    /** The address of a symbol; @param handle 0 for all that is loaded globally */
    public static long symbol(long handle, String name) {
        try (Arena arena = Arena.ofConfined()) {
            return Libc.DLSYM.raw(Scratch.current(), handle, CStrings.one(arena, name), 0, 0, 0, 0);
        }
    }

    public static void close(long handle) {
        Libc.DLCLOSE.raw(Scratch.current(), handle, 0, 0, 0, 0, 0);
    }

    /** Why the last call on this thread failed, in the linker's words; {@code null} if it did not. */
    public static String error() {
        return Memory.text(Libc.DLERROR.raw(Scratch.current(), 0, 0, 0, 0, 0, 0));
    }
}
