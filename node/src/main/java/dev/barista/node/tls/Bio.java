package dev.barista.node.tls;

import dev.barista.node.posix.Memory;
import java.lang.foreign.Arena;

/** Bytes for OpenSSL to read from: a BIO on a copy of them. Closed before its arena. */
final class Bio implements AutoCloseable {
    private final long pointer;

    Bio(Arena arena, byte[] bytes) {
        pointer = OpenSsl.BIO_NEW_MEM_BUF.call(Memory.copy(arena, bytes), bytes.length);
    }

    long pointer() {
        return pointer;
    }

    @Override
    public void close() {
        OpenSsl.BIO_FREE.call(pointer);
    }
}
