package dev.barista.engine;

/** Bytes {@code offset} to {@code offset + length} of an array, to be read only. */
public record ByteSlice(byte[] array, int offset, int length) {
    public static ByteSlice of(byte[] array) {
        return new ByteSlice(array, 0, array.length);
    }
}
