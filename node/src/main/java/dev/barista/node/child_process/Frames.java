package dev.barista.node.child_process;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Cuts the bytes of a channel into its messages, as Node frames them. Loop thread only. */
abstract class Frames {
    /**
     * Gives what has come so far, whole messages only, to {@code messages}; keeps the rest.
     *
     * @return whether that is all right: the other side may announce more than fits
     */
    abstract boolean add(ByteBuffer bytes, Consumer<byte[]> messages);

    /** Messages that end with a line feed, which none contains: JSON. */
    static final class Lines extends Frames {
        private final ByteArrayOutputStream rest = new ByteArrayOutputStream();

        @Override
        boolean add(ByteBuffer bytes, Consumer<byte[]> messages) {
            byte[] array = bytes.array();
            int from = bytes.arrayOffset() + bytes.position();
            int end = from + bytes.remaining();
            for (int i = from; i < end; i++) {
                if (array[i] != '\n') continue;
                rest.write(array, from, i - from);
                messages.accept(rest.toByteArray());
                rest.reset();
                from = i + 1;
            }
            rest.write(array, from, end - from);
            return true;
        }
    }

    /** Messages after their length, four bytes in network order: serialized values. */
    static final class Lengths extends Frames {
        private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
        private ByteBuffer message;

        @Override
        boolean add(ByteBuffer bytes, Consumer<byte[]> messages) {
            while (bytes.hasRemaining()) {
                if (message == null) {
                    while (length.hasRemaining() && bytes.hasRemaining()) length.put(bytes.get());
                    if (length.hasRemaining()) return true;
                    if (length.getInt(0) < 0) return false;
                    message = ByteBuffer.allocate(length.getInt(0));
                    length.clear();
                }
                int part = Math.min(bytes.remaining(), message.remaining());
                message.put(bytes.slice(bytes.position(), part));
                bytes.position(bytes.position() + part);
                if (message.hasRemaining()) return true;
                messages.accept(message.array());
                message = null;
            }
            return true;
        }
    }
}
