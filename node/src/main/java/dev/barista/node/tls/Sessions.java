package dev.barista.node.tls;

import dev.barista.node.posix.Memory;
import java.lang.foreign.Arena;

/** OpenSSL's sessions as bytes: what {@code getSession()} gives and the option {@code session} takes. Loop thread only. */
final class Sessions {
    private Sessions() {}

    static byte[] id(long session) {
        try (Arena arena = Arena.ofConfined()) {
            long length = arena.allocate(8).address();
            long id = OpenSsl.SESSION_GET_ID.call(session, length);
            return Memory.bytes(id, Memory.integer(length));
        }
    }

    /** @return null for a session that can't be written down */
    static byte[] encoded(long session) {
        int length = OpenSsl.I2D_SESSION.number(session, 0);
        if (length <= 0) return null;
        try (Arena arena = Arena.ofConfined()) {
            long room = arena.allocate(length).address();
            long cursor = arena.allocate(8).address();
            Memory.pointer(cursor, room);
            OpenSsl.I2D_SESSION.call(session, cursor);
            return Memory.bytes(room, length);
        }
    }

    /** @return a session to be freed, or 0 */
    static long decoded(byte[] bytes) {
        try (Arena arena = Arena.ofConfined()) {
            long cursor = arena.allocate(8).address();
            Memory.pointer(cursor, Memory.copy(arena, bytes));
            long session = OpenSsl.D2I_SESSION.call(0, cursor, bytes.length);
            if (session == 0) OpenSsl.ERR_CLEAR.call();
            return session;
        }
    }

    /** The ticket of a session; null for none. */
    static byte[] ticket(long session) {
        try (Arena arena = Arena.ofConfined()) {
            long out = arena.allocate(16).address();
            OpenSsl.SESSION_GET0_TICKET.call(session, out, out + 8);
            return Memory.pointer(out) == 0 ? null : Memory.bytes(Memory.pointer(out), Memory.pointer(out + 8));
        }
    }

    /** A copy in memory that OpenSSL frees itself. */
    static long owned(byte[] bytes) {
        long room = OpenSsl.CRYPTO_MALLOC.call(bytes.length, 0, 0);
        Memory.put(bytes, 0, room, bytes.length);
        return room;
    }
}
