package dev.barista.node.tls;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Memory outside the heap that one engine has for what OpenSSL reads and writes. */
final class Native implements AutoCloseable {
    /** So much plain text is read at once. */
    static final int ROOM = 64 << 10;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment plainSegment = arena.allocate(ROOM);
    private final MemorySegment sealedSegment = arena.allocate(ROOM);

    /** Where plain text is read to; its content is the reader's until it returns. */
    final ByteBuf plain = Unpooled.wrappedBuffer(plainSegment.asByteBuffer());

    final long plainAddress = plainSegment.address();

    /** Room for sealed bytes on their way, and for other short calls. */
    final long scratch = sealedSegment.address();

    Arena arena() {
        return arena;
    }

    @Override
    public void close() {
        arena.close();
    }
}
