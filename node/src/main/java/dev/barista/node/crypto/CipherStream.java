package dev.barista.node.crypto;

/** A cipher at work: bytes in, bytes out as soon as they can be known. One thread at a time. */
interface CipherStream {
    byte[] update(byte[] bytes, int offset, int length);

    /** What is left. */
    byte[] finish();

    /** Whether the last block is padded; before the end. */
    default void padding(boolean on) {}

    /** Adds data that is authenticated only; before the first update. */
    default void authenticate(byte[] data) {
        throw new UnsupportedOperationException();
    }

    /** The tag of what has been encrypted, at the end. */
    default byte[] tag() {
        throw new UnsupportedOperationException();
    }

    /** The tag that what is decrypted must have; before the end. */
    default void expect(byte[] tag) {
        throw new UnsupportedOperationException();
    }
}
